-- It was in a post that was deleted, or edited so that it is not in it any more: until it is posted anew or forgotten,
-- its author alone can open it.
ALTER TABLE media ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;

-- The pictures of kept posts, sealed as the posts are, and gone with their bundle. The hash is of the open file.
CREATE TABLE evidence_pictures (
  bundle_id INTEGER NOT NULL REFERENCES evidence_bundles (id) ON DELETE CASCADE,
  sha256 TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (bundle_id, sha256)
) STRICT;
