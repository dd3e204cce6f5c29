insert into erasure (fingerprint, at) values ('00ff', 1790000000000);
insert into ban (door, user, at, by, told_at) values ('telegram', 4711, 1790000000000, null, null);
