-- Rows as 0004_introductions leaves them: a pair in each of its shapes, an introduction, and consents with their proof.
insert into request (id, person, door, chat, country, year, number, state, body, sent_at, changed_at)
    values (40, 2, 'telegram', 8, 'CN', 2026, 40, 'open', '{}', 1, 1);
insert into match (id, request, counterpart, pair, points, rules, score, state, first_word, second_word, request_wording, counter_wording, offered_version, at, moved_at)
    values (2, 1, 40, 'r1:r40', 70, 1, '{}', 'introduced', 'released', 'released', '[1]', '[2]', 'a:b', 1, 2);
insert into match (id, request, opportunity, pair, points, rules, score, state, reason, at, moved_at)
    values (3, 1, 1, 'r1:o1', 50, 1, '{}', 'declined', 'timing', 1, 2);
insert into match (id, request, opportunity, pair, points, rules, score, state, asker, offered_version, at, moved_at)
    values (4, 40, 1, 'r40:o1', 50, 1, '{}', 'question', 'first', 'c:d', 1, 2);
insert into introduction (match, lead, course, at, moved_at, due_at) values (2, 1, 'contacted', 2, 2, 3);
insert into consent (person, kind, version, lang, at, text_hash, button, country) values (1, 'card', '2026-11-25', 'es', 1, 'ab', 'cs:card:CN:yes', 'CN');
insert into consent (person, kind, version, lang, request, at, match) values (1, 'release', '2026-11-25', 'es', 1, 1, 2);
insert into outbox (line, place, post, urgency, due_at, created_at, match) values ('telegram:7', '{}', '{}', 1, 3, 3, 2);
