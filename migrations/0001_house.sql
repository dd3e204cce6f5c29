-- Times are UTC, in integer milliseconds since 1970. Bodies that only our code reads are JSON in text.

-- A chat of a door: the language it is spoken to in, and whether it can be written to at all.
create table chat (
    door           text    not null,
    id             integer not null,
    kind           text    not null check (kind in ('private', 'group')),
    lang           text    not null check (lang in ('es', 'zh', 'en', 'pt')),
    -- 0: guessed from the device or from the words; 1: chosen by a tap
    lang_chosen    integer not null default 0 check (lang_chosen in (0, 1)),
    -- set when the person blocked the bot or the group removed it; cleared by their next word
    unreachable_at integer,
    -- where the person stands: a form in progress, a question to a person; unreadable JSON begins anew
    dialogue       text,
    -- of the draft in it, for the reminder and for erasing it; null without a draft
    draft_at       integer,
    reminded_at    integer,
    primary key (door, id)
) strict, without rowid;

create index chat_draft on chat (draft_at) where draft_at is not null;

create table person (
    id      integer primary key,
    door    text    not null,
    -- the door's own number of this person
    user    integer not null,
    -- only of staff, so that colleagues see who has a lead; never of partners
    name    text,
    -- member of the staff chat since; null: not (any more) staff
    staff_since integer,
    seen_at integer not null,
    unique (door, user)
) strict;

-- Updates that were handled: a set, because Telegram's numbers may jump back after a quiet week.
create table handled_update (
    door text    not null,
    id   integer not null,
    at   integer not null,
    primary key (door, id)
) strict, without rowid;

create index handled_update_at on handled_update (at);

-- Turns that failed by our own fault, kept until somebody has looked.
create table parked_turn (
    id        integer primary key,
    door      text    not null,
    update_id integer not null,
    at        integer not null,
    cause     text    not null,
    -- the whole update, so that it can be handled again
    incoming  text    not null
) strict;

-- What was asked of the FAQ and what was shown, for votes, gaps and the proof of an answer.
create table question (
    id         integer primary key,
    door       text    not null,
    -- cleared when the person erases their data
    chat       integer,
    at         integer not null,
    lang       text    not null,
    asked      text    not null,
    verdict    text    not null check (verdict in ('sure', 'choose', 'unknown')),
    -- the entry shown and the revision of its words; null when nothing was shown
    entry      text,
    revision   text,
    -- the language in which it was shown
    shown_lang text,
    -- 0 to 1, as the engine gave it
    confidence real    not null,
    vote       text    check (vote in ('up', 'down')),
    -- what the person said was missing
    missing    text
) strict;

create index question_at on question (at);

create table request (
    id         integer primary key,
    person     integer not null references person (id),
    door       text    not null,
    chat       integer not null,
    -- the public reference is country, year and number with a check digit
    country    text    not null,
    year       integer not null,
    number     integer not null,
    state      text    not null check (state in ('submitted', 'open', 'closed', 'withdrawn')),
    -- domain::NewRequest
    body       text    not null,
    sent_at    integer not null,
    changed_at integer not null,
    unique (year, number)
) strict;

create index request_person on request (person, id);

-- A yes and its withdrawal, provable: which text, in which language, when.
create table consent (
    id           integer primary key,
    person       integer not null references person (id),
    kind         text    not null,
    version      text    not null,
    lang         text    not null,
    request      integer references request (id),
    at           integer not null,
    withdrawn_at integer
) strict;

create table organisation (
    id     integer primary key,
    -- the key of the file it came from, so that a second import changes it instead of doubling it
    key    text    not null unique,
    name   text    not null,
    sample integer not null check (sample in (0, 1)),
    body   text    not null
) strict;

create table opportunity (
    id           integer primary key,
    key          text    not null unique,
    organisation integer not null references organisation (id),
    -- domain::Proposal
    body         text    not null
) strict;

-- A possible counterpart of a request, with the reasons frozen as they were.
create table match (
    id          integer primary key,
    request     integer not null references request (id),
    -- one of the two: an opportunity of the directory, or another partner's request
    opportunity integer references opportunity (id),
    counterpart integer references request (id),
    points      integer not null check (points between 0 and 100),
    rules       integer not null,
    -- domain::Score
    score       text    not null,
    state       text    not null default 'suggested' check (state in ('suggested', 'stale')),
    at          integer not null,
    check ((opportunity is null) <> (counterpart is null))
) strict;

create index match_request on match (request, state);

-- The staff's work item: for a request, or for a question to a person.
create table lead (
    id           integer primary key,
    request      integer unique references request (id),
    question     integer references question (id),
    -- the partner's chat
    door         text    not null,
    chat         integer not null,
    state        text    not null check (state in ('waiting', 'taken', 'closed')),
    owner        integer references person (id),
    opened_at    integer not null,
    -- the partner's last word and the staff's last answer, to see who waits for whom
    partner_at   integer not null,
    answered_at  integer,
    -- the lead's place in the staff chat: the topic once it is open, or flat = 1 where the chat has no topics
    topic        integer,
    flat         integer not null default 0 check (flat in (0, 1)),
    topic_name   text    not null,
    -- talk::Message: the newest card, to post it again when its topic is deleted
    card         text,
    card_message integer
) strict;

create index lead_waiting on lead (opened_at) where state = 'waiting';
create index lead_owner on lead (owner) where state = 'taken';
create index lead_topic on lead (topic) where topic is not null;
create index lead_chat on lead (door, chat);

-- The talk between partner and staff about a lead, both ways.
create table lead_word (
    id    integer primary key,
    lead  integer not null references lead (id),
    -- null: the partner
    by    integer references person (id),
    -- 'said' goes to the other side; 'note' stays inside
    kind  text    not null check (kind in ('said', 'note')),
    text  text    not null,
    at    integer not null
) strict;

create index lead_word_lead on lead_word (lead, id);

-- Append-only: who moved what, when.
create table history (
    id      integer primary key,
    noun    text    not null,
    noun_id integer not null,
    at      integer not null,
    -- null: the house itself
    by      integer,
    move    text    not null,
    detail  text
) strict;

create index history_noun on history (noun, noun_id);

-- Everything that is to be sent or done, written with the turn that caused it.
create table outbox (
    id         integer primary key,
    -- rows of one line leave in order: a chat, or a lead
    line       text    not null,
    -- talk::Place and talk::Post
    place      text    not null,
    post       text    not null,
    urgency    integer not null,
    state      text    not null default 'waiting' check (state in ('waiting', 'sent', 'folded', 'parked', 'void')),
    due_at     integer not null,
    attempts   integer not null default 0,
    -- why it did not go yet, or never will
    trouble    text,
    created_at integer not null,
    ended_at   integer,
    -- rows with the same key are folded into the newest: edits of one card
    fold       text,
    lead       integer,
    -- where it appeared, so that replies to it and buttons under it find their way
    door       text,
    chat       integer,
    message    integer
) strict;

create index outbox_waiting on outbox (line, id) where state = 'waiting';
create index outbox_due on outbox (urgency, due_at) where state = 'waiting';
create index outbox_message on outbox (door, chat, message) where message is not null;
create index outbox_ended on outbox (ended_at) where ended_at is not null;

create table setting (
    key   text primary key,
    value text not null
) strict, without rowid;
