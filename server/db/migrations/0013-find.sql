-- Whether somebody's public posts may be found by people who have nothing to do with them.
ALTER TABLE accounts ADD COLUMN indexable INTEGER NOT NULL DEFAULT 0;

-- People who want to be found, for the directory.
CREATE INDEX accounts_listed_active ON accounts (last_status_at, id)
  WHERE discoverable = 1 AND joined_at IS NOT NULL AND suspended_at IS NULL;
CREATE INDEX accounts_listed_new ON accounts (joined_at, id)
  WHERE discoverable = 1 AND joined_at IS NOT NULL AND suspended_at IS NULL;

-- Words of posts. `marks` are what else a post is found by, and by whom it may be found (features/search/marks.ts).
-- It keeps a copy of the words, since only who knows them can take every one of them out of the index, and takes what
-- goes out of the file at once rather than with some later tidying.
CREATE VIRTUAL TABLE search_posts USING fts5 (words, marks, tokenize = "porter unicode61 remove_diacritics 2");
INSERT INTO search_posts (search_posts, rank) VALUES ('secure-delete', 1);

-- Posts that were written, changed or taken away since the index was last brought up to them.
CREATE TABLE search_changes (
  status_id INTEGER PRIMARY KEY
) STRICT;
CREATE TRIGGER search_new_post AFTER INSERT ON statuses BEGIN
  INSERT OR IGNORE INTO search_changes (status_id) VALUES (NEW.id);
  -- whoever answers or boosts a post finds it again
  INSERT OR IGNORE INTO search_changes (status_id) SELECT NEW.in_reply_to_id WHERE NEW.in_reply_to_id IS NOT NULL;
  INSERT OR IGNORE INTO search_changes (status_id) SELECT NEW.reblog_of_id WHERE NEW.reblog_of_id IS NOT NULL;
END;
CREATE TRIGGER search_changed_post AFTER UPDATE OF text, spoiler_text, warning_topics ON statuses BEGIN
  INSERT OR IGNORE INTO search_changes (status_id) VALUES (NEW.id);
END;
CREATE TRIGGER search_lost_post AFTER DELETE ON statuses BEGIN
  INSERT OR IGNORE INTO search_changes (status_id) VALUES (OLD.id);
  INSERT OR IGNORE INTO search_changes (status_id) SELECT OLD.in_reply_to_id WHERE OLD.in_reply_to_id IS NOT NULL;
  INSERT OR IGNORE INTO search_changes (status_id) SELECT OLD.reblog_of_id WHERE OLD.reblog_of_id IS NOT NULL;
END;
CREATE TRIGGER search_favourite AFTER INSERT ON favourites BEGIN
  INSERT OR IGNORE INTO search_changes (status_id) VALUES (NEW.status_id);
END;
CREATE TRIGGER search_no_favourite AFTER DELETE ON favourites BEGIN
  INSERT OR IGNORE INTO search_changes (status_id) VALUES (OLD.status_id);
END;
CREATE TRIGGER search_bookmark AFTER INSERT ON bookmarks BEGIN
  INSERT OR IGNORE INTO search_changes (status_id) VALUES (NEW.status_id);
END;
CREATE TRIGGER search_no_bookmark AFTER DELETE ON bookmarks BEGIN
  INSERT OR IGNORE INTO search_changes (status_id) VALUES (OLD.status_id);
END;
INSERT INTO search_changes (status_id) SELECT id FROM statuses;

-- Names of people, and what they say about themselves.
CREATE VIRTUAL TABLE search_people USING fts5 (names, about, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
INSERT INTO search_people (search_people, rank) VALUES ('secure-delete', 1);
INSERT INTO search_people (rowid, names, about) SELECT id, username || ' ' || display_name, note FROM accounts;
CREATE TRIGGER search_new_person AFTER INSERT ON accounts BEGIN
  INSERT INTO search_people (rowid, names, about) VALUES (NEW.id, NEW.username || ' ' || NEW.display_name, NEW.note);
END;
CREATE TRIGGER search_changed_person AFTER UPDATE OF username, display_name, note ON accounts BEGIN
  UPDATE search_people SET names = NEW.username || ' ' || NEW.display_name, about = NEW.note WHERE rowid = NEW.id;
END;
CREATE TRIGGER search_lost_person AFTER DELETE ON accounts BEGIN
  DELETE FROM search_people WHERE rowid = OLD.id;
END;

-- People whom somebody does not want to be suggested again.
CREATE TABLE suggestions_refused (
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  target_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  PRIMARY KEY (account_id, target_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX suggestions_refused_by_target ON suggestions_refused (target_id);

-- What a page that posts link to says about itself, once for all posts. Without `title` it said nothing.
CREATE TABLE cards (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT '',
  site TEXT NOT NULL DEFAULT '',
  author TEXT NOT NULL DEFAULT '',
  language TEXT,
  published_at INTEGER,
  -- a picture of theirs, kept here anew; `image_alt` is what they say is on it
  image TEXT,
  image_width INTEGER NOT NULL DEFAULT 0,
  image_height INTEGER NOT NULL DEFAULT 0,
  image_alt TEXT NOT NULL DEFAULT '',
  blurhash TEXT,
  fetched_at INTEGER NOT NULL
) STRICT;
CREATE INDEX cards_by_age ON cards (fetched_at);

-- The card of a post; without `card_id` its author took it away.
CREATE TABLE status_cards (
  status_id INTEGER PRIMARY KEY REFERENCES statuses (id) ON DELETE CASCADE,
  card_id INTEGER REFERENCES cards (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX status_cards_by_card ON status_cards (card_id) WHERE card_id IS NOT NULL;
