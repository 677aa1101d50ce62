-- Bytes of all pictures from elsewhere, kept as they come and go, so that asking costs nothing.
INSERT INTO stats (name, value) SELECT 'remote_pictures', coalesce(sum(bytes), 0) FROM remote_files WHERE file IS NOT NULL;
CREATE TRIGGER add_remote_bytes AFTER INSERT ON remote_files WHEN NEW.file IS NOT NULL BEGIN
  UPDATE stats SET value = value + NEW.bytes WHERE name = 'remote_pictures';
END;
CREATE TRIGGER take_remote_bytes AFTER DELETE ON remote_files WHEN OLD.file IS NOT NULL BEGIN
  UPDATE stats SET value = value - OLD.bytes WHERE name = 'remote_pictures';
END;
