-- By which the same picture is found in another post once it was taken down (SHA-256 of the file as kept); those from
-- before have none.
ALTER TABLE media ADD COLUMN sha256 TEXT;
CREATE INDEX media_by_file ON media (sha256) WHERE sha256 IS NOT NULL;
