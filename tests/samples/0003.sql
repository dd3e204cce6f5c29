-- Rows as 0003_request_states leaves them: a request of each new kind of ending, and one that the clock looks at.
insert into request (id, person, door, chat, country, year, number, state, body, sent_at, changed_at, reason, since, valid_until,
                     confirmed_at, due_at) values
    (6, 1, 'telegram', 7, 'CN', 2026, 6, 'rejected', '{"title":"d"}', 1, 5, 'scope', 5, 9, 1, 7),
    (7, 1, 'telegram', 7, 'CN', 2026, 7, 'paused', '{"title":"e"}', 1, 5, null, 5, 9, 1, 7);
