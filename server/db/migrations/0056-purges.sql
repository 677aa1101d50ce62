-- What became of asking other servers to delete a post that moderators deleted here; no result: not answered yet.
CREATE TABLE purge_ways (
  activity_id INTEGER NOT NULL,
  inbox TEXT NOT NULL,
  host TEXT NOT NULL,
  status_id INTEGER NOT NULL,
  uri TEXT NOT NULL,
  result TEXT CHECK (result IN ('delivered', 'refused', 'gone', 'gave_up')),
  at INTEGER NOT NULL,
  -- when a letter went to those who run that server
  letter_at INTEGER,
  PRIMARY KEY (activity_id, inbox)
) STRICT, WITHOUT ROWID;
CREATE INDEX purge_ways_by_post ON purge_ways (status_id);
CREATE INDEX purge_ways_by_age ON purge_ways (at);
