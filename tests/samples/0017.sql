insert into outbox (line, place, post, urgency, due_at, created_at) values ('telegram:7', '{}', '{}', 1, 5, 5);
