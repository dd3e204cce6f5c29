insert into lead (id, door, chat, state, opened_at, partner_at, topic_name, repeats, merged_into)
    values (2, 'telegram', 7, 'closed', 2, 2, 'again', 1, 1);
