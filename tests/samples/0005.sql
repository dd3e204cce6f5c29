-- Rows as 0005_import leaves them: an import, and what came in with it.
insert into import (id, at, file, source, added, changed) values (1, 1, 'list.csv', 'the chamber', 2, 0);
insert into organisation (id, key, name, sample, body, came_in, changed_in) values (5001, 'imported', 'Imported', 0, '{}', 1, 1);
insert into opportunity (id, key, organisation, body, came_in, changed_in) values (5001, 'imported-need', 5001, '{}', 1, 1);
