-- Rows as 0001_house leaves them, one of each table: what the next migration has to carry over.
insert into chat (door, id, kind, lang) values ('telegram', 7, 'private', 'es'), ('telegram', -100, 'group', 'es');
insert into person (id, door, user, name, staff_since, seen_at) values (1, 'telegram', 7, null, null, 1), (2, 'telegram', 8, 'Anna', 1, 1);
insert into handled_update (door, id, at) values ('telegram', 1, 1);
insert into parked_turn (door, update_id, at, cause, incoming) values ('telegram', 2, 1, 'a cause', '{}');
insert into question (id, door, chat, at, lang, asked, verdict, confidence) values (1, 'telegram', 7, 1, 'es', 'RUT', 'sure', 0.9);
insert into request (id, person, door, chat, country, year, number, state, body, sent_at, changed_at)
    values (1, 1, 'telegram', 7, 'CL', 2026, 1, 'submitted', '{}', 1, 1);
insert into consent (person, kind, version, lang, request, at) values (1, 'request', '2026-11-22', 'es', 1, 1);
insert into organisation (id, key, name, sample, body) values (1, 'org', 'Org (muestra)', 1, '{}');
insert into opportunity (id, key, organisation, body) values (1, 'opp', 1, '{}');
insert into match (request, opportunity, points, rules, score, at) values (1, 1, 60, 1, '{}', 1);
insert into lead (id, request, door, chat, state, owner, opened_at, partner_at, topic_name)
    values (1, 1, 'telegram', 7, 'taken', 2, 1, 1, 'CL-2026-00001-1');
insert into lead_word (lead, by, kind, text, at) values (1, null, 'said', 'hola', 1), (1, 2, 'note', 'call', 2);
insert into history (noun, noun_id, at, by, move) values ('lead', 1, 1, 2, 'take');
insert into outbox (line, place, post, urgency, due_at, created_at, lead) values ('lead:1', '{}', '{}', 1, 1, 1, 1);
insert into setting (key, value) values ('a', 'b');
