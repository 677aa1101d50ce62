-- A boost is a post of its own without words, and goes with what it boosts.
ALTER TABLE statuses ADD COLUMN reblog_of_id INTEGER REFERENCES statuses (id) ON DELETE CASCADE;
ALTER TABLE statuses ADD COLUMN reblogs_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE statuses ADD COLUMN favourites_count INTEGER NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX statuses_boosted_once ON statuses (reblog_of_id, account_id) WHERE reblog_of_id IS NOT NULL;
CREATE INDEX statuses_by_boosted ON statuses (reblog_of_id, id) WHERE reblog_of_id IS NOT NULL;

CREATE TABLE favourites (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  status_id INTEGER NOT NULL REFERENCES statuses (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  UNIQUE (account_id, status_id)
) STRICT;
CREATE INDEX favourites_by_account ON favourites (account_id, id);
CREATE INDEX favourites_by_status ON favourites (status_id, id);

CREATE TABLE bookmarks (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  status_id INTEGER NOT NULL REFERENCES statuses (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  UNIQUE (account_id, status_id)
) STRICT;
CREATE INDEX bookmarks_by_account ON bookmarks (account_id, id);
CREATE INDEX bookmarks_by_status ON bookmarks (status_id);

-- Posts at the top of their author's profile.
CREATE TABLE status_pins (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  status_id INTEGER NOT NULL UNIQUE REFERENCES statuses (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX status_pins_by_account ON status_pins (account_id, id);

CREATE TRIGGER count_favourite AFTER INSERT ON favourites BEGIN
  UPDATE statuses SET favourites_count = favourites_count + 1 WHERE id = NEW.status_id;
END;
CREATE TRIGGER uncount_favourite AFTER DELETE ON favourites BEGIN
  UPDATE statuses SET favourites_count = favourites_count - 1 WHERE id = OLD.status_id;
END;
-- A boost for fewer people than may see the post is not counted: a number must not tell of it.
CREATE TRIGGER count_boost AFTER INSERT ON statuses WHEN NEW.reblog_of_id IS NOT NULL BEGIN
  UPDATE statuses SET reblogs_count = reblogs_count + 1
    WHERE id = NEW.reblog_of_id AND (NEW.visibility IN ('public', 'unlisted') OR visibility = NEW.visibility);
END;
CREATE TRIGGER uncount_boost AFTER DELETE ON statuses WHEN OLD.reblog_of_id IS NOT NULL BEGIN
  UPDATE statuses SET reblogs_count = reblogs_count - 1
    WHERE id = OLD.reblog_of_id AND (OLD.visibility IN ('public', 'unlisted') OR visibility = OLD.visibility);
END;
-- The share of posts with a warning is of what was written, so boosts do not count.
CREATE TRIGGER count_no_boost AFTER INSERT ON statuses
WHEN NEW.reblog_of_id IS NOT NULL AND NEW.local = 1 AND NEW.visibility IN ('public', 'unlisted') BEGIN
  UPDATE stats SET value = value - 1 WHERE name = 'open_statuses';
END;
CREATE TRIGGER uncount_no_boost AFTER DELETE ON statuses
WHEN OLD.reblog_of_id IS NOT NULL AND OLD.local = 1 AND OLD.visibility IN ('public', 'unlisted') BEGIN
  UPDATE stats SET value = value + 1 WHERE name = 'open_statuses';
END;

-- Lists of people, for their owner alone. Their entries are written when a post is, as those of a home.
CREATE TABLE lists (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  replies_policy TEXT NOT NULL CHECK (replies_policy IN ('followed', 'list', 'none')),
  exclusive INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX lists_by_account ON lists (account_id, id);

CREATE TABLE list_accounts (
  id INTEGER PRIMARY KEY,
  list_id INTEGER NOT NULL REFERENCES lists (id) ON DELETE CASCADE,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  UNIQUE (list_id, account_id)
) STRICT;
CREATE INDEX list_accounts_by_list ON list_accounts (list_id, id);
CREATE INDEX list_accounts_by_account ON list_accounts (account_id, list_id);

CREATE TABLE list_entries (
  list_id INTEGER NOT NULL REFERENCES lists (id) ON DELETE CASCADE,
  status_id INTEGER NOT NULL REFERENCES statuses (id) ON DELETE CASCADE,
  PRIMARY KEY (list_id, status_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX list_entries_by_status ON list_entries (status_id);

-- Hashtags by name, as the row of a hashtag goes with its last post.
CREATE TABLE tag_follows (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (account_id, name)
) STRICT;
CREATE INDEX tag_follows_by_account ON tag_follows (account_id, id);
CREATE INDEX tag_follows_by_name ON tag_follows (name, account_id);

CREATE TABLE featured_tags (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  display TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (account_id, name)
) STRICT;
CREATE INDEX featured_tags_by_account ON featured_tags (account_id, id);

-- What somebody does not want to meet. `contexts` is a JSON list.
CREATE TABLE filters (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  contexts TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('warn', 'hide', 'blur')),
  expires_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX filters_by_account ON filters (account_id, id);

CREATE TABLE filter_keywords (
  id INTEGER PRIMARY KEY,
  filter_id INTEGER NOT NULL REFERENCES filters (id) ON DELETE CASCADE,
  keyword TEXT NOT NULL,
  whole_word INTEGER NOT NULL
) STRICT;
CREATE INDEX filter_keywords_by_filter ON filter_keywords (filter_id, id);

CREATE TABLE filter_statuses (
  id INTEGER PRIMARY KEY,
  filter_id INTEGER NOT NULL REFERENCES filters (id) ON DELETE CASCADE,
  status_id INTEGER NOT NULL REFERENCES statuses (id) ON DELETE CASCADE,
  UNIQUE (filter_id, status_id)
) STRICT;
CREATE INDEX filter_statuses_by_filter ON filter_statuses (filter_id, id);
CREATE INDEX filter_statuses_by_status ON filter_statuses (status_id);

-- Talks in posts for mentioned people only, a row for each member, thread and circle: `people` is a JSON list of the
-- others' ids in their order.
CREATE TABLE conversations (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  thread_id INTEGER NOT NULL,
  people TEXT NOT NULL,
  last_status_id INTEGER,
  unread INTEGER NOT NULL,
  UNIQUE (account_id, thread_id, people)
) STRICT;
CREATE INDEX conversations_by_account ON conversations (account_id, last_status_id);

CREATE TABLE conversation_statuses (
  conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  status_id INTEGER NOT NULL REFERENCES statuses (id) ON DELETE CASCADE,
  PRIMARY KEY (conversation_id, status_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX conversation_statuses_by_status ON conversation_statuses (status_id);

-- A talk ends with its last post.
CREATE TRIGGER shorten_conversation AFTER DELETE ON conversation_statuses BEGIN
  UPDATE conversations SET last_status_id =
    (SELECT max(status_id) FROM conversation_statuses WHERE conversation_id = OLD.conversation_id)
    WHERE id = OLD.conversation_id;
  DELETE FROM conversations WHERE id = OLD.conversation_id AND last_status_id IS NULL;
END;
