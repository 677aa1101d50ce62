-- With one of the community's small pictures go its files: the one that moves, and the copy that does not.
CREATE TRIGGER lose_emoji AFTER DELETE ON custom_emojis BEGIN
  INSERT OR IGNORE INTO lost_files (file) VALUES (OLD.file);
  INSERT OR IGNORE INTO lost_files (file) SELECT OLD.static_file WHERE OLD.static_file IS NOT NULL;
END;
CREATE TRIGGER change_emoji AFTER UPDATE OF file ON custom_emojis WHEN NEW.file <> OLD.file BEGIN
  INSERT OR IGNORE INTO lost_files (file) VALUES (OLD.file);
  INSERT OR IGNORE INTO lost_files (file) SELECT OLD.static_file
    WHERE OLD.static_file IS NOT NULL AND OLD.static_file IS NOT NEW.static_file;
END;

-- What the people who run the community say to all members. `publish_at`: when it comes out; `published_at`: that it did.
-- `starts_at` and `ends_at` are when what it tells of takes place; past the end it is shown no more.
CREATE TABLE announcements (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL,
  starts_at INTEGER,
  ends_at INTEGER,
  all_day INTEGER NOT NULL DEFAULT 0,
  publish_at INTEGER,
  published_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  created_by INTEGER REFERENCES accounts (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX announcements_published ON announcements (published_at) WHERE published_at IS NOT NULL;
CREATE INDEX announcements_by_author ON announcements (created_by) WHERE created_by IS NOT NULL;

CREATE TABLE announcement_reads (
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  announcement_id INTEGER NOT NULL REFERENCES announcements (id) ON DELETE CASCADE,
  PRIMARY KEY (account_id, announcement_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX announcement_reads_by_announcement ON announcement_reads (announcement_id);

CREATE TABLE announcement_reactions (
  announcement_id INTEGER NOT NULL REFERENCES announcements (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (announcement_id, name, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX announcement_reactions_by_account ON announcement_reactions (account_id);

-- Networks from which nobody may come: `network` in its one spelling, such as 192.0.2.0/24.
CREATE TABLE ip_blocks (
  id INTEGER PRIMARY KEY,
  network TEXT NOT NULL UNIQUE,
  severity TEXT NOT NULL CHECK (severity IN ('sign_up_requires_approval', 'sign_up_block', 'no_access')),
  comment TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  expires_at INTEGER
) STRICT;
CREATE INDEX ip_blocks_expiry ON ip_blocks (expires_at) WHERE expires_at IS NOT NULL;

-- Mail domains, and those below them, with which nobody may join, or only once somebody said yes.
CREATE TABLE email_domain_blocks (
  id INTEGER PRIMARY KEY,
  domain TEXT NOT NULL UNIQUE,
  allow_with_approval INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE email_domain_tries (
  block_id INTEGER NOT NULL REFERENCES email_domain_blocks (id) ON DELETE CASCADE,
  day INTEGER NOT NULL,
  tries INTEGER NOT NULL,
  PRIMARY KEY (block_id, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX email_domain_tries_by_day ON email_domain_tries (day);

-- Mail addresses with which nobody may join again, however they are spelled: `hash` is a keyed fingerprint, `digest` the
-- sealed SHA-256 that programs know them by.
CREATE TABLE canonical_email_blocks (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE,
  digest BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER
) STRICT;
CREATE INDEX canonical_email_blocks_expiry ON canonical_email_blocks (expires_at) WHERE expires_at IS NOT NULL;

-- Names, or what a name may not hold, by how they look.
CREATE TABLE name_blocks (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE,
  look TEXT NOT NULL,
  exact INTEGER NOT NULL DEFAULT 0,
  allow_with_approval INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT;

-- From which networks somebody joined and logged in, as names that mean nothing once their day's key is gone; 72 hours.
CREATE TABLE account_networks (
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  network TEXT NOT NULL,
  used_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, network)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_networks_by_network ON account_networks (network);
CREATE INDEX account_networks_by_time ON account_networks (used_at);

-- What the people who run the community did, each once. `subject` is whom or what it was about, as a kind and an id;
-- `label` is its name for what has no account. No words of members stand here.
CREATE TABLE staff_log (
  id INTEGER PRIMARY KEY,
  account_id INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  subject_id INTEGER,
  label TEXT NOT NULL DEFAULT '',
  detail TEXT NOT NULL DEFAULT '{}',
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX staff_log_by_account ON staff_log (account_id, id) WHERE account_id IS NOT NULL;
CREATE INDEX staff_log_by_action ON staff_log (action, id);
CREATE INDEX staff_log_by_subject ON staff_log (subject, subject_id, id);
CREATE INDEX staff_log_by_time ON staff_log (created_at);

-- Switches for bad hours. `ends_at` is when it goes back by itself; `wanted_until` is later than that where a second
-- person has to agree first.
CREATE TABLE panic_switches (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  notice TEXT NOT NULL,
  begun_by INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  begun_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  wanted_until INTEGER NOT NULL,
  confirmed_by INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  confirmed_at INTEGER,
  ended_at INTEGER,
  ended_by INTEGER REFERENCES accounts (id) ON DELETE SET NULL
) STRICT;
CREATE UNIQUE INDEX panic_switches_on ON panic_switches (kind) WHERE ended_at IS NULL;
CREATE INDEX panic_switches_by_beginner ON panic_switches (begun_by) WHERE begun_by IS NOT NULL;
CREATE INDEX panic_switches_by_confirmer ON panic_switches (confirmed_by) WHERE confirmed_by IS NOT NULL;
CREATE INDEX panic_switches_by_ender ON panic_switches (ended_by) WHERE ended_by IS NOT NULL;

-- Papers of the community (privacy, data protection, risks), each with the day on which somebody looks at it again.
-- A published text stays as it was while the next one is drafted.
CREATE TABLE documents (
  slug TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  draft TEXT NOT NULL DEFAULT '',
  published TEXT,
  published_at INTEGER,
  reviewed_at INTEGER,
  review_due INTEGER,
  public INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL,
  updated_by INTEGER REFERENCES accounts (id) ON DELETE SET NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX documents_by_writer ON documents (updated_by) WHERE updated_by IS NOT NULL;
CREATE INDEX documents_due ON documents (review_due) WHERE review_due IS NOT NULL;

-- How many came to each step of joining in a day; of nobody in particular.
CREATE TABLE step_counts (
  day INTEGER NOT NULL,
  step TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (day, step)
) STRICT, WITHOUT ROWID;
