-- How a picture looks, in 256 bits (core/pictures/likeness.ts), by which a copy is found that was made smaller or saved
-- anew; empty where there is too little to see, NULL where it was not worked out yet. And whether a scanner on this
-- machine named it (1).
ALTER TABLE media ADD COLUMN likeness BLOB;
ALTER TABLE media ADD COLUMN flagged INTEGER NOT NULL DEFAULT 0;
CREATE INDEX media_without_likeness ON media (id) WHERE likeness IS NULL AND file IS NOT NULL;
ALTER TABLE barred_pictures ADD COLUMN likeness BLOB NOT NULL DEFAULT x'';
CREATE INDEX barred_pictures_by_likeness ON barred_pictures (likeness, action_id) WHERE likeness > x'';
