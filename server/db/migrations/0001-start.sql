-- Times are milliseconds since 1970, ids are of core/ids.ts, booleans are 0 or 1.

-- People of this server (domain IS NULL) and, once known, of others. `joined_at` is when they became visible here:
-- for members, mail confirmed and, where asked, approved. Remote accounts are keyed by their actor URI.
CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  uri TEXT UNIQUE,
  username TEXT NOT NULL,
  username_key TEXT NOT NULL,
  domain TEXT,
  display_name TEXT NOT NULL DEFAULT '',
  -- lower case, for finding people by the beginning of their name
  display_key TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  avatar TEXT,
  locked INTEGER NOT NULL DEFAULT 0,
  discoverable INTEGER NOT NULL DEFAULT 0,
  bot INTEGER NOT NULL DEFAULT 0,
  made_up INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  joined_at INTEGER,
  suspended_at INTEGER,
  last_status_at INTEGER,
  statuses_count INTEGER NOT NULL DEFAULT 0,
  followers_count INTEGER NOT NULL DEFAULT 0,
  following_count INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX accounts_local_name ON accounts (username_key) WHERE domain IS NULL;
CREATE UNIQUE INDEX accounts_remote_name ON accounts (domain, username_key) WHERE domain IS NOT NULL;
CREATE INDEX accounts_home ON accounts (domain, suspended_at, joined_at);
CREATE INDEX accounts_by_display_key ON accounts (display_key) WHERE display_key <> '';

-- The private side of a local account. Mail addresses are sealed under server.key; the hash finds them.
CREATE TABLE members (
  account_id INTEGER PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  email BLOB,
  email_hash BLOB UNIQUE,
  password_hash TEXT NOT NULL,
  confirmed_at INTEGER,
  approved_at INTEGER,
  disabled_at INTEGER,
  applied_at INTEGER,
  reason TEXT NOT NULL DEFAULT '',
  locale TEXT NOT NULL DEFAULT 'en',
  default_visibility TEXT NOT NULL DEFAULT 'public',
  default_sensitive INTEGER NOT NULL DEFAULT 0,
  default_language TEXT,
  invite_id INTEGER REFERENCES invites (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX members_waiting ON members (applied_at) WHERE approved_at IS NULL;
CREATE INDEX members_invited ON members (confirmed_at) WHERE invite_id IS NOT NULL;
CREATE INDEX members_decided ON members (approved_at) WHERE applied_at IS NOT NULL;

CREATE TABLE roles (
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('owner', 'admin', 'moderator', 'mediator', 'coordinator', 'steward')),
  granted_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX roles_by_name ON roles (role, account_id);

-- A newcomer until the mail address is confirmed. `known` marks an address that already belongs to a member:
-- such a registration looks the same from outside and can never become an account.
CREATE TABLE registrations (
  id INTEGER PRIMARY KEY,
  token_hash BLOB NOT NULL UNIQUE,
  form_id TEXT NOT NULL UNIQUE,
  username TEXT NOT NULL,
  username_key TEXT NOT NULL UNIQUE,
  email BLOB NOT NULL,
  email_hash BLOB NOT NULL,
  known INTEGER NOT NULL,
  password_hash TEXT NOT NULL,
  locale TEXT NOT NULL,
  rules_version INTEGER NOT NULL,
  rules_locale TEXT NOT NULL,
  rules_acks TEXT NOT NULL,
  rules_sha256 TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  invite_id INTEGER REFERENCES invites (id) ON DELETE SET NULL,
  hand_code TEXT NOT NULL UNIQUE,
  by_hand_at INTEGER,
  mail_id INTEGER REFERENCES mails (id) ON DELETE SET NULL,
  mails_sent INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  account_id INTEGER REFERENCES accounts (id) ON DELETE CASCADE,
  refused_at INTEGER
) STRICT;
CREATE INDEX registrations_by_email ON registrations (email_hash);
CREATE INDEX registrations_by_mail ON registrations (mail_id) WHERE mail_id IS NOT NULL;
CREATE INDEX registrations_by_hand ON registrations (by_hand_at) WHERE by_hand_at IS NOT NULL;
CREATE INDEX registrations_expiry ON registrations (expires_at);
CREATE INDEX registrations_by_account ON registrations (account_id) WHERE account_id IS NOT NULL;

CREATE TABLE invites (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  created_by INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  max_uses INTEGER,
  uses INTEGER NOT NULL DEFAULT 0,
  comment TEXT NOT NULL DEFAULT '',
  withdrawn_at INTEGER
) STRICT;

-- One-time links (set-up, confirmation, password reset): the token itself is only in the mail.
CREATE TABLE links (
  token_hash BLOB PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('setup', 'confirm', 'reset')),
  account_id INTEGER REFERENCES accounts (id) ON DELETE CASCADE,
  registration_id INTEGER REFERENCES registrations (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX links_expiry ON links (expires_at);
CREATE INDEX links_by_account ON links (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX links_by_registration ON links (registration_id) WHERE registration_id IS NOT NULL;

-- Mails with what became of them; address, subject and text are sealed, and the row goes after some days.
CREATE TABLE mails (
  id INTEGER PRIMARY KEY,
  recipient BLOB NOT NULL,
  recipient_hash BLOB NOT NULL,
  content BLOB NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'refused', 'file')),
  answer TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  settled_at INTEGER
) STRICT;
CREATE INDEX mails_by_recipient ON mails (recipient_hash, id);
CREATE INDEX mails_by_time ON mails (created_at);

CREATE TABLE sessions (
  token_hash BLOB PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  used_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_account ON sessions (account_id);
CREATE INDEX sessions_expiry ON sessions (expires_at);

-- Other programs and what people allowed them.
CREATE TABLE apps (
  id INTEGER PRIMARY KEY,
  client_id TEXT NOT NULL UNIQUE,
  secret_hash BLOB NOT NULL,
  name TEXT NOT NULL,
  website TEXT,
  redirect_uris TEXT NOT NULL,
  scopes TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE grants (
  code_hash BLOB PRIMARY KEY,
  app_id INTEGER NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  redirect_uri TEXT NOT NULL,
  scopes TEXT NOT NULL,
  challenge TEXT,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX grants_by_app ON grants (app_id);
CREATE INDEX grants_by_account ON grants (account_id);
CREATE INDEX grants_expiry ON grants (expires_at);

CREATE TABLE tokens (
  token_hash BLOB PRIMARY KEY,
  app_id INTEGER REFERENCES apps (id) ON DELETE CASCADE,
  account_id INTEGER REFERENCES accounts (id) ON DELETE CASCADE,
  code_hash BLOB,
  scopes TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX tokens_by_account ON tokens (account_id);
CREATE INDEX tokens_by_app ON tokens (app_id);
CREATE INDEX tokens_by_code ON tokens (code_hash) WHERE code_hash IS NOT NULL;

-- The community's own texts and choices, one JSON value a name.
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_sets (
  version INTEGER PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('draft', 'announced', 'effective', 'retired')),
  locale TEXT NOT NULL,
  intro TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  effective_at INTEGER
) STRICT;

CREATE TABLE rules (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('ground_rule', 'guideline', 'notice')),
  parent_id INTEGER REFERENCES rules (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  enforcement TEXT NOT NULL CHECK (enforcement IN ('removal', 'ladder', 'advice'))
) STRICT;
CREATE INDEX rules_by_parent ON rules (parent_id);

CREATE TABLE rule_texts (
  version INTEGER NOT NULL REFERENCES rule_sets (version) ON DELETE CASCADE,
  rule_id INTEGER NOT NULL REFERENCES rules (id) ON DELETE CASCADE,
  locale TEXT NOT NULL,
  text TEXT NOT NULL,
  hint TEXT NOT NULL DEFAULT '',
  origin TEXT NOT NULL DEFAULT 'original' CHECK (origin IN ('original', 'reviewed', 'machine')),
  PRIMARY KEY (version, rule_id, locale)
) STRICT, WITHOUT ROWID;
CREATE INDEX rule_texts_by_rule ON rule_texts (rule_id);

-- Who agreed to what, word for word: `sha256` is of the texts as they were shown, `acks` is {rule id: time}.
CREATE TABLE acceptances (
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  version INTEGER NOT NULL REFERENCES rule_sets (version),
  locale TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  acks TEXT NOT NULL,
  via TEXT NOT NULL CHECK (via IN ('signup', 'gate', 'setup', 'admin')),
  accepted_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX acceptances_by_version ON acceptances (version, account_id);

-- Topics for content warnings, as the composer offers them.
CREATE TABLE warning_topics (
  slug TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('sensitive', 'courtesy', 'spoiler')),
  guidance TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE statuses (
  id INTEGER PRIMARY KEY,
  uri TEXT UNIQUE,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  local INTEGER NOT NULL,
  thread_id INTEGER NOT NULL,
  in_reply_to_id INTEGER REFERENCES statuses (id) ON DELETE SET NULL,
  in_reply_to_account_id INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  text TEXT NOT NULL,
  spoiler_text TEXT NOT NULL DEFAULT '',
  warning_topics TEXT NOT NULL DEFAULT '[]',
  sensitive INTEGER NOT NULL DEFAULT 0,
  visibility TEXT NOT NULL CHECK (visibility IN ('public', 'unlisted', 'private', 'direct')),
  local_only INTEGER NOT NULL DEFAULT 0,
  language TEXT,
  app_id INTEGER REFERENCES apps (id) ON DELETE SET NULL,
  replies_count INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  -- listed: belongs on public timelines (public, and no reply to somebody else)
  listed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX statuses_by_account ON statuses (account_id, id);
CREATE INDEX statuses_listed ON statuses (local, id) WHERE listed = 1;
CREATE INDEX statuses_open ON statuses (local, id) WHERE listed = 1 AND local_only = 0;
CREATE INDEX statuses_by_thread ON statuses (thread_id, id);
CREATE INDEX statuses_by_parent ON statuses (in_reply_to_id, id) WHERE in_reply_to_id IS NOT NULL;
CREATE INDEX statuses_by_parent_account ON statuses (in_reply_to_account_id) WHERE in_reply_to_account_id IS NOT NULL;
CREATE INDEX statuses_by_app ON statuses (app_id) WHERE app_id IS NOT NULL;

CREATE TABLE mentions (
  status_id INTEGER NOT NULL REFERENCES statuses (id) ON DELETE CASCADE,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  PRIMARY KEY (status_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_by_account ON mentions (account_id, status_id);

CREATE TABLE tags (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  display TEXT NOT NULL
) STRICT;

CREATE TABLE status_tags (
  tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
  status_id INTEGER NOT NULL REFERENCES statuses (id) ON DELETE CASCADE,
  PRIMARY KEY (tag_id, status_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX status_tags_by_status ON status_tags (status_id);

CREATE TABLE home_entries (
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  status_id INTEGER NOT NULL REFERENCES statuses (id) ON DELETE CASCADE,
  PRIMARY KEY (account_id, status_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX home_entries_by_status ON home_entries (status_id);

-- A repeated POST with the same Idempotency-Key gives the first answer.
CREATE TABLE idempotency (
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  key_hash BLOB NOT NULL,
  status_id INTEGER NOT NULL REFERENCES statuses (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, key_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_by_time ON idempotency (created_at);
CREATE INDEX idempotency_by_status ON idempotency (status_id);

CREATE TABLE follows (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  target_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  show_reblogs INTEGER NOT NULL DEFAULT 1,
  notify INTEGER NOT NULL DEFAULT 0,
  languages TEXT,
  created_at INTEGER NOT NULL,
  UNIQUE (account_id, target_id)
) STRICT;
CREATE INDEX follows_by_target ON follows (target_id, id);
CREATE INDEX follows_by_account ON follows (account_id, id);

CREATE TABLE follow_requests (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  target_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  show_reblogs INTEGER NOT NULL DEFAULT 1,
  notify INTEGER NOT NULL DEFAULT 0,
  languages TEXT,
  created_at INTEGER NOT NULL,
  UNIQUE (account_id, target_id)
) STRICT;
CREATE INDEX follow_requests_by_target ON follow_requests (target_id, id);

CREATE TABLE blocks (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  target_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  UNIQUE (account_id, target_id)
) STRICT;
CREATE INDEX blocks_by_target ON blocks (target_id, account_id);
CREATE INDEX blocks_by_account ON blocks (account_id, id);

CREATE TABLE mutes (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  target_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  notifications INTEGER NOT NULL DEFAULT 1,
  expires_at INTEGER,
  created_at INTEGER NOT NULL,
  UNIQUE (account_id, target_id)
) STRICT;
CREATE INDEX mutes_by_target ON mutes (target_id);
CREATE INDEX mutes_by_account ON mutes (account_id, id);
CREATE INDEX mutes_expiry ON mutes (expires_at) WHERE expires_at IS NOT NULL;

CREATE TABLE notifications (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  type TEXT NOT NULL,
  from_account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  status_id INTEGER REFERENCES statuses (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX notifications_by_account ON notifications (account_id, id);
CREATE INDEX notifications_by_sender ON notifications (from_account_id);
CREATE INDEX notifications_by_status ON notifications (status_id) WHERE status_id IS NOT NULL;

CREATE TABLE markers (
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  timeline TEXT NOT NULL CHECK (timeline IN ('home', 'notifications')),
  last_read_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, timeline)
) STRICT, WITHOUT ROWID;

CREATE TABLE custom_emojis (
  shortcode TEXT PRIMARY KEY,
  file TEXT NOT NULL,
  category TEXT,
  visible INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

-- The other servers this community is connected with.
CREATE TABLE peers (
  domain TEXT PRIMARY KEY,
  first_seen_at INTEGER NOT NULL,
  last_seen_at INTEGER,
  made_up INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE jobs (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  run_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  leased_until INTEGER,
  error TEXT,
  once TEXT UNIQUE
) STRICT;
CREATE INDEX jobs_due ON jobs (run_at);

-- Numbers that are shown on every visit; triggers keep them, so that no way of writing can forget them.
CREATE TABLE stats (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO stats (name, value) VALUES ('statuses', 0), ('peers', 0);

CREATE TRIGGER count_local_status AFTER INSERT ON statuses WHEN NEW.local = 1 BEGIN
  UPDATE stats SET value = value + 1 WHERE name = 'statuses';
END;
CREATE TRIGGER uncount_local_status AFTER DELETE ON statuses WHEN OLD.local = 1 BEGIN
  UPDATE stats SET value = value - 1 WHERE name = 'statuses';
END;
CREATE TRIGGER count_peer AFTER INSERT ON peers BEGIN
  UPDATE stats SET value = value + 1 WHERE name = 'peers';
END;
CREATE TRIGGER uncount_peer AFTER DELETE ON peers BEGIN
  UPDATE stats SET value = value - 1 WHERE name = 'peers';
END;

CREATE TRIGGER count_account_status AFTER INSERT ON statuses BEGIN
  UPDATE accounts SET statuses_count = statuses_count + 1,
    last_status_at = max(coalesce(last_status_at, 0), NEW.created_at) WHERE id = NEW.account_id;
END;
CREATE TRIGGER uncount_account_status AFTER DELETE ON statuses BEGIN
  UPDATE accounts SET statuses_count = statuses_count - 1, last_status_at =
    (SELECT created_at FROM statuses WHERE account_id = OLD.account_id ORDER BY id DESC LIMIT 1)
    WHERE id = OLD.account_id;
END;
-- A hashtag goes with the last post that has it.
CREATE TRIGGER drop_unused_tag AFTER DELETE ON status_tags BEGIN
  DELETE FROM tags WHERE id = OLD.tag_id AND NOT EXISTS (SELECT 1 FROM status_tags WHERE tag_id = OLD.tag_id);
END;
-- Only replies that whoever sees the parent may see are counted: a number must not tell of a private answer.
CREATE TRIGGER count_reply AFTER INSERT ON statuses
WHEN NEW.in_reply_to_id IS NOT NULL AND NEW.visibility IN ('public', 'unlisted') BEGIN
  UPDATE statuses SET replies_count = replies_count + 1
    WHERE id = NEW.in_reply_to_id AND local_only >= NEW.local_only;
END;
CREATE TRIGGER uncount_reply AFTER DELETE ON statuses
WHEN OLD.in_reply_to_id IS NOT NULL AND OLD.visibility IN ('public', 'unlisted') BEGIN
  UPDATE statuses SET replies_count = replies_count - 1
    WHERE id = OLD.in_reply_to_id AND local_only >= OLD.local_only;
END;
CREATE TRIGGER count_follow AFTER INSERT ON follows BEGIN
  UPDATE accounts SET followers_count = followers_count + 1 WHERE id = NEW.target_id;
  UPDATE accounts SET following_count = following_count + 1 WHERE id = NEW.account_id;
END;
CREATE TRIGGER uncount_follow AFTER DELETE ON follows BEGIN
  UPDATE accounts SET followers_count = followers_count - 1 WHERE id = OLD.target_id;
  UPDATE accounts SET following_count = following_count - 1 WHERE id = OLD.account_id;
END;
