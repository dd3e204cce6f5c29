-- Words by which the staff sort their leads.
create table lead_tag (
    lead integer not null references lead (id),
    tag  text    not null,
    primary key (tag, lead)
) strict, without rowid;

create index lead_tag_lead on lead_tag (lead);
