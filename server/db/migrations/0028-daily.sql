-- Whoever is here already knows their way.
INSERT INTO first_steps (account_id, step, done_at)
  SELECT account_id, 'welcome', 0 FROM members WHERE true ON CONFLICT DO NOTHING;

-- Posts that wait for their time. `form` is what was asked for, as JSON; `problem` is why it could not be posted then,
-- so that its author can see to it.
CREATE TABLE scheduled_statuses (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  app_id INTEGER REFERENCES apps (id) ON DELETE SET NULL,
  form TEXT NOT NULL,
  scheduled_at INTEGER NOT NULL,
  idempotency_key BLOB,
  problem TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX scheduled_statuses_by_account ON scheduled_statuses (account_id, id);
CREATE INDEX scheduled_statuses_by_app ON scheduled_statuses (app_id) WHERE app_id IS NOT NULL;

-- The pictures of such a post are kept for it, and are in no other one.
CREATE TABLE scheduled_media (
  media_id INTEGER PRIMARY KEY REFERENCES media (id) ON DELETE CASCADE,
  scheduled_id INTEGER NOT NULL REFERENCES scheduled_statuses (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX scheduled_media_by_scheduled ON scheduled_media (scheduled_id);

-- People whom somebody shows on their profile.
CREATE TABLE endorsements (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  target_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  UNIQUE (account_id, target_id)
) STRICT;
CREATE INDEX endorsements_by_account ON endorsements (account_id, id);
CREATE INDEX endorsements_by_target ON endorsements (target_id);

-- What is used a lot here these days, counted anew by a job. `ref` is the id of a hashtag, a post or a card; `days` is a
-- JSON list of its uses and people by day.
CREATE TABLE trends (
  kind TEXT NOT NULL CHECK (kind IN ('tag', 'status', 'link')),
  ref INTEGER NOT NULL,
  score REAL NOT NULL,
  days TEXT NOT NULL,
  PRIMARY KEY (kind, ref)
) STRICT, WITHOUT ROWID;
CREATE INDEX trends_by_score ON trends (kind, score);

-- What those who may said of it, by name of a hashtag, id of a post, address of a page, or host of pages.
CREATE TABLE trend_reviews (
  kind TEXT NOT NULL CHECK (kind IN ('tag', 'status', 'link', 'publisher')),
  name TEXT NOT NULL,
  allowed INTEGER NOT NULL,
  reviewed_at INTEGER NOT NULL,
  PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;

-- Lists of people can be brought along too.
CREATE TABLE brought (
  import_id INTEGER NOT NULL,
  n INTEGER NOT NULL,
  data TEXT NOT NULL,
  done INTEGER NOT NULL,
  problem TEXT
) STRICT;
INSERT INTO brought SELECT import_id, n, data, done, problem FROM import_rows;
CREATE TABLE imports_of_all (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES members (account_id) ON DELETE CASCADE,
  type TEXT NOT NULL CHECK (type IN ('following', 'blocking', 'muting', 'bookmarks', 'lists')),
  overwrite INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  finished_at INTEGER
) STRICT;
INSERT INTO imports_of_all SELECT id, account_id, type, overwrite, created_at, finished_at FROM imports;
DROP TABLE import_rows;
DROP TABLE imports;
ALTER TABLE imports_of_all RENAME TO imports;
CREATE INDEX imports_by_account ON imports (account_id, id);
CREATE INDEX imports_by_time ON imports (created_at);
CREATE TABLE import_rows (
  import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  data TEXT NOT NULL,
  done INTEGER NOT NULL DEFAULT 0,
  problem TEXT,
  PRIMARY KEY (import_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_rows_waiting ON import_rows (import_id, n) WHERE done = 0;
CREATE INDEX import_rows_failed ON import_rows (import_id, n) WHERE problem IS NOT NULL;
INSERT INTO import_rows (import_id, n, data, done, problem) SELECT import_id, n, data, done, problem FROM brought;
DROP TABLE brought;
