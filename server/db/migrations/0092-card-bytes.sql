-- Bytes of the pictures of cards, kept as they come and go: they stand under the disk's budget as those of other servers
-- do. How many those that are here already have was not written down, and is guessed from their pixels.
ALTER TABLE cards ADD COLUMN image_bytes INTEGER NOT NULL DEFAULT 0;
UPDATE cards SET image_bytes = image_width * image_height / 8 WHERE image IS NOT NULL;
INSERT INTO stats (name, value) SELECT 'card_pictures', coalesce(sum(image_bytes), 0) FROM cards;
CREATE TRIGGER change_card_bytes AFTER UPDATE OF image_bytes ON cards BEGIN
  UPDATE stats SET value = value + NEW.image_bytes - OLD.image_bytes WHERE name = 'card_pictures';
END;
CREATE TRIGGER take_card_bytes AFTER DELETE ON cards BEGIN
  UPDATE stats SET value = value - OLD.image_bytes WHERE name = 'card_pictures';
END;
