-- Rows as 0002_outbox_order leaves them: its one table is the outbox.
insert into outbox (line, place, post, urgency, due_at, created_at, lead) values ('lead:1', '{}', '{}', 1, 2, 2, 1);
