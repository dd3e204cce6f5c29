-- When the owner of this chat erased their data. The row stays only until they were told so, in their language.
alter table chat add column forgotten_at integer;
create index chat_forgotten on chat (forgotten_at) where forgotten_at is not null;
