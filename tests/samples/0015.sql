update person set reads_only = 1 where id = 2;
