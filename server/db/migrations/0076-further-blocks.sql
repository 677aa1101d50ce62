-- Whether somebody's blocks reach the further accounts of whom they block: unless they say otherwise, they do.
ALTER TABLE members ADD COLUMN extend_blocks INTEGER NOT NULL DEFAULT 1;

-- The sentences with which the team begins what a person reads, for each rule, and those of `*` for every rule.
CREATE TABLE moderation_openings (
  id INTEGER PRIMARY KEY,
  rule TEXT NOT NULL,
  text TEXT NOT NULL,
  by_id INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX moderation_openings_by_rule ON moderation_openings (rule, id);
CREATE INDEX moderation_openings_by_person ON moderation_openings (by_id) WHERE by_id IS NOT NULL;

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
