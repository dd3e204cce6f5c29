-- The open lead that a new one seems to repeat, and the lead in which one goes on that was merged.
alter table lead add column repeats integer references lead (id);
alter table lead add column merged_into integer references lead (id);

create index lead_merged on lead (merged_into) where merged_into is not null;
