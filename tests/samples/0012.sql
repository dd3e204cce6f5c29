insert into chat (door, id, kind, lang, forgotten_at) values ('telegram', 4712, 'private', 'zh', 1790000000000);
