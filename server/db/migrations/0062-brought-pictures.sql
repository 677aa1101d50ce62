-- Pictures that belong to posts which somebody brought along, and are still in their archive; `problem` says why one
-- cannot come. One that came has no row any more.
CREATE TABLE brought_files (
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  status_id INTEGER NOT NULL REFERENCES statuses (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  description TEXT NOT NULL,
  focus_x REAL NOT NULL,
  focus_y REAL NOT NULL,
  problem TEXT,
  PRIMARY KEY (account_id, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX brought_files_by_status ON brought_files (status_id);
CREATE INDEX brought_files_waiting ON brought_files (account_id, path) WHERE problem IS NULL;
-- How many pictures of theirs came, and their bytes.
CREATE TABLE brought_pictures (
  account_id INTEGER PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  came INTEGER NOT NULL,
  bytes INTEGER NOT NULL
) STRICT;
