-- What the community tells one member: only what kind of thing, and the id of the thing. No word of anybody stands here.
CREATE TABLE notices (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  ref INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  read_at INTEGER,
  UNIQUE (account_id, kind, ref)
) STRICT;
CREATE INDEX notices_by_account ON notices (account_id, id);
CREATE INDEX notices_unread ON notices (account_id, id) WHERE read_at IS NULL;
CREATE INDEX notices_by_time ON notices (created_at);
