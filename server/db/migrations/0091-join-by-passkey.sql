-- The passkey of a newcomer who takes one instead of a password: a JSON object, until the account is made.
ALTER TABLE registrations ADD COLUMN passkey TEXT;

-- The name under which a passkey knows its account, where it was made before the account; else one made of the account.
ALTER TABLE passkeys ADD COLUMN handle TEXT;

-- What passkeys are asked lasts for minutes: the table is made anew with one purpose more.
DROP TABLE passkey_challenges;
CREATE TABLE passkey_challenges (
  challenge_hash BLOB PRIMARY KEY,
  purpose TEXT NOT NULL CHECK (purpose IN ('log_in', 'second_step', 'prove', 'register', 'sign_up')),
  account_id INTEGER REFERENCES members (account_id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX passkey_challenges_by_account ON passkey_challenges (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX passkey_challenges_expiry ON passkey_challenges (expires_at);
