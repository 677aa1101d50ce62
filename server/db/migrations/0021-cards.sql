-- A card that no post has any more goes, and its picture with it.
CREATE TRIGGER lose_card AFTER DELETE ON status_cards WHEN OLD.card_id IS NOT NULL BEGIN
  DELETE FROM cards WHERE id = OLD.card_id AND NOT EXISTS (SELECT 1 FROM status_cards WHERE card_id = OLD.card_id);
END;
CREATE TRIGGER change_card AFTER UPDATE OF card_id ON status_cards
WHEN OLD.card_id IS NOT NULL AND NEW.card_id IS NOT OLD.card_id BEGIN
  DELETE FROM cards WHERE id = OLD.card_id AND NOT EXISTS (SELECT 1 FROM status_cards WHERE card_id = OLD.card_id);
END;
CREATE TRIGGER lose_card_picture AFTER DELETE ON cards WHEN OLD.image IS NOT NULL BEGIN
  INSERT OR IGNORE INTO lost_files (file) VALUES (OLD.image);
END;
CREATE TRIGGER change_card_picture AFTER UPDATE OF image ON cards
WHEN OLD.image IS NOT NULL AND NEW.image IS NOT OLD.image BEGIN
  INSERT OR IGNORE INTO lost_files (file) VALUES (OLD.image);
END;
