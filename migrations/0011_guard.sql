-- Who asked to be forgotten, without saying who: a salted hash of door and number. A backup that is older than an erasure is
-- restored without the person, because the file `erasures` beside the data file repeats these rows and no backup holds it.
create table erasure (
    fingerprint text    not null,
    at          integer not null,
    primary key (fingerprint, at)
) strict, without rowid;

-- The salt stands in the data file and its backups only: `erasures` by itself tells nothing of anybody.
insert into setting (key, value) values ('erasure-salt', lower(hex(randomblob(32))));

-- Who may not write any more. Kept when they erase their data: otherwise erasing would end a ban.
create table ban (
    door   text    not null,
    user   integer not null,
    at     integer not null,
    -- the admin
    by     integer references person (id),
    -- when they were told, which happens once
    told_at integer,
    primary key (door, user)
) strict, without rowid;
