-- What /find looks through: the terms of requests, of the talk about leads, and of organisations. Terms are cut and folded by the
-- program, so triggers only note what is to be read anew; what is erased is gone from here in the same statement. A trigger takes
-- over how its statement treats conflicts, so `or ignore` would not hold in one: each asks first.
create table find_term (
    term    text    not null,
    noun    text    not null check (noun in ('request', 'word', 'organisation')),
    noun_id integer not null,
    primary key (term, noun, noun_id)
) strict, without rowid;

create index find_term_noun on find_term (noun, noun_id);

create table find_todo (
    noun    text    not null check (noun in ('request', 'word', 'organisation')),
    noun_id integer not null,
    primary key (noun, noun_id)
) strict, without rowid;

insert into find_todo (noun, noun_id) select 'request', id from request;
insert into find_todo (noun, noun_id) select 'word', id from lead_word;
insert into find_todo (noun, noun_id) select 'organisation', id from organisation;

create trigger find_request_new after insert on request begin
    insert into find_todo (noun, noun_id) select 'request', new.id
        where not exists (select 1 from find_todo where noun = 'request' and noun_id = new.id);
end;
create trigger find_request_changed after update of body on request begin
    delete from find_term where noun = 'request' and noun_id = new.id;
    insert into find_todo (noun, noun_id) select 'request', new.id
        where not exists (select 1 from find_todo where noun = 'request' and noun_id = new.id);
end;
create trigger find_request_gone after delete on request begin
    delete from find_term where noun = 'request' and noun_id = old.id;
    delete from find_todo where noun = 'request' and noun_id = old.id;
end;

create trigger find_word_new after insert on lead_word begin
    insert into find_todo (noun, noun_id) select 'word', new.id
        where not exists (select 1 from find_todo where noun = 'word' and noun_id = new.id);
end;
create trigger find_word_changed after update of text on lead_word begin
    delete from find_term where noun = 'word' and noun_id = new.id;
    insert into find_todo (noun, noun_id) select 'word', new.id
        where not exists (select 1 from find_todo where noun = 'word' and noun_id = new.id);
end;
create trigger find_word_gone after delete on lead_word begin
    delete from find_term where noun = 'word' and noun_id = old.id;
    delete from find_todo where noun = 'word' and noun_id = old.id;
end;

create trigger find_organisation_new after insert on organisation begin
    insert into find_todo (noun, noun_id) select 'organisation', new.id
        where not exists (select 1 from find_todo where noun = 'organisation' and noun_id = new.id);
end;
create trigger find_organisation_changed after update of name, body on organisation begin
    delete from find_term where noun = 'organisation' and noun_id = new.id;
    insert into find_todo (noun, noun_id) select 'organisation', new.id
        where not exists (select 1 from find_todo where noun = 'organisation' and noun_id = new.id);
end;
create trigger find_organisation_gone after delete on organisation begin
    delete from find_term where noun = 'organisation' and noun_id = old.id;
    delete from find_todo where noun = 'organisation' and noun_id = old.id;
end;
