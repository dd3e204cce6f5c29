insert into lead_tag (lead, tag) values (1, 'litio');
-- Messages that are done: of these only what belongs to a lead is kept from now on, and the last number is still used up.
insert into outbox (line, place, post, urgency, state, due_at, created_at, ended_at, lead) values
    ('lead:1', '{}', '{}', 1, 'sent', 3, 3, 4, 1), ('lead:1', '{}', '{}', 1, 'folded', 3, 3, 4, 1),
    ('telegram:7', '{}', '{}', 1, 'parked', 3, 3, 4, null), ('telegram:7', '{}', '{}', 1, 'sent', 3, 3, 4, null);
