-- The queue is read a page at a time: open cases by how pressing they are and their clock, decided ones by when.
CREATE INDEX moderation_cases_waiting ON moderation_cases (state, urgency, due_at);
CREATE INDEX moderation_cases_decided ON moderation_cases (state, decided_at);

-- Which kinds of case somebody of the team leaves to the others, because they cannot bear them.
CREATE TABLE moderation_skips (
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  PRIMARY KEY (account_id, kind)
) STRICT, WITHOUT ROWID;
