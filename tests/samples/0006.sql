-- Rows as 0006_desk leaves them.
update lead set due_at = 2, left_ms = null, snoozed_at = 1, snoozed_until = 3 where id = 1;
insert into reminder (lead, cause, about, at) values (1, 'first', 2, 3);
insert into desk (person, calendar, langs, sectors, countries, capacity) values (2, 'cl', '["es"]', '["mining"]', '["CL"]', 5);
update person set left_at = 1 where id = 1;
update lead_word set chat = -100, message = 9, taken_back_at = 4 where lead = 1 and by = 2;
insert into answer (lead, due_at, at) values (1, 5, 4);
