-- Posts are put into the index anew, with the pairs of common words that stand beside each other in them.
INSERT OR IGNORE INTO search_changes (status_id) SELECT id FROM statuses WHERE text <> '';
