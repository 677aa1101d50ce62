-- The activity by which somebody elsewhere followed one of ours: what their Undo will name once the follow is back.
ALTER TABLE severed_follows ADD COLUMN uri TEXT;

-- People of servers that are hidden from public timelines: their posts stand on none, and on no page of a hashtag.
CREATE TABLE hidden_accounts (
  account_id INTEGER PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE
) STRICT;
CREATE TRIGGER hide_account AFTER INSERT ON accounts
WHEN NEW.domain IS NOT NULL AND EXISTS (SELECT 1 FROM domain_decisions WHERE hidden = 1
  AND (NEW.domain || ':' LIKE domain || ':%' OR NEW.domain || ':' LIKE '%.' || domain || ':%')) BEGIN
  INSERT OR IGNORE INTO hidden_accounts (account_id) VALUES (NEW.id);
END;
CREATE TRIGGER hide_post AFTER INSERT ON statuses
WHEN NEW.listed = 1 AND EXISTS (SELECT 1 FROM hidden_accounts WHERE account_id = NEW.account_id) BEGIN
  UPDATE statuses SET listed = 0 WHERE id = NEW.id;
END;

-- An account elsewhere whose owner is moving in: what its server lets us read of it, sealed, until all has come.
-- `cursor` is where the list that is read at `stage` goes on.
CREATE TABLE arrivals (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES members (account_id) ON DELETE CASCADE,
  host TEXT NOT NULL,
  acct TEXT NOT NULL,
  remote_id TEXT NOT NULL,
  token BLOB,
  parts TEXT NOT NULL,
  stage TEXT,
  cursor TEXT,
  problem TEXT,
  created_at INTEGER NOT NULL,
  finished_at INTEGER
) STRICT;
CREATE INDEX arrivals_by_account ON arrivals (account_id, id);
CREATE INDEX arrivals_by_time ON arrivals (created_at);
-- One thing that comes: an account's or a post's address, or a server's name.
CREATE TABLE arrival_rows (
  arrival_id INTEGER NOT NULL REFERENCES arrivals (id) ON DELETE CASCADE,
  part TEXT NOT NULL,
  what TEXT NOT NULL,
  terms TEXT NOT NULL DEFAULT '{}',
  done INTEGER NOT NULL DEFAULT 0,
  problem TEXT,
  PRIMARY KEY (arrival_id, part, what)
) STRICT, WITHOUT ROWID;
CREATE INDEX arrival_rows_waiting ON arrival_rows (arrival_id, part, what) WHERE done = 0;
CREATE INDEX arrival_rows_failed ON arrival_rows (arrival_id) WHERE problem IS NOT NULL;

-- Posts that were brought along from an archive: they stand under their own dates and leave this server by no exit.
CREATE TABLE brought_posts (
  status_id INTEGER PRIMARY KEY REFERENCES statuses (id) ON DELETE CASCADE,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  origin TEXT NOT NULL,
  UNIQUE (account_id, origin)
) STRICT;
