-- Pairs of a common word and another are marks now: every post is put into the index anew.
INSERT OR IGNORE INTO search_changes (status_id) SELECT id FROM statuses WHERE text <> '';
