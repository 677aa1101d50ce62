-- What a request that makes something was answered, so that one whose answer was lost can be sent again.
CREATE TABLE answered (
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  key_hash BLOB NOT NULL,
  answer TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, key_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX answered_by_time ON answered (created_at);
