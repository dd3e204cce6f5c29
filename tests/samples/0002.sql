-- Rows as 0002_outbox_order leaves them: its one table is the outbox.
insert into outbox (line, place, post, urgency, due_at, created_at, lead) values ('lead:1', '{}', '{}', 1, 2, 2, 1);
-- Requests in every state of then, for the states of now.
insert into request (id, person, door, chat, country, year, number, state, body, sent_at, changed_at) values
    (2, 1, 'telegram', 7, 'CL', 2026, 2, 'open', '{"title":"a"}', 1, 5),
    (3, 1, 'telegram', 7, 'CL', 2026, 3, 'closed', '{"title":"b"}', 1, 5),
    (4, 1, 'telegram', 7, 'CL', 2026, 4, 'withdrawn', '{"title":"c"}', 1, 5),
    (5, 1, 'telegram', 0, 'CL', 2026, 5, 'withdrawn', '{}', 1, 5);
