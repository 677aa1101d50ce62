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

-- Conversations that somebody wants to hear nothing of; without `expires_at` until they end it. The thread is no
-- reference: its first post may go while the talk goes on.
CREATE TABLE thread_mutes (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  thread_id INTEGER NOT NULL,
  status_id INTEGER REFERENCES statuses (id) ON DELETE SET NULL,
  expires_at INTEGER,
  created_at INTEGER NOT NULL,
  UNIQUE (account_id, thread_id)
) STRICT;
CREATE INDEX thread_mutes_by_account ON thread_mutes (account_id, id);
CREATE INDEX thread_mutes_by_status ON thread_mutes (status_id) WHERE status_id IS NOT NULL;
CREATE INDEX thread_mutes_expiry ON thread_mutes (expires_at) WHERE expires_at IS NOT NULL;

-- What two people agree on, or one offered the other: a truce (neither hears of the other), or a lock (neither replies
-- in one conversation). `hidden`: not for the person it was offered to, whether it never reached them or they said no;
-- which of the two is written nowhere. `ends_at` is there once they agreed, and is the past once it is over.
CREATE TABLE truces (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('truce', 'thread_lock')),
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  target_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  thread_id INTEGER,
  status_id INTEGER REFERENCES statuses (id) ON DELETE SET NULL,
  days INTEGER NOT NULL,
  offered_at INTEGER NOT NULL,
  answer_by INTEGER NOT NULL,
  hidden INTEGER NOT NULL DEFAULT 0,
  withdrawn INTEGER NOT NULL DEFAULT 0,
  ends_at INTEGER
) STRICT;
CREATE INDEX truces_by_account ON truces (account_id, id);
CREATE INDEX truces_by_target ON truces (target_id, id);
CREATE INDEX truces_held ON truces (account_id, target_id, ends_at) WHERE ends_at IS NOT NULL;
CREATE INDEX truces_by_thread ON truces (thread_id, ends_at) WHERE thread_id IS NOT NULL;
CREATE INDEX truces_by_status ON truces (status_id) WHERE status_id IS NOT NULL;
CREATE INDEX truces_by_time ON truces (offered_at);

-- Members who want no offers; nobody else is told.
CREATE TABLE offer_refusers (
  account_id INTEGER PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE
) STRICT;

-- Posts that a member kept for themselves. `content` is sealed under server.key: no word of it is in the clear.
CREATE TABLE evidence_bundles (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  content BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  kept_until INTEGER NOT NULL
) STRICT;
CREATE INDEX evidence_by_account ON evidence_bundles (account_id, id);
CREATE INDEX evidence_expiry ON evidence_bundles (kept_until);
