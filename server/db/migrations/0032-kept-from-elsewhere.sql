-- What was said about a post is found by it, to be held back when the post is gone before it left.
CREATE INDEX activities_by_status ON activities (status_id) WHERE status_id IS NOT NULL;

-- Pictures of elsewhere that somebody here looked at, or that could not be had: `id` is that of the picture in a post, of
-- the account or the emoji, `mark` stands for their address. Without `file`, nothing is asked for again before `try_after`.
CREATE TABLE remote_files (
  kind TEXT NOT NULL CHECK (kind IN ('media', 'avatar', 'header', 'emoji')),
  id INTEGER NOT NULL,
  mark TEXT NOT NULL,
  host TEXT NOT NULL,
  file TEXT,
  small TEXT,
  bytes INTEGER NOT NULL DEFAULT 0,
  looked_at INTEGER NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  try_after INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX remote_files_by_look ON remote_files (looked_at);

-- How much of the disk pictures of a host use, kept as they come and go; `posts` is counted once a day.
CREATE TABLE disk_use (
  host TEXT PRIMARY KEY,
  pictures INTEGER NOT NULL DEFAULT 0,
  picture_bytes INTEGER NOT NULL DEFAULT 0,
  people INTEGER NOT NULL DEFAULT 0,
  posts INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX disk_use_by_size ON disk_use (picture_bytes, host);

CREATE TRIGGER count_remote_file AFTER INSERT ON remote_files WHEN NEW.file IS NOT NULL BEGIN
  INSERT INTO disk_use (host, pictures, picture_bytes) VALUES (NEW.host, 1, NEW.bytes)
    ON CONFLICT (host) DO UPDATE SET pictures = pictures + 1, picture_bytes = picture_bytes + excluded.picture_bytes;
END;
CREATE TRIGGER lose_remote_file AFTER DELETE ON remote_files WHEN OLD.file IS NOT NULL BEGIN
  UPDATE disk_use SET pictures = pictures - 1, picture_bytes = picture_bytes - OLD.bytes WHERE host = OLD.host;
  INSERT OR IGNORE INTO lost_files (file) VALUES (OLD.file);
  INSERT OR IGNORE INTO lost_files (file) SELECT OLD.small WHERE OLD.small IS NOT NULL;
END;
