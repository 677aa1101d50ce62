-- Being told of things while nothing is open. Whether names and words are sent is one choice for all of somebody's
-- devices, so it stands with the hours in which nothing comes.
ALTER TABLE push_subscriptions DROP COLUMN bare;
-- The day (ms) on which the community's own notices last knocked here; to the day, as two people of one mediation are
-- told in the same second.
ALTER TABLE push_subscriptions ADD COLUMN noticed_day INTEGER NOT NULL DEFAULT 0;

CREATE TABLE push_choices (
  account_id INTEGER PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  bare INTEGER NOT NULL DEFAULT 0,
  -- times of the day as 22:00
  quiet_from TEXT,
  quiet_to TEXT,
  time_zone TEXT NOT NULL DEFAULT 'UTC'
) STRICT;

-- By which key push services know this community; the private half is sealed under server.key.
CREATE TABLE push_keys (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  public_key TEXT NOT NULL,
  private_key BLOB NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
