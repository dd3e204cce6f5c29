update lead set icon_shows = 'waiting' where id = 1;
