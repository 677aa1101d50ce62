-- What is said in mediations, and what is written about them: sealed rows only. The keys lie in the secrets folder.
-- `id` is of core/ids.ts and never used again, so that a reference can never open another text than it meant.
CREATE TABLE texts (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL,
  class TEXT NOT NULL CHECK (class IN ('screening', 'intake', 'notes', 'room', 'agreement')),
  sealed BLOB NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX texts_of_case ON texts (case_id, class);
CREATE INDEX texts_by_age ON texts (created_at);
