-- The way into one mediation for somebody of another server: what their one message leads to. Who they are stands
-- nowhere beside it.
CREATE TABLE mediation_links (
  case_id INTEGER PRIMARY KEY REFERENCES mediation_cases (id) ON DELETE CASCADE,
  link_hash BLOB NOT NULL UNIQUE
) STRICT;

-- Browsers in which it was opened: at the door, with a code to show who they are, or let in.
CREATE TABLE mediation_visits (
  token_hash BLOB PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES mediation_links (case_id) ON DELETE CASCADE,
  verified INTEGER NOT NULL DEFAULT 0 CHECK (verified IN (0, 1)),
  code BLOB,
  -- how many wrong codes came while this one waited
  wrong INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX mediation_visits_by_case ON mediation_visits (case_id, created_at);
CREATE INDEX mediation_visits_expiry ON mediation_visits (expires_at);
