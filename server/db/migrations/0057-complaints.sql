-- What somebody complained of about one who runs the community: who and about whom stands in the sealed part alone.
CREATE TABLE complaints (
  id INTEGER PRIMARY KEY,
  who BLOB NOT NULL,
  sealed BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  answered_at INTEGER,
  until INTEGER NOT NULL
) STRICT;
CREATE INDEX complaints_by_who ON complaints (who, id);
CREATE INDEX complaints_until ON complaints (until);
