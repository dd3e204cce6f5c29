-- A match goes its whole way now: approved by staff, shown to both sides without names, said yes to, introduced. SQLite cannot
-- widen a check, so the table is built anew. What was suggested before stays suggested; what was stale was so for a reason that
-- nobody kept.
create table match_anew (
    id               integer primary key,
    request          integer not null references request (id),
    -- one of the two: an opportunity of the directory, or another partner's request
    opportunity      integer references opportunity (id),
    counterpart      integer references request (id),
    -- the same for both orders of the same two sides
    pair             text    not null,
    points           integer not null check (points between 0 and 100),
    rules            integer not null,
    -- domain::Score; emptied when the match has ended, because it quotes terms of the texts
    score            text    not null,
    state            text    not null default 'suggested' check (state in ('suggested', 'approved', 'offered-first',
        'accepted-first', 'offered-second', 'mutual', 'introduced', 'question', 'declined', 'dismissed', 'lapsed', 'stale')),
    -- domain::EndReason; every end has one
    reason           text,
    -- which of the two is asked first
    first            text    not null default 'request' check (first in ('request', 'counterpart')),
    -- who asked, while the state is 'question'
    asker            text    check (asker in ('first', 'second')),
    first_word       text    not null default 'silent' check (first_word in ('silent', 'accepted', 'released')),
    second_word      text    not null default 'silent' check (second_word in ('silent', 'accepted', 'released')),
    -- domain::Wording of each side when it was suggested: prints of words, no words
    request_wording  text    not null default '[]',
    counter_wording  text    not null default '[]',
    -- both versions together, once a card of this match was shown
    offered_version  text,
    at               integer not null,
    moved_at         integer not null,
    check ((opportunity is null) <> (counterpart is null)),
    check ((state in ('declined', 'dismissed', 'lapsed', 'stale')) = (reason is not null)),
    check ((state = 'question') = (asker is not null)),
    -- nobody is introduced without four yeses, whatever the program does
    check (state not in ('mutual', 'introduced') or (first_word = 'released' and second_word = 'released'))
) strict;

insert into match_anew (id, request, opportunity, counterpart, pair, points, rules, score, state, reason, at, moved_at)
    select id, request, opportunity, counterpart,
        iif(opportunity is not null, 'r' || request || ':o' || opportunity,
            'r' || min(request, counterpart) || ':r' || max(request, counterpart)),
        points, rules, score, state, iif(state = 'stale', 'unknown', null), at, at
    from match;
drop table match;
alter table match_anew rename to match;

create index match_request on match (request, state);
create index match_counterpart on match (counterpart, state) where counterpart is not null;
create index match_pair on match (pair);
create index match_moved on match (state, moved_at);
-- The same pair is offered at most once per version of both texts.
create unique index match_offered on match (pair, offered_version) where offered_version is not null;

-- Two sides that know each other, and what becomes of it. It is no state of the lead: a lead is in somebody's hands or in
-- nobody's, and several introductions may come of one.
create table introduction (
    id        integer primary key,
    match     integer not null unique references match (id),
    lead      integer references lead (id),
    course    text    not null check (course in ('assigned', 'contacted', 'meeting', 'negotiating', 'agreement', 'no-agreement',
        'stalled')),
    -- domain::AgreementKind of an agreement, domain::NoAgreement of none
    detail    text,
    at        integer not null,
    moved_at  integer not null,
    -- when staff are asked next; null: no more
    due_at    integer,
    -- follow-ups asked since the last move: each is asked once
    asked     integer not null default 0,
    check ((course in ('agreement', 'no-agreement')) = (detail is not null))
) strict;

create index introduction_due on introduction (due_at) where due_at is not null;
create index introduction_lead on introduction (lead);

-- A yes is provable: which words, by their SHA-256 in the language in which they were shown, and which button.
alter table consent add column text_hash text;
alter table consent add column button text;
-- of the kinds that are asked country by country
alter table consent add column country text;
-- of the release of a name, which is asked match by match
alter table consent add column match integer references match (id);

create index consent_person on consent (person, kind) where withdrawn_at is null;

-- Which match a message speaks of: what was said to one side about the other goes when the other is forgotten.
alter table outbox add column match integer;
create index outbox_match on outbox (match) where match is not null;
