-- Pictures. `loose_since` is there while one is in no post: uploaded and not posted yet, or left over from a post that
-- was deleted to be written anew. `file` is the picture as it is shown, `small` the one that stands in lists.
CREATE TABLE media (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  status_id INTEGER REFERENCES statuses (id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0,
  loose_since INTEGER,
  file TEXT NOT NULL UNIQUE,
  small TEXT NOT NULL UNIQUE,
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
  CHECK ((status_id IS NULL) = (loose_since IS NOT NULL))
) STRICT;
CREATE INDEX media_by_status ON media (status_id, position) WHERE status_id IS NOT NULL;
CREATE INDEX media_by_account ON media (account_id, created_at);
CREATE INDEX media_loose ON media (loose_since) WHERE loose_since IS NOT NULL;

-- Files whose picture is gone: taken off the disk soon, and not shown from the moment they stand here.
CREATE TABLE lost_files (
  file TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- How many pictures a post has, for lists of posts with pictures.
ALTER TABLE statuses ADD COLUMN media_count INTEGER NOT NULL DEFAULT 0;
CREATE INDEX statuses_with_media ON statuses (account_id, id) WHERE media_count > 0;
CREATE INDEX statuses_listed_with_media ON statuses (id) WHERE listed = 1 AND local = 1 AND media_count > 0;

CREATE TRIGGER count_media AFTER INSERT ON media WHEN NEW.status_id IS NOT NULL BEGIN
  UPDATE statuses SET media_count = media_count + 1 WHERE id = NEW.status_id;
END;
CREATE TRIGGER recount_media AFTER UPDATE OF status_id ON media WHEN NEW.status_id IS NOT OLD.status_id BEGIN
  UPDATE statuses SET media_count = media_count - 1 WHERE id = OLD.status_id;
  UPDATE statuses SET media_count = media_count + 1 WHERE id = NEW.status_id;
END;
CREATE TRIGGER lose_media AFTER DELETE ON media BEGIN
  UPDATE statuses SET media_count = media_count - 1 WHERE id = OLD.status_id;
  INSERT OR IGNORE INTO lost_files (file) VALUES (OLD.file), (OLD.small);
END;
