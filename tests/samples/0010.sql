-- Rows as 0010_find leaves them: the triggers have noted everything that is to be read.
insert into find_term (term, noun, noun_id) values ('litio', 'request', 1);
