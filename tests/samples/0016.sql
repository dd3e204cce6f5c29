insert into lead_tag (lead, tag) values (1, 'litio');
