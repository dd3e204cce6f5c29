-- Files that came into the directory, append-only: which one, by whose account, when, and how much of it was new.
-- The greatest id is also how a running server sees that another process has imported something.
create table import (
    id      integer primary key,
    at      integer not null,
    -- the file's name without its folder
    file    text    not null,
    -- where its rows come from, in the words of whoever imported it
    source  text,
    added   integer not null,
    changed integer not null
) strict;

-- Provenance: the import that brought a row, and the one that changed it last; null for rows older than this table.
alter table organisation add column came_in integer references import (id);
alter table organisation add column changed_in integer references import (id);
alter table opportunity add column came_in integer references import (id);
alter table opportunity add column changed_in integer references import (id);
create index organisation_changed_in on organisation (changed_in);
create index opportunity_changed_in on opportunity (changed_in);
create index opportunity_organisation on opportunity (organisation);
