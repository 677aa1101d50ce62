-- Posts change after they were posted: when last, and what each version said. The first edit keeps the first version
-- too, so that a history is whole or empty.
ALTER TABLE statuses ADD COLUMN edited_at INTEGER;

CREATE TABLE status_edits (
  id INTEGER PRIMARY KEY,
  status_id INTEGER NOT NULL REFERENCES statuses (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  spoiler_text TEXT NOT NULL,
  warning_topics TEXT NOT NULL,
  sensitive INTEGER NOT NULL,
  language TEXT,
  -- pictures as they were described then (JSON of the attachments), and the titles of a poll's options (JSON)
  media TEXT NOT NULL DEFAULT '[]',
  poll TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX status_edits_by_status ON status_edits (status_id, id);

-- silent: an earlier version named them; they go on seeing the post, and no name of theirs stands in it.
ALTER TABLE mentions ADD COLUMN silent INTEGER NOT NULL DEFAULT 0;

-- closed_at: when people were told that it ended.
CREATE TABLE polls (
  id INTEGER PRIMARY KEY,
  status_id INTEGER NOT NULL UNIQUE REFERENCES statuses (id) ON DELETE CASCADE,
  multiple INTEGER NOT NULL,
  hide_totals INTEGER NOT NULL,
  voters_count INTEGER NOT NULL DEFAULT 0,
  expires_at INTEGER,
  closed_at INTEGER
) STRICT;

CREATE TABLE poll_options (
  poll_id INTEGER NOT NULL REFERENCES polls (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  votes_count INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (poll_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE poll_votes (
  poll_id INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (poll_id, account_id, position),
  FOREIGN KEY (poll_id, position) REFERENCES poll_options (poll_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX poll_votes_by_option ON poll_votes (poll_id, position);
CREATE INDEX poll_votes_by_account ON poll_votes (account_id);

CREATE TRIGGER count_vote AFTER INSERT ON poll_votes BEGIN
  UPDATE poll_options SET votes_count = votes_count + 1 WHERE poll_id = NEW.poll_id AND position = NEW.position;
  UPDATE polls SET voters_count = voters_count + 1 WHERE id = NEW.poll_id
    AND (SELECT count(*) FROM poll_votes WHERE poll_id = NEW.poll_id AND account_id = NEW.account_id) = 1;
END;
CREATE TRIGGER uncount_vote AFTER DELETE ON poll_votes BEGIN
  UPDATE poll_options SET votes_count = votes_count - 1 WHERE poll_id = OLD.poll_id AND position = OLD.position;
  UPDATE polls SET voters_count = voters_count - 1 WHERE id = OLD.poll_id
    AND NOT EXISTS (SELECT 1 FROM poll_votes WHERE poll_id = OLD.poll_id AND account_id = OLD.account_id);
END;

-- Who may quote a post is its author's choice. What was posted before there was one is quoted by its author alone.
ALTER TABLE statuses ADD COLUMN quote_policy TEXT NOT NULL DEFAULT 'nobody'
  CHECK (quote_policy IN ('public', 'followers', 'nobody'));
ALTER TABLE statuses ADD COLUMN quotes_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE members ADD COLUMN default_quote_policy TEXT NOT NULL DEFAULT 'followers'
  CHECK (default_quote_policy IN ('public', 'followers', 'nobody'));

-- A post that quotes another one; quoted_id is null once that was deleted.
CREATE TABLE quotes (
  status_id INTEGER PRIMARY KEY REFERENCES statuses (id) ON DELETE CASCADE,
  quoted_id INTEGER REFERENCES statuses (id) ON DELETE SET NULL,
  quoted_account_id INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'accepted', 'rejected', 'revoked')),
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX quotes_by_quoted ON quotes (quoted_id, status_id) WHERE quoted_id IS NOT NULL;
CREATE INDEX quotes_by_quoted_account ON quotes (quoted_account_id) WHERE quoted_account_id IS NOT NULL;

CREATE TRIGGER count_quote AFTER INSERT ON quotes WHEN NEW.state = 'accepted' BEGIN
  UPDATE statuses SET quotes_count = quotes_count + 1 WHERE id = NEW.quoted_id;
END;
CREATE TRIGGER uncount_quote AFTER DELETE ON quotes WHEN OLD.state = 'accepted' BEGIN
  UPDATE statuses SET quotes_count = quotes_count - 1 WHERE id = OLD.quoted_id;
END;
CREATE TRIGGER recount_quote AFTER UPDATE OF state ON quotes WHEN (NEW.state = 'accepted') <> (OLD.state = 'accepted')
BEGIN
  UPDATE statuses SET quotes_count = quotes_count + (NEW.state = 'accepted') - (OLD.state = 'accepted')
    WHERE id = NEW.quoted_id;
END;

-- A picture that is disabled is shown nowhere, and its name cannot be given to another one.
ALTER TABLE custom_emojis ADD COLUMN disabled INTEGER NOT NULL DEFAULT 0;
ALTER TABLE custom_emojis ADD COLUMN static_file TEXT;
ALTER TABLE custom_emojis ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;
