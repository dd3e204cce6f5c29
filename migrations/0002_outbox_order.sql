-- The heads of lines are looked for in the order in which they leave, and the search stops at the first few: an index in that
-- order spares sorting everything that waits. The next time that something is due is looked for by itself.
drop index outbox_due;
create index outbox_order on outbox (urgency, id) where state = 'waiting';
create index outbox_due on outbox (due_at) where state = 'waiting';
