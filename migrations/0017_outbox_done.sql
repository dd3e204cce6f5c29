-- What belongs to no lead and no match is read by nobody once it is done, so its row goes with it and the outbox stays small.
-- Numbers are never used twice all the same: results of slow work are known by them.
create table outbox_now (
    id         integer primary key autoincrement,
    -- rows of one line leave in order: a chat, or a lead
    line       text    not null,
    -- talk::Place and talk::Post
    place      text    not null,
    post       text    not null,
    urgency    integer not null,
    state      text    not null default 'waiting' check (state in ('waiting', 'sent', 'parked', 'void')),
    due_at     integer not null,
    attempts   integer not null default 0,
    -- why it did not go yet, or never will
    trouble    text,
    created_at integer not null,
    ended_at   integer,
    -- rows with the same key are folded into the newest: edits of one card
    fold       text,
    lead       integer,
    match      integer,
    -- where it appeared, so that replies to it and buttons under it find their way
    door       text,
    chat       integer,
    message    integer
) strict;

-- The last number stays the last one, whether or not its row is kept.
insert into outbox_now (id, line, place, post, urgency, due_at, created_at)
    select id, '', '', '', 0, 0, 0 from (select max(id) as id from outbox) where id is not null;
delete from outbox_now;
insert into outbox_now (id, line, place, post, urgency, state, due_at, attempts, trouble, created_at, ended_at, fold, lead,
                        match, door, chat, message)
    select id, line, place, post, urgency, state, due_at, attempts, trouble, created_at, ended_at, fold, lead,
           match, door, chat, message
    from outbox
    -- a copied file is known by its row, and that has its lead only from now on
    where state in ('waiting', 'parked') or state <> 'folded' and (lead is not null or match is not null or post like '{"copy"%');
drop table outbox;
alter table outbox_now rename to outbox;

create index outbox_waiting on outbox (line, id) where state = 'waiting';
create index outbox_order on outbox (urgency, id) where state = 'waiting';
create index outbox_due on outbox (due_at) where state = 'waiting';
create index outbox_parked on outbox (id) where state = 'parked';
create index outbox_done on outbox (line) where state <> 'waiting';
create index outbox_ended on outbox (ended_at) where ended_at is not null;
create index outbox_message on outbox (door, chat, message) where message is not null;
create index outbox_lead on outbox (lead, id) where lead is not null;
create index outbox_match on outbox (match) where match is not null;

-- A person's questions, to give them to their owner or to forget whose they were.
create index question_chat on question (door, chat) where chat is not null;
