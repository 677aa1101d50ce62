-- Rules change by versions. A rule keeps its id and slug over all of them; where it stands and what follows from breaking
-- it is each version's own, so that an old version reads as it did when it was in force.
CREATE TABLE new_rules (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO new_rules (id, slug) SELECT id, slug FROM rules;

CREATE TABLE rule_places (
  version INTEGER NOT NULL REFERENCES rule_sets (version) ON DELETE CASCADE,
  rule_id INTEGER NOT NULL REFERENCES new_rules (id),
  parent_id INTEGER REFERENCES new_rules (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('ground_rule', 'guideline', 'notice')),
  enforcement TEXT NOT NULL CHECK (enforcement IN ('removal', 'ladder', 'advice')),
  PRIMARY KEY (version, rule_id)
) STRICT, WITHOUT ROWID;
INSERT INTO rule_places (version, rule_id, parent_id, position, kind, enforcement)
  SELECT DISTINCT rule_texts.version, rules.id, rules.parent_id, rules.position, rules.kind, rules.enforcement
  FROM rule_texts JOIN rules ON rules.id = rule_texts.rule_id;

-- Examples are JSON lists of texts.
CREATE TABLE new_rule_texts (
  version INTEGER NOT NULL,
  rule_id INTEGER NOT NULL,
  locale TEXT NOT NULL,
  text TEXT NOT NULL,
  hint TEXT NOT NULL DEFAULT '',
  ok_examples TEXT NOT NULL DEFAULT '[]',
  not_ok_examples TEXT NOT NULL DEFAULT '[]',
  origin TEXT NOT NULL DEFAULT 'original' CHECK (origin IN ('original', 'reviewed', 'machine')),
  PRIMARY KEY (version, rule_id, locale),
  FOREIGN KEY (version, rule_id) REFERENCES rule_places (version, rule_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO new_rule_texts (version, rule_id, locale, text, hint, origin)
  SELECT version, rule_id, locale, text, hint, origin FROM rule_texts;

DROP TABLE rule_texts;
DROP TABLE rules;
ALTER TABLE new_rules RENAME TO rules;
ALTER TABLE new_rule_texts RENAME TO rule_texts;
CREATE INDEX rule_places_by_rule ON rule_places (rule_id);
CREATE INDEX rule_places_by_parent ON rule_places (parent_id);

-- `base_version` is the one that it changes; the first has none. `revision` counts the edits of a draft: what was
-- approved is a revision. An emergency rule is in force before it is confirmed; unconfirmed it lapses.
ALTER TABLE rule_sets ADD COLUMN base_version INTEGER;
ALTER TABLE rule_sets ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE rule_sets ADD COLUMN summary TEXT NOT NULL DEFAULT '';
ALTER TABLE rule_sets ADD COLUMN material INTEGER NOT NULL DEFAULT 1;
ALTER TABLE rule_sets ADD COLUMN emergency INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rule_sets ADD COLUMN announced_at INTEGER;
ALTER TABLE rule_sets ADD COLUMN confirmed_at INTEGER;
ALTER TABLE rule_sets ADD COLUMN retired_at INTEGER;
ALTER TABLE rule_sets ADD COLUMN lapsed_at INTEGER;

CREATE TABLE rule_approvals (
  version INTEGER NOT NULL REFERENCES rule_sets (version) ON DELETE CASCADE,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  approved_at INTEGER NOT NULL,
  PRIMARY KEY (version, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX rule_approvals_by_account ON rule_approvals (account_id);

-- What members say about a change before it holds.
CREATE TABLE rule_comments (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES rule_sets (version) ON DELETE CASCADE,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX rule_comments_by_version ON rule_comments (version, id);
CREATE INDEX rule_comments_by_account ON rule_comments (account_id);
