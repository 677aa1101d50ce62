-- People of other servers. What an account needs wherever it is shown stands in `accounts`; here is what is known of
-- where it comes from. `host` is that of the actor's address. The totals are what its own server says.
CREATE TABLE remote_actors (
  account_id INTEGER PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  host TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('Person', 'Service', 'Application', 'Group', 'Organization')),
  url TEXT,
  inbox TEXT NOT NULL,
  shared_inbox TEXT,
  outbox TEXT,
  followers_uri TEXT,
  following_uri TEXT,
  featured_uri TEXT,
  key_id TEXT,
  public_key TEXT,
  key_fetched_at INTEGER,
  also_known_as TEXT NOT NULL DEFAULT '[]',
  moved_to TEXT,
  avatar_url TEXT,
  header_url TEXT,
  -- sanitised when it came; `accounts.note` is its plain text
  note_html TEXT NOT NULL DEFAULT '',
  -- a JSON list of {name, value}, the value sanitised when it came
  fields_html TEXT NOT NULL DEFAULT '[]',
  -- a JSON list of the shortcodes of its own emoji that stand in name, text or fields
  emojis TEXT NOT NULL DEFAULT '[]',
  statuses_total INTEGER,
  followers_total INTEGER,
  following_total INTEGER,
  -- when its handle was last seen to point back to it
  handle_checked_at INTEGER,
  fetched_at INTEGER NOT NULL,
  -- when its latest posts were fetched, as nobody here followed it yet
  filled_at INTEGER
) STRICT;
CREATE INDEX remote_actors_by_host ON remote_actors (host, account_id);
CREATE INDEX remote_actors_by_inbox ON remote_actors (shared_inbox) WHERE shared_inbox IS NOT NULL;
CREATE INDEX remote_actors_by_followers ON remote_actors (followers_uri) WHERE followers_uri IS NOT NULL;

-- `html` is there for posts from elsewhere alone, sanitised when they came; `text` is then its plain text. `emojis` is a
-- JSON list of the shortcodes of its server's own emoji that stand in it.
ALTER TABLE statuses ADD COLUMN html TEXT;
ALTER TABLE statuses ADD COLUMN url TEXT;
ALTER TABLE statuses ADD COLUMN conversation_uri TEXT;
ALTER TABLE statuses ADD COLUMN emojis TEXT;
ALTER TABLE status_edits ADD COLUMN html TEXT;
CREATE INDEX statuses_by_url ON statuses (url) WHERE url IS NOT NULL;
CREATE INDEX statuses_by_conversation ON statuses (conversation_uri) WHERE conversation_uri IS NOT NULL;

-- What the server of a post says about it. `parent_uri` is what it answers, while that is not here.
CREATE TABLE remote_statuses (
  status_id INTEGER PRIMARY KEY REFERENCES statuses (id) ON DELETE CASCADE,
  parent_uri TEXT,
  replies_uri TEXT,
  replies_total INTEGER,
  likes_total INTEGER,
  shares_total INTEGER,
  fetched_at INTEGER NOT NULL,
  -- when its answers were last fetched
  replies_fetched_at INTEGER
) STRICT;
CREATE INDEX remote_statuses_by_parent ON remote_statuses (parent_uri) WHERE parent_uri IS NOT NULL;

-- The activity that made each of these, where it came from elsewhere: what an Undo names.
ALTER TABLE follows ADD COLUMN uri TEXT;
ALTER TABLE follow_requests ADD COLUMN uri TEXT;
ALTER TABLE favourites ADD COLUMN uri TEXT;
ALTER TABLE blocks ADD COLUMN uri TEXT;
CREATE INDEX follows_by_uri ON follows (uri) WHERE uri IS NOT NULL;
CREATE INDEX follow_requests_by_uri ON follow_requests (uri) WHERE uri IS NOT NULL;
CREATE INDEX favourites_by_uri ON favourites (uri) WHERE uri IS NOT NULL;
CREATE INDEX blocks_by_uri ON blocks (uri) WHERE uri IS NOT NULL;

-- What was quoted where that is not here yet, and the quoted person's word that it may be.
ALTER TABLE quotes ADD COLUMN quoted_uri TEXT;
ALTER TABLE quotes ADD COLUMN approval_uri TEXT;
ALTER TABLE quotes ADD COLUMN request_uri TEXT;
CREATE INDEX quotes_by_quoted_uri ON quotes (quoted_uri) WHERE quoted_uri IS NOT NULL;
CREATE INDEX quotes_by_approval ON quotes (approval_uri) WHERE approval_uri IS NOT NULL;

-- Addresses of what was deleted where it came from, so that it does not come back.
CREATE TABLE tombstones (
  uri TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tombstones_by_age ON tombstones (at);

-- Activities that were taken in, each once: the hash is of the actor's address and the activity's.
CREATE TABLE seen_activities (
  hash BLOB PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX seen_activities_by_age ON seen_activities (at);

-- Emoji of other servers; `file` is there once somebody looked at it.
CREATE TABLE remote_emojis (
  id INTEGER PRIMARY KEY,
  host TEXT NOT NULL,
  shortcode TEXT NOT NULL,
  url TEXT NOT NULL,
  file TEXT,
  updated_at INTEGER NOT NULL,
  UNIQUE (host, shortcode)
) STRICT;

-- Pictures of posts from elsewhere: `remote_url` is where theirs is, `remote_small_url` the picture that stands for what is
-- no picture, and `file` and `small` are there once somebody looked at it. `width` and `height` are 0 where nobody said,
-- `blurhash` is '' likewise.
CREATE TABLE media_of_all (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  status_id INTEGER REFERENCES statuses (id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0,
  loose_since INTEGER,
  kind TEXT NOT NULL DEFAULT 'image' CHECK (kind IN ('image', 'gifv', 'video', 'audio', 'unknown')),
  file TEXT UNIQUE,
  small TEXT UNIQUE,
  remote_url TEXT,
  remote_small_url TEXT,
  bytes INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  small_width INTEGER NOT NULL,
  small_height INTEGER NOT NULL,
  animated INTEGER NOT NULL DEFAULT 0,
  focus_x REAL NOT NULL DEFAULT 0,
  focus_y REAL NOT NULL DEFAULT 0,
  description TEXT NOT NULL DEFAULT '',
  blurhash TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL DEFAULT 0,
  CHECK ((status_id IS NULL) = (loose_since IS NOT NULL)),
  CHECK ((file IS NULL) = (small IS NULL)),
  CHECK (file IS NOT NULL OR remote_url IS NOT NULL)
) STRICT;
INSERT INTO media_of_all (id, account_id, status_id, position, loose_since, file, small, bytes, width, height,
    small_width, small_height, animated, focus_x, focus_y, description, blurhash, created_at, withdrawn)
  SELECT id, account_id, status_id, position, loose_since, file, small, bytes, width, height,
    small_width, small_height, animated, focus_x, focus_y, description, blurhash, created_at, withdrawn FROM media;
DROP TABLE media;
ALTER TABLE media_of_all RENAME TO media;
CREATE INDEX media_by_status ON media (status_id, position) WHERE status_id IS NOT NULL;
CREATE INDEX media_by_account ON media (account_id, created_at);
CREATE INDEX media_loose ON media (loose_since) WHERE loose_since IS NOT NULL;
CREATE TRIGGER count_media AFTER INSERT ON media WHEN NEW.status_id IS NOT NULL BEGIN
  UPDATE statuses SET media_count = media_count + 1 WHERE id = NEW.status_id;
END;
CREATE TRIGGER recount_media AFTER UPDATE OF status_id ON media WHEN NEW.status_id IS NOT OLD.status_id BEGIN
  UPDATE statuses SET media_count = media_count - 1 WHERE id = OLD.status_id;
  UPDATE statuses SET media_count = media_count + 1 WHERE id = NEW.status_id;
END;
CREATE TRIGGER lose_media AFTER DELETE ON media BEGIN
  UPDATE statuses SET media_count = media_count - 1 WHERE id = OLD.status_id;
  INSERT OR IGNORE INTO lost_files (file) SELECT OLD.file WHERE OLD.file IS NOT NULL;
  INSERT OR IGNORE INTO lost_files (file) SELECT OLD.small WHERE OLD.small IS NOT NULL;
END;
-- What is taken off the disk to be fetched again when it is looked at.
CREATE TRIGGER lose_media_file AFTER UPDATE OF file, small ON media WHEN OLD.file IS NOT NULL AND NEW.file IS NULL BEGIN
  INSERT OR IGNORE INTO lost_files (file) VALUES (OLD.file), (OLD.small);
END;
