-- Whom an account mocks, and whether they want that something is done: they are asked before two decide.
CREATE TABLE mocked_asked (
  case_id INTEGER NOT NULL REFERENCES moderation_cases (id) ON DELETE CASCADE,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  asked_by INTEGER,
  asked_at INTEGER NOT NULL,
  answer TEXT CHECK (answer IN ('proceed', 'leave')),
  answered_at INTEGER,
  PRIMARY KEY (case_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mocked_asked_by_account ON mocked_asked (account_id);
