-- Topics that those who may can edit. A retired one is no longer offered; posts keep it, so it is never deleted.
-- `aliases` is a JSON list; `discreet` ones stay out of what nobody chose to open; `uses` counts as `stats` do.
ALTER TABLE warning_topics ADD COLUMN aliases TEXT NOT NULL DEFAULT '[]';
ALTER TABLE warning_topics ADD COLUMN required_for TEXT NOT NULL DEFAULT '';
ALTER TABLE warning_topics ADD COLUMN discreet INTEGER NOT NULL DEFAULT 0;
ALTER TABLE warning_topics ADD COLUMN retired_at INTEGER;
ALTER TABLE warning_topics ADD COLUMN uses INTEGER NOT NULL DEFAULT 0;
UPDATE warning_topics SET discreet = 1 WHERE slug = 'sexual-assault';

-- How readers meet warnings. Who chose nothing has no row.
CREATE TABLE warning_defaults (
  account_id INTEGER PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  text TEXT NOT NULL CHECK (text IN ('open', 'fold', 'hide')),
  media TEXT NOT NULL CHECK (media IN ('open', 'blur', 'hide')),
  suggest INTEGER NOT NULL
) STRICT;

CREATE TABLE warning_choices (
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  topic TEXT NOT NULL REFERENCES warning_topics (slug) ON DELETE CASCADE,
  text TEXT NOT NULL CHECK (text IN ('open', 'fold', 'hide')),
  media TEXT NOT NULL CHECK (media IN ('open', 'blur', 'hide')),
  PRIMARY KEY (account_id, topic)
) STRICT, WITHOUT ROWID;
CREATE INDEX warning_choices_by_topic ON warning_choices (topic);

CREATE TABLE warning_people (
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  target_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  text TEXT NOT NULL CHECK (text IN ('open', 'fold')),
  PRIMARY KEY (account_id, target_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX warning_people_by_target ON warning_people (target_id);

-- Free words of public warnings from here, a row for each post, so that they go with it. `key` is what is compared.
CREATE TABLE warning_words (
  key TEXT NOT NULL,
  status_id INTEGER NOT NULL REFERENCES statuses (id) ON DELETE CASCADE,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  words TEXT NOT NULL,
  PRIMARY KEY (key, status_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX warning_words_by_status ON warning_words (status_id);
CREATE INDEX warning_words_by_account ON warning_words (account_id);

-- What moderators do not want to be offered to anybody.
CREATE TABLE warning_stop_words (
  key TEXT PRIMARY KEY,
  words TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- How many posts have a warning, and of what. Posts for few people are not counted: a number must not tell of them.
INSERT INTO stats (name, value)
  SELECT 'open_statuses', count(*) FROM statuses WHERE local = 1 AND visibility IN ('public', 'unlisted');
INSERT INTO stats (name, value)
  SELECT 'warned_statuses', count(*) FROM statuses
  WHERE local = 1 AND visibility IN ('public', 'unlisted') AND spoiler_text <> '';
UPDATE warning_topics SET uses = (SELECT count(*) FROM statuses, json_each(statuses.warning_topics)
  WHERE statuses.local = 1 AND statuses.visibility IN ('public', 'unlisted') AND statuses.spoiler_text <> ''
    AND json_each.value = warning_topics.slug);

CREATE TRIGGER count_open_status AFTER INSERT ON statuses
WHEN NEW.local = 1 AND NEW.visibility IN ('public', 'unlisted') BEGIN
  UPDATE stats SET value = value + 1 WHERE name = 'open_statuses';
END;
CREATE TRIGGER uncount_open_status AFTER DELETE ON statuses
WHEN OLD.local = 1 AND OLD.visibility IN ('public', 'unlisted') BEGIN
  UPDATE stats SET value = value - 1 WHERE name = 'open_statuses';
END;
CREATE TRIGGER count_warning AFTER INSERT ON statuses
WHEN NEW.local = 1 AND NEW.visibility IN ('public', 'unlisted') AND NEW.spoiler_text <> '' BEGIN
  UPDATE stats SET value = value + 1 WHERE name = 'warned_statuses';
  UPDATE warning_topics SET uses = uses + 1 WHERE slug IN (SELECT value FROM json_each(NEW.warning_topics));
END;
CREATE TRIGGER uncount_warning AFTER DELETE ON statuses
WHEN OLD.local = 1 AND OLD.visibility IN ('public', 'unlisted') AND OLD.spoiler_text <> '' BEGIN
  UPDATE stats SET value = value - 1 WHERE name = 'warned_statuses';
  UPDATE warning_topics SET uses = uses - 1 WHERE slug IN (SELECT value FROM json_each(OLD.warning_topics));
END;
-- A warning can change after it was posted.
CREATE TRIGGER recount_warning AFTER UPDATE OF spoiler_text, warning_topics ON statuses
WHEN NEW.local = 1 AND NEW.visibility IN ('public', 'unlisted') BEGIN
  UPDATE stats SET value = value + (NEW.spoiler_text <> '') - (OLD.spoiler_text <> '') WHERE name = 'warned_statuses';
  UPDATE warning_topics SET uses = uses - 1
    WHERE OLD.spoiler_text <> '' AND slug IN (SELECT value FROM json_each(OLD.warning_topics));
  UPDATE warning_topics SET uses = uses + 1
    WHERE NEW.spoiler_text <> '' AND slug IN (SELECT value FROM json_each(NEW.warning_topics));
END;
