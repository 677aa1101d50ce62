-- That something was deleted is known of whoever said so: a neighbour on the same server cannot keep a post from coming
-- that is not theirs. `actor` is their address; empty for what we deleted ourselves, and for what was known before.
CREATE TABLE tombstones_by_actor (
  uri TEXT NOT NULL,
  actor TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL,
  PRIMARY KEY (uri, actor)
) STRICT, WITHOUT ROWID;
INSERT INTO tombstones_by_actor (uri, at) SELECT uri, at FROM tombstones;
DROP TABLE tombstones;
ALTER TABLE tombstones_by_actor RENAME TO tombstones;
CREATE INDEX tombstones_by_age ON tombstones (at);

-- Since when somebody is suspended because their own server says so; another time in `accounts` is another one's word.
-- And when they last moved.
ALTER TABLE remote_actors ADD COLUMN suspended_there INTEGER;
ALTER TABLE remote_actors ADD COLUMN moved_at INTEGER;

-- Quotes that wait for a word, which they do for a while only.
CREATE INDEX quotes_pending ON quotes (created_at) WHERE state = 'pending';
