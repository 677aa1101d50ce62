-- Pictures that moderators deleted as intimate, or as depicting children, by SHA-256 of the file as kept: the same one
-- does not come again. Nothing of the picture can be had from that.
CREATE TABLE barred_pictures (
  sha256 TEXT PRIMARY KEY,
  action_id INTEGER NOT NULL,
  barred_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX barred_pictures_by_action ON barred_pictures (action_id);
