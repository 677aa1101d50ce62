-- A server is known from the first of its people on.
CREATE TRIGGER know_peer AFTER INSERT ON accounts WHEN NEW.domain IS NOT NULL BEGIN
  INSERT OR IGNORE INTO peers (domain, first_seen_at, last_seen_at) VALUES (NEW.domain, NEW.created_at, NULL);
END;
INSERT OR IGNORE INTO peers (domain, first_seen_at)
  SELECT domain, min(created_at) FROM accounts WHERE domain IS NOT NULL GROUP BY domain;

-- What a server says about itself, as it was last asked. `api` is how it was asked: Mastodon's v2, v1, or NodeInfo;
-- without one it could not be asked, and `problem` says why. `about` is a JSON object (shared/api/peers.ts).
CREATE TABLE peer_facts (
  domain TEXT PRIMARY KEY REFERENCES peers (domain) ON DELETE CASCADE,
  software TEXT,
  version TEXT,
  users INTEGER,
  api TEXT CHECK (api IN ('v2', 'v1', 'nodeinfo')),
  problem TEXT,
  about TEXT NOT NULL DEFAULT '{}',
  fetched_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What those who run the community decided about a server and all below its name. A decision holds while it stands
-- here; at `ends_at` a job takes it away.
CREATE TABLE domain_decisions (
  id INTEGER PRIMARY KEY,
  domain TEXT NOT NULL UNIQUE,
  hidden INTEGER NOT NULL DEFAULT 0,
  no_media INTEGER NOT NULL DEFAULT 0,
  no_reports INTEGER NOT NULL DEFAULT 0,
  cut_off INTEGER NOT NULL DEFAULT 0,
  -- whether the public list shows the name with some letters left out
  obscured INTEGER NOT NULL DEFAULT 0,
  public_reason TEXT NOT NULL DEFAULT '',
  private_reason TEXT NOT NULL DEFAULT '',
  ends_at INTEGER,
  decided_by INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  decided_at INTEGER NOT NULL
) STRICT;
CREATE INDEX domain_decisions_by_person ON domain_decisions (decided_by) WHERE decided_by IS NOT NULL;

-- Where the setting `federation` says so, only these are spoken with.
CREATE TABLE domain_allows (
  id INTEGER PRIMARY KEY,
  domain TEXT NOT NULL UNIQUE,
  allowed_at INTEGER NOT NULL
) STRICT;

-- Lists of others' decisions that are looked at from time to time, and what they would decide, to be reviewed here.
CREATE TABLE domain_lists (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL UNIQUE,
  problem TEXT,
  added_at INTEGER NOT NULL,
  fetched_at INTEGER
) STRICT;
CREATE TABLE domain_drafts (
  domain TEXT PRIMARY KEY,
  list_id INTEGER REFERENCES domain_lists (id) ON DELETE CASCADE,
  hidden INTEGER NOT NULL DEFAULT 0,
  no_media INTEGER NOT NULL DEFAULT 0,
  no_reports INTEGER NOT NULL DEFAULT 0,
  cut_off INTEGER NOT NULL DEFAULT 0,
  public_reason TEXT NOT NULL DEFAULT '',
  drafted_at INTEGER NOT NULL,
  -- one that was put aside is not drafted again
  put_aside_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX domain_drafts_by_list ON domain_drafts (list_id) WHERE list_id IS NOT NULL;

-- People of a server that is cut off: they are suspended until it no longer is.
CREATE TABLE sleeping_accounts (
  account_id INTEGER PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE
) STRICT;

-- Follows between our people and theirs that sleep meanwhile; `member_id` is the one of ours.
CREATE TABLE severed_follows (
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  target_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  member_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  domain TEXT NOT NULL,
  show_reblogs INTEGER NOT NULL,
  notify INTEGER NOT NULL,
  languages TEXT,
  severed_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, target_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX severed_follows_by_target ON severed_follows (target_id);
CREATE INDEX severed_follows_by_member ON severed_follows (member_id, domain);
CREATE INDEX severed_follows_by_domain ON severed_follows (domain, member_id);

-- Servers that one member does not want to see or be reached by.
CREATE TABLE domain_blocks (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  domain TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (account_id, domain)
) STRICT;
CREATE INDEX domain_blocks_by_account ON domain_blocks (account_id, id);

-- This community as a program at other servers, where our people, or theirs, sign in; the secret is sealed.
CREATE TABLE remote_apps (
  host TEXT PRIMARY KEY,
  client_id TEXT NOT NULL,
  client_secret BLOB NOT NULL,
  scopes TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Sign-ins at another server that have begun; `account_id` is the member who brings their old account along.
CREATE TABLE remote_sign_ins (
  state_hash BLOB PRIMARY KEY,
  host TEXT NOT NULL,
  verifier BLOB NOT NULL,
  browser_hash BLOB NOT NULL,
  scopes TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('visit', 'move_in', 'mediation')),
  ref INTEGER,
  account_id INTEGER REFERENCES accounts (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX remote_sign_ins_by_account ON remote_sign_ins (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX remote_sign_ins_expiry ON remote_sign_ins (expires_at);

-- People from elsewhere whom their own server vouched for. They can do nothing here but what `purpose` is.
CREATE TABLE guests (
  token_hash BLOB PRIMARY KEY,
  uri TEXT NOT NULL,
  acct TEXT NOT NULL,
  name TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('visit', 'mediation')),
  ref INTEGER,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX guests_expiry ON guests (expires_at);

-- Accounts elsewhere that a member says are theirs (`alsoKnownAs`), and where a member moved to (`movedTo`).
CREATE TABLE aliases (
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  uri TEXT NOT NULL,
  acct TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, uri)
) STRICT, WITHOUT ROWID;
CREATE TABLE moves (
  account_id INTEGER PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  target_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  moved_at INTEGER NOT NULL
) STRICT;
CREATE INDEX moves_by_target ON moves (target_id);
