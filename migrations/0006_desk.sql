-- The desk: when an answer is due, what was reminded of already, and how each member of staff works.

-- When the partner is to be answered; null while nobody waits for the staff. The time of work left is kept while the clock
-- stands, because it goes on, and does not begin anew, when the partner answers.
alter table lead add column due_at integer;
alter table lead add column left_ms integer;
-- Since when, and until when, its owner wants to hear no reminders; a null end is the partner's next word. Over once the
-- partner has written after its beginning.
alter table lead add column snoozed_at integer;
alter table lead add column snoozed_until integer;

-- Leads from before have a day from the partner's last word.
update lead set due_at = partner_at + 86400000
    where state <> 'closed' and (answered_at is null or answered_at < partner_at);

-- Lists go by what is due first.
drop index lead_waiting;
create index lead_waiting on lead (due_at, opened_at) where state = 'waiting';
create index lead_due on lead (due_at) where due_at is not null and state <> 'closed';

-- What was reminded of: one row a cause, written with the reminder itself, so that no restart repeats one.
create table reminder (
    lead  integer not null references lead (id),
    cause text    not null check (cause in ('first', 'second', 'escalated', 'awake')),
    -- the deadline, or the end of the snooze, that it is about: another one is another cause
    about integer not null,
    at    integer not null,
    primary key (lead, cause, about)
) strict, without rowid;

-- How a member of staff works: whose office hours, and what is given to them first. Empty lists mean everything.
create table desk (
    person    integer primary key references person (id),
    calendar  text    not null default 'cl',
    langs     text    not null default '[]',
    sectors   text    not null default '[]',
    countries text    not null default '[]',
    -- leads at a time; null: is suggested for none
    capacity  integer check (capacity between 1 and 99)
) strict;

-- When a member left the staff chat: a button that was pressed before and comes in later gives nobody their rights back.
alter table person add column left_at integer;

-- The message in which a word stands in its writer's own chat, to know it again when it is edited or taken back.
alter table lead_word add column chat integer;
alter table lead_word add column message integer;
alter table lead_word add column taken_back_at integer;
create index lead_word_message on lead_word (chat, message) where message is not null;

-- Everything that was said about a lead, to find the reply that an edit or /undo means.
create index outbox_lead on outbox (lead, id) where lead is not null;

-- Each answer with the deadline that it had, to see how many were given in time.
create table answer (
    lead   integer not null references lead (id),
    due_at integer not null,
    at     integer not null,
    primary key (lead, due_at)
) strict, without rowid;

create index answer_at on answer (at);
