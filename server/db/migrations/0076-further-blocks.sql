-- Whether somebody's blocks reach the further accounts of whom they block: unless they say otherwise, they do.
ALTER TABLE members ADD COLUMN extend_blocks INTEGER NOT NULL DEFAULT 1;

-- The sentences with which the team begins what a person reads about a rule; sealed.
CREATE TABLE moderation_openings (
  id INTEGER PRIMARY KEY,
  rule TEXT NOT NULL,
  content BLOB NOT NULL,
  by_id INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX moderation_openings_by_rule ON moderation_openings (rule, id);
CREATE INDEX moderation_openings_by_person ON moderation_openings (by_id) WHERE by_id IS NOT NULL;
