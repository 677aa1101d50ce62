-- People to begin with, a few about one thing, put together by those who run the community.
CREATE TABLE collections (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  about TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- Whom they asked to stand in one. Nobody does before they said yes: what one is shown under says something about them.
CREATE TABLE collection_people (
  collection_id INTEGER NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  asked_at INTEGER NOT NULL,
  -- NULL until they answered; whoever said no (0) is not asked again
  agreed INTEGER,
  PRIMARY KEY (collection_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX collection_people_by_account ON collection_people (account_id);
