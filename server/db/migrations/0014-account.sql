-- What a profile shows beside name and text. `fields` is a JSON list of {name, value, verifiedAt}: times in ms or null.
ALTER TABLE accounts ADD COLUMN header TEXT;
ALTER TABLE accounts ADD COLUMN avatar_description TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN header_description TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN fields TEXT NOT NULL DEFAULT '[]';
ALTER TABLE accounts ADD COLUMN hide_collections INTEGER NOT NULL DEFAULT 0;

-- What somebody noted about another person, for themselves alone.
CREATE TABLE account_notes (
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  target_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  -- sealed under server.key: it is about people, and nobody else's
  note BLOB NOT NULL,
  PRIMARY KEY (account_id, target_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_notes_by_target ON account_notes (target_id);

-- The app that shows a new code every half minute (RFC 6238). `last_step` is the half minute of the last code that was
-- taken, so that none is taken twice. Without `confirmed_at` it was begun, and asks nobody for anything.
CREATE TABLE code_apps (
  account_id INTEGER PRIMARY KEY REFERENCES members (account_id) ON DELETE CASCADE,
  secret BLOB NOT NULL,
  last_step INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  confirmed_at INTEGER
) STRICT;

-- For the day when the second step is lost; each opens once, and only its hash is here.
CREATE TABLE recovery_codes (
  account_id INTEGER NOT NULL REFERENCES members (account_id) ON DELETE CASCADE,
  code_hash BLOB NOT NULL,
  used_at INTEGER,
  PRIMARY KEY (account_id, code_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE passkeys (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES members (account_id) ON DELETE CASCADE,
  credential_id TEXT NOT NULL UNIQUE,
  public_key BLOB NOT NULL,
  counter INTEGER NOT NULL,
  transports TEXT NOT NULL DEFAULT '[]',
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;
CREATE INDEX passkeys_by_account ON passkeys (account_id);

-- What a passkey is asked to sign, once. `account_id` is null where nobody said yet who they are.
CREATE TABLE passkey_challenges (
  challenge_hash BLOB PRIMARY KEY,
  purpose TEXT NOT NULL CHECK (purpose IN ('log_in', 'second_step', 'prove', 'register')),
  account_id INTEGER REFERENCES members (account_id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX passkey_challenges_by_account ON passkey_challenges (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX passkey_challenges_expiry ON passkey_challenges (expires_at);

-- Somebody who said the right password and has to show the second step: no session yet, and able to do nothing.
CREATE TABLE second_steps (
  token_hash BLOB PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES members (account_id) ON DELETE CASCADE,
  tries INTEGER NOT NULL DEFAULT 0,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX second_steps_by_account ON second_steps (account_id);
CREATE INDEX second_steps_expiry ON second_steps (expires_at);

-- A mail address that waits until a link sent to it is opened; the old one holds until then.
CREATE TABLE address_changes (
  account_id INTEGER PRIMARY KEY REFERENCES members (account_id) ON DELETE CASCADE,
  email BLOB NOT NULL,
  email_hash BLOB NOT NULL,
  token_hash BLOB NOT NULL UNIQUE,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX address_changes_expiry ON address_changes (expires_at);

-- People who asked for their account to be deleted. Until `ends_at` it is only hidden, and logging in takes that back.
CREATE TABLE departures (
  account_id INTEGER PRIMARY KEY REFERENCES members (account_id) ON DELETE CASCADE,
  hidden_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL
) STRICT;
CREATE INDEX departures_by_end ON departures (ends_at);

-- Names of members who left, hashed: nobody else gets them, so that nobody can pass for who had one.
CREATE TABLE left_names (
  name_hash BLOB PRIMARY KEY
) STRICT, WITHOUT ROWID;
