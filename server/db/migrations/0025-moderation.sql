-- What was reported, what moderators decided, and why. What people wrote for each other is sealed; what stands in the
-- clear is what lists, clocks and numbers need.

-- When moderators made somebody less visible, or hid one post from everybody, for now or until it is deleted.
ALTER TABLE accounts ADD COLUMN limited_at INTEGER;
ALTER TABLE statuses ADD COLUMN hidden_at INTEGER;
CREATE INDEX accounts_limited ON accounts (limited_at) WHERE limited_at IS NOT NULL;

-- All open reports about one account are one case. `target_name` is its handle, for when the account is gone.
CREATE TABLE moderation_cases (
  id INTEGER PRIMARY KEY,
  target_id INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  target_name TEXT NOT NULL,
  urgency TEXT NOT NULL CHECK (urgency IN ('danger', 'harassment', 'other')),
  -- the hard case that it is, whose runbook the page shows
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'decided')),
  reports INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  looked_at INTEGER,
  decided_at INTEGER,
  claimed_by INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  claimed_until INTEGER,
  -- when evidence and words go: the decision, the appeal's end and 90 days, or 24 months for a removal
  forget_at INTEGER
) STRICT;
CREATE INDEX moderation_cases_queue ON moderation_cases (state, due_at);
CREATE UNIQUE INDEX moderation_cases_open ON moderation_cases (target_id) WHERE state = 'open' AND target_id IS NOT NULL;
CREATE INDEX moderation_cases_by_target ON moderation_cases (target_id, id) WHERE target_id IS NOT NULL;
CREATE INDEX moderation_cases_claimed ON moderation_cases (claimed_by) WHERE claimed_by IS NOT NULL;
CREATE INDEX moderation_cases_over ON moderation_cases (forget_at) WHERE forget_at IS NOT NULL;

-- `content` seals what the reporter wrote and wishes; `evidence` the posts as they were, chained by hashes.
CREATE TABLE reports (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES moderation_cases (id) ON DELETE CASCADE,
  target_id INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  -- NULL for another server's, which names nobody, and once the reporter is gone
  reporter_id INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  host TEXT,
  uri TEXT UNIQUE,
  kind TEXT NOT NULL,
  about_self INTEGER NOT NULL DEFAULT 0,
  -- JSON list of {slug, version}: each rule with the version in force when the earliest of the posts was made
  rules TEXT NOT NULL DEFAULT '[]',
  content BLOB NOT NULL,
  evidence BLOB,
  auto_open INTEGER NOT NULL DEFAULT 0,
  forward INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  -- what the reporter is told of how it ended; `told_at` once they were
  outcome TEXT,
  told_at INTEGER
) STRICT;
CREATE INDEX reports_by_case ON reports (case_id, id);
CREATE INDEX reports_by_reporter ON reports (reporter_id, id) WHERE reporter_id IS NOT NULL;
CREATE INDEX reports_by_target ON reports (target_id, id) WHERE target_id IS NOT NULL;

-- Which posts a report names, whether they are still there or not.
CREATE TABLE report_posts (
  report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  status_id INTEGER NOT NULL,
  PRIMARY KEY (report_id, status_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_posts_by_status ON report_posts (status_id);

CREATE TABLE report_pictures (
  report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  sha256 TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (report_id, sha256)
) STRICT;

-- The log of everything that those who run the community do: only ever added to, each row's hash made of the hash before
-- it and of its own fields. `detail` is JSON without a word that anybody wrote.
CREATE TABLE moderation_log (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  by_id INTEGER,
  verb TEXT NOT NULL,
  case_id INTEGER,
  target_id INTEGER,
  status_id INTEGER,
  detail TEXT NOT NULL DEFAULT '{}',
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX moderation_log_by_case ON moderation_log (case_id, id) WHERE case_id IS NOT NULL;
CREATE INDEX moderation_log_by_target ON moderation_log (target_id, id) WHERE target_id IS NOT NULL;
CREATE INDEX moderation_log_by_person ON moderation_log (by_id, id) WHERE by_id IS NOT NULL;
CREATE INDEX moderation_log_by_verb ON moderation_log (verb, id);
CREATE TRIGGER moderation_log_stays BEFORE UPDATE ON moderation_log BEGIN
  SELECT RAISE(ABORT, 'the log is only ever added to');
END;
CREATE TRIGGER moderation_log_stays_whole BEFORE DELETE ON moderation_log BEGIN
  SELECT RAISE(ABORT, 'the log is only ever added to');
END;

-- What was done to somebody or a post. It works at once; until `settles_at` it can be undone and nobody is told of it.
CREATE TABLE moderation_actions (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES moderation_cases (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  target_id INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  status_id INTEGER,
  rule TEXT,
  rule_version INTEGER,
  -- sealed: what the person reads, and what colleagues do
  content BLOB NOT NULL,
  by_id INTEGER,
  second_id INTEGER,
  -- whether it counts where repeated breaches do
  strike INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  settles_at INTEGER NOT NULL,
  settled_at INTEGER,
  -- when it ends by itself
  ends_at INTEGER,
  -- until when it can be appealed
  appeal_until INTEGER,
  -- when what belongs to the account is deleted for good
  purge_at INTEGER,
  purged_at INTEGER,
  -- undone within its first minutes, ended by its clock, or taken back: by an appeal, a review, or whoever decides
  over_at INTEGER,
  over_by INTEGER,
  over_why TEXT CHECK (over_why IN ('undone', 'time', 'appeal', 'review', 'lifted', 'replaced', 'reworded')),
  -- what one person did alone because it could not wait
  review_due_at INTEGER,
  reviewed_by INTEGER,
  reviewed_at INTEGER
) STRICT;
CREATE INDEX moderation_actions_by_case ON moderation_actions (case_id, id);
CREATE INDEX moderation_actions_by_target ON moderation_actions (target_id, id) WHERE target_id IS NOT NULL;
CREATE INDEX moderation_actions_by_status ON moderation_actions (status_id) WHERE status_id IS NOT NULL;
CREATE INDEX moderation_actions_by_person ON moderation_actions (by_id, id) WHERE by_id IS NOT NULL;
CREATE INDEX moderation_actions_review ON moderation_actions (review_due_at)
  WHERE review_due_at IS NOT NULL AND reviewed_at IS NULL AND over_at IS NULL;

-- What one person cannot decide. `sha256` is of `content` as it stands: who confirms says which words they confirm.
CREATE TABLE moderation_proposals (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  case_id INTEGER REFERENCES moderation_cases (id) ON DELETE CASCADE,
  target_id INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  -- what it is about where that is no account: a domain, a switch
  subject TEXT,
  content BLOB NOT NULL,
  sha256 TEXT NOT NULL,
  by_id INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'confirmed', 'lowered', 'rejected', 'withdrawn')),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  decided_by INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  decided_at INTEGER,
  -- sealed: why the second person decided so
  answer BLOB,
  action_id INTEGER
) STRICT;
CREATE INDEX moderation_proposals_open ON moderation_proposals (created_at) WHERE state = 'open';
CREATE UNIQUE INDEX moderation_proposals_one ON moderation_proposals (case_id, kind) WHERE state = 'open' AND case_id IS NOT NULL;
CREATE INDEX moderation_proposals_by_case ON moderation_proposals (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX moderation_proposals_by_target ON moderation_proposals (target_id) WHERE target_id IS NOT NULL;
CREATE INDEX moderation_proposals_by_person ON moderation_proposals (by_id) WHERE by_id IS NOT NULL;
CREATE INDEX moderation_proposals_by_second ON moderation_proposals (decided_by) WHERE decided_by IS NOT NULL;

-- One for each action, by whoever it was done to; `content` and `answer` are sealed.
CREATE TABLE moderation_appeals (
  id INTEGER PRIMARY KEY,
  action_id INTEGER NOT NULL UNIQUE REFERENCES moderation_actions (id) ON DELETE CASCADE,
  content BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'granted', 'refused')),
  decided_by INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  decided_at INTEGER,
  answer BLOB
) STRICT;
CREATE INDEX moderation_appeals_open ON moderation_appeals (due_at) WHERE state = 'open';
CREATE INDEX moderation_appeals_by_person ON moderation_appeals (decided_by) WHERE decided_by IS NOT NULL;

-- Links by which somebody who is locked out reads the decision and appeals: the secret is only in the link.
CREATE TABLE appeal_links (
  token_hash BLOB PRIMARY KEY,
  action_id INTEGER NOT NULL REFERENCES moderation_actions (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX appeal_links_by_action ON appeal_links (action_id);
CREATE INDEX appeal_links_expiry ON appeal_links (expires_at);

-- Warnings that moderators put beside an author's own words, which they never change.
CREATE TABLE moderator_cw (
  status_id INTEGER PRIMARY KEY REFERENCES statuses (id) ON DELETE CASCADE,
  words TEXT NOT NULL,
  topics TEXT NOT NULL DEFAULT '[]',
  sensitive INTEGER NOT NULL DEFAULT 0,
  rule TEXT,
  rule_version INTEGER,
  action_id INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  disputed_at INTEGER
) STRICT;

-- What moderators tell each other about an account, a server or a case; sealed, and gone after a year unless pinned.
CREATE TABLE moderation_notes (
  id INTEGER PRIMARY KEY,
  target_id INTEGER REFERENCES accounts (id) ON DELETE CASCADE,
  domain TEXT,
  case_id INTEGER REFERENCES moderation_cases (id) ON DELETE CASCADE,
  by_id INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  content BLOB NOT NULL,
  pinned INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX moderation_notes_by_target ON moderation_notes (target_id, id) WHERE target_id IS NOT NULL;
CREATE INDEX moderation_notes_by_domain ON moderation_notes (domain, id) WHERE domain IS NOT NULL;
CREATE INDEX moderation_notes_by_case ON moderation_notes (case_id, id) WHERE case_id IS NOT NULL;
CREATE INDEX moderation_notes_by_person ON moderation_notes (by_id) WHERE by_id IS NOT NULL;
CREATE INDEX moderation_notes_expiry ON moderation_notes (expires_at);

-- Who of the team is there, or away, from when to when, with what the next one should know (sealed).
CREATE TABLE moderation_duty (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('duty', 'away')),
  begins_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  handover BLOB
) STRICT;
CREATE INDEX moderation_duty_by_account ON moderation_duty (account_id);
CREATE INDEX moderation_duty_by_end ON moderation_duty (ends_at);
