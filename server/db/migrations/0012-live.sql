-- Notifications that belong together, and those that wait as a stranger's request.
ALTER TABLE notifications ADD COLUMN group_key TEXT;
ALTER TABLE notifications ADD COLUMN filtered INTEGER NOT NULL DEFAULT 0;
CREATE INDEX notifications_by_group ON notifications (account_id, group_key, id) WHERE group_key IS NOT NULL;
CREATE INDEX notifications_by_pair ON notifications (account_id, from_account_id, id);

-- Of whom somebody wants to be told; a row is there once something was chosen.
CREATE TABLE notification_policies (
  account_id INTEGER PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  not_following TEXT NOT NULL DEFAULT 'accept' CHECK (not_following IN ('accept', 'filter', 'drop')),
  not_followers TEXT NOT NULL DEFAULT 'accept' CHECK (not_followers IN ('accept', 'filter', 'drop')),
  new_accounts TEXT NOT NULL DEFAULT 'accept' CHECK (new_accounts IN ('accept', 'filter', 'drop')),
  private_mentions TEXT NOT NULL DEFAULT 'filter' CHECK (private_mentions IN ('accept', 'filter', 'drop')),
  limited_accounts TEXT NOT NULL DEFAULT 'filter' CHECK (limited_accounts IN ('accept', 'filter', 'drop'))
) STRICT;

-- People from whom somebody wants to hear in spite of that.
CREATE TABLE notification_permissions (
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  from_account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, from_account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX notification_permissions_by_sender ON notification_permissions (from_account_id);

-- Whose notifications wait; how many is counted when it is read.
CREATE TABLE notification_requests (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  from_account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  last_status_id INTEGER REFERENCES statuses (id) ON DELETE SET NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (account_id, from_account_id)
) STRICT;
CREATE INDEX notification_requests_by_account ON notification_requests (account_id, id);
CREATE INDEX notification_requests_by_sender ON notification_requests (from_account_id);
CREATE INDEX notification_requests_by_status ON notification_requests (last_status_id) WHERE last_status_id IS NOT NULL;

-- Where a program or browser wants to be told; it ends with the token or session that asked for it.
CREATE TABLE push_subscriptions (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  token_hash BLOB UNIQUE REFERENCES tokens (token_hash) ON DELETE CASCADE,
  session_hash BLOB UNIQUE REFERENCES sessions (token_hash) ON DELETE CASCADE,
  -- address, keys and the program's token, sealed
  target BLOB NOT NULL,
  standard INTEGER NOT NULL,
  alerts TEXT NOT NULL,
  policy TEXT NOT NULL CHECK (policy IN ('all', 'followed', 'follower', 'none')),
  -- whether neither names nor words are sent
  bare INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX push_subscriptions_by_account ON push_subscriptions (account_id);
