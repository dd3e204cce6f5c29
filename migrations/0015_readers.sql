-- Members of the staff who may read, but not act.
alter table person add column reads_only integer not null default 0;
