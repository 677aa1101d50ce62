-- What stands around the rules in other languages: the words before them, and why they changed.
CREATE TABLE rule_set_texts (
  version INTEGER NOT NULL REFERENCES rule_sets (version) ON DELETE CASCADE,
  locale TEXT NOT NULL,
  intro TEXT NOT NULL DEFAULT '',
  summary TEXT NOT NULL DEFAULT '',
  origin TEXT NOT NULL CHECK (origin IN ('reviewed', 'machine')),
  PRIMARY KEY (version, locale)
) STRICT, WITHOUT ROWID;

-- What a member does for the first time only: seeing the welcome, and replying to somebody.
CREATE TABLE first_steps (
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  step TEXT NOT NULL CHECK (step IN ('welcome', 'reply')),
  done_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, step)
) STRICT, WITHOUT ROWID;
-- Whoever is here already knows their way.
INSERT INTO first_steps (account_id, step, done_at)
  SELECT account_id, 'welcome', 0 FROM members;
INSERT INTO first_steps (account_id, step, done_at)
  SELECT DISTINCT account_id, 'reply', 0 FROM statuses
  WHERE local = 1 AND in_reply_to_account_id IS NOT NULL AND in_reply_to_account_id <> account_id;

-- Topics had no other words before they could be edited. A community that wrote one of its own keeps what it has.
UPDATE warning_topics SET aliases = CASE slug
  WHEN 'sexual-content' THEN '["nsfw", "lewd", "sexually explicit", "nudity"]'
  WHEN 'graphic-violence' THEN '["gore", "blood and gore"]'
  WHEN 'sexual-assault' THEN '["sexual violence", "rape"]'
  WHEN 'abuse' THEN '["domestic violence", "child abuse"]'
  WHEN 'self-harm' THEN '["selfharm", "suicide", "suicidal thoughts"]'
  WHEN 'death' THEN '["dying", "dead"]'
  WHEN 'police-violence' THEN '["police brutality"]'
  WHEN 'food' THEN '["eating", "cooking", "meals"]'
  WHEN 'alcohol' THEN '["booze", "drinking"]'
  WHEN 'eye-contact' THEN '["ec"]'
  WHEN 'spoilers' THEN '["spoiler"]'
  WHEN 'meta' THEN '["fedi meta", "fediverse meta"]'
  WHEN 'long' THEN '["long post", "lengthy"]'
  ELSE '[]' END
WHERE NOT EXISTS (SELECT 1 FROM warning_topics WHERE aliases <> '[]');
UPDATE warning_topics SET required_for = CASE slug
  WHEN 'sexual-content' THEN 'Sexually explicit words and pictures.'
  WHEN 'graphic-violence' THEN 'Graphic pictures and detailed descriptions.' END
WHERE slug IN ('sexual-content', 'graphic-violence')
  AND NOT EXISTS (SELECT 1 FROM warning_topics WHERE required_for <> '');
