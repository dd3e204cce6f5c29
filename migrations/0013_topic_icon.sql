-- Which state of the lead the icon of its topic tells.
alter table lead add column icon_shows text;
