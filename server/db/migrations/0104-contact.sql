-- Nobody was named for questions since nobody ever chose somebody: then the first owner is.
DELETE FROM settings WHERE name = 'contactUsername' AND value = 'null'
  AND updated_at = (SELECT min(updated_at) FROM settings);
