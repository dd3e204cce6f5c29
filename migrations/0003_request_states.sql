-- Every state of a request, why it ended, and when time alone moves it on. SQLite changes no constraint in place, so the state
-- moves into a column that knows all of them.
alter table request add column standing text not null default 'submitted' check (standing in
    ('submitted', 'needs-info', 'open', 'paused', 'expired', 'fulfilled', 'withdrawn', 'rejected', 'archived', 'erased'));
-- why it ended; every state that has ended has one
alter table request add column reason text check (reason in
    ('owner', 'found', 'elsewhere', 'closed', 'no-answer', 'scope', 'duplicate', 'unclear', 'regulated', 'expired'));
-- when it came into its state
alter table request add column since integer not null default 0;
-- the moment from which it no longer holds, and when its owner last said that it does
alter table request add column valid_until integer not null default 0;
alter table request add column confirmed_at integer not null default 0;
-- it is renewed once
alter table request add column renewed integer not null default 0 check (renewed in (0, 1));
-- reminders of the present state that are done, and when the clock has to look at it next; null: never
alter table request add column reminded integer not null default 0;
alter table request add column due_at integer;

-- What staff closed with its lead counts as done; nobody was asked for a better reason then. What its owner erased, whose body
-- is empty, was kept as withdrawn.
update request set
    standing = case when body = '{}' and state = 'withdrawn' then 'erased' when state = 'closed' then 'fulfilled' else state end,
    reason = case state when 'closed' then 'closed' when 'withdrawn' then 'owner' end,
    since = changed_at,
    valid_until = sent_at + 180 * 86400000,
    confirmed_at = sent_at,
    -- the next tick works out when they are due
    due_at = case when state in ('open', 'closed') or (state = 'withdrawn' and body <> '{}') then 0 end;

alter table request drop column state;
alter table request rename column standing to state;

create index request_due on request (due_at) where due_at is not null;
create index request_live on request (state) where state in ('submitted', 'needs-info', 'open', 'paused');
