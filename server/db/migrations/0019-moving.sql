-- Lists that a member brings from elsewhere; the rows are worked off one by one, each with what it does.
CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES members (account_id) ON DELETE CASCADE,
  type TEXT NOT NULL CHECK (type IN ('following', 'blocking', 'muting', 'bookmarks')),
  overwrite INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  finished_at INTEGER
) STRICT;
CREATE INDEX imports_by_account ON imports (account_id, id);
CREATE INDEX imports_by_time ON imports (created_at);

-- `problem`: why a row could not come; null while it waits and when it came.
CREATE TABLE import_rows (
  import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  data TEXT NOT NULL,
  done INTEGER NOT NULL DEFAULT 0,
  problem TEXT,
  PRIMARY KEY (import_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_rows_waiting ON import_rows (import_id, n) WHERE done = 0;
CREATE INDEX import_rows_failed ON import_rows (import_id, n) WHERE problem IS NOT NULL;

-- A member's own posts and pictures in one file, for them alone and for some days.
CREATE TABLE archives (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES members (account_id) ON DELETE CASCADE,
  file TEXT,
  bytes INTEGER,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  failed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX archives_by_account ON archives (account_id, id);
CREATE INDEX archives_expiry ON archives (expires_at);
