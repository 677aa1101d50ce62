-- The keys with which we sign for somebody; owner 0 is the server itself. A key outlives its account until the last
-- word about that account is delivered, so it hangs on no row.
CREATE TABLE actor_keys (
  owner INTEGER PRIMARY KEY,
  public_key TEXT NOT NULL,
  -- sealed under server.key
  private_key BLOB NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- What is said to other servers, each once: `owner` signs it. `status_id` is the post whose way its author can follow.
CREATE TABLE activities (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL,
  status_id INTEGER,
  body TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX activities_by_owner ON activities (owner);

-- One activity on its way to one inbox. Neither keys nor bodies lie here. `last_at` is when it is given up.
CREATE TABLE deliveries (
  id INTEGER PRIMARY KEY,
  activity_id INTEGER NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
  inbox TEXT NOT NULL,
  host TEXT NOT NULL,
  run_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  leased_until INTEGER,
  UNIQUE (activity_id, inbox)
) STRICT;
CREATE INDEX deliveries_due ON deliveries (run_at);
CREATE INDEX deliveries_by_host ON deliveries (host, run_at);
CREATE INDEX deliveries_leased ON deliveries (leased_until) WHERE leased_until IS NOT NULL;
CREATE TRIGGER finish_activity AFTER DELETE ON deliveries BEGIN
  DELETE FROM activities WHERE id = OLD.activity_id
    AND NOT EXISTS (SELECT 1 FROM deliveries WHERE activity_id = OLD.activity_id);
END;

-- Which inboxes got a post, or never will: kept so that a later Delete finds the same way, and for the author to see.
CREATE TABLE delivered (
  status_id INTEGER NOT NULL,
  inbox TEXT NOT NULL,
  host TEXT NOT NULL,
  at INTEGER NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('delivered', 'refused', 'gone', 'gave_up')),
  PRIMARY KEY (status_id, inbox)
) STRICT, WITHOUT ROWID;
CREATE INDEX delivered_by_age ON delivered (at);

-- How the ways to a host fare. `wait_until`: nothing is tried before. `scheme`: the signature it took last.
CREATE TABLE peer_health (
  host TEXT PRIMARY KEY,
  failures INTEGER NOT NULL DEFAULT 0,
  wait_until INTEGER NOT NULL DEFAULT 0,
  failing_since INTEGER,
  last_ok_at INTEGER,
  last_failed_at INTEGER,
  last_problem TEXT,
  scheme TEXT NOT NULL DEFAULT 'cavage' CHECK (scheme IN ('cavage', 'rfc9421'))
) STRICT, WITHOUT ROWID;
