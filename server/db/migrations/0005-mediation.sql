-- Mediation. Nothing here says who or what: people stand as fingerprints under server.key, and every word lies
-- sealed in mediation.sqlite. `folded` is the case as its events make it (JSON); the columns beside it are for finding.
CREATE TABLE mediation_cases (
  id INTEGER PRIMARY KEY,
  code_name TEXT NOT NULL,
  state TEXT NOT NULL,
  track TEXT NOT NULL,
  -- a person of the team has to look: a new request, or an unclear answer of who was invited
  in_triage INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER,
  opened_at INTEGER NOT NULL,
  submitted_at INTEGER,
  closed_at INTEGER,
  version INTEGER NOT NULL,
  folded TEXT NOT NULL
) STRICT;
CREATE INDEX mediation_cases_triage ON mediation_cases (in_triage, submitted_at) WHERE in_triage = 1;
CREATE INDEX mediation_cases_open ON mediation_cases (state, id);
CREATE INDEX mediation_cases_closed ON mediation_cases (closed_at) WHERE closed_at IS NOT NULL;

-- Appended to only. `hash` is SHA-256 of the hash before and of every field.
CREATE TABLE mediation_events (
  case_id INTEGER NOT NULL REFERENCES mediation_cases (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  role TEXT NOT NULL,
  verb TEXT NOT NULL,
  data TEXT NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (case_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER mediation_events_stay BEFORE UPDATE ON mediation_events
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;

-- Who has which part in a case.
CREATE TABLE mediation_members (
  case_id INTEGER NOT NULL REFERENCES mediation_cases (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('a', 'b', 'support_a', 'support_b', 'mediator', 'coordinator', 'past_mediator')),
  who BLOB NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (case_id, role, who)
) STRICT, WITHOUT ROWID;
CREATE INDEX mediation_members_by_who ON mediation_members (who, role, case_id);

CREATE TABLE case_messages (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES mediation_cases (id) ON DELETE CASCADE,
  stream TEXT NOT NULL CHECK (stream IN ('caucus_a', 'caucus_b', 'joint', 'notes')),
  author_role TEXT NOT NULL,
  text_id INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'offered', 'held', 'sent', 'unsent')),
  carried_from INTEGER REFERENCES case_messages (id) ON DELETE SET NULL,
  approved_at INTEGER,
  -- what the other side marked it with, and the phase that it was written in
  mark TEXT,
  phase TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX case_messages_by_case ON case_messages (case_id, id);
CREATE INDEX case_messages_by_source ON case_messages (carried_from) WHERE carried_from IS NOT NULL;
CREATE INDEX case_messages_by_text ON case_messages (text_id);

-- What outlives a case: fingerprints of pairs (in one direction) and of single people, with how often and until when.
CREATE TABLE pair_counters (
  hmac BLOB NOT NULL,
  kind TEXT NOT NULL,
  count INTEGER NOT NULL DEFAULT 1,
  until INTEGER NOT NULL,
  PRIMARY KEY (hmac, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX pair_counters_by_time ON pair_counters (until);

-- Volunteers are known to the members; whom they are close to is sealed.
CREATE TABLE mediator_profiles (
  account_id INTEGER PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  volunteering INTEGER NOT NULL,
  languages TEXT NOT NULL,
  hours TEXT NOT NULL,
  max_open INTEGER NOT NULL,
  topics_not_taken TEXT NOT NULL,
  co_mediation INTEGER NOT NULL,
  trainee INTEGER NOT NULL,
  approach TEXT NOT NULL,
  away INTEGER NOT NULL,
  close_to BLOB NOT NULL,
  accepted_code_at INTEGER,
  seen_at INTEGER NOT NULL,
  took_at INTEGER NOT NULL DEFAULT 0,
  cooling_until INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX mediator_profiles_volunteering ON mediator_profiles (took_at) WHERE volunteering = 1;

-- What a member decided about all of this, under their fingerprint; the list of people is sealed.
CREATE TABLE mediation_choices (
  who BLOB PRIMARY KEY,
  no_requests INTEGER NOT NULL,
  mail INTEGER NOT NULL,
  quiet_from TEXT,
  quiet_to TEXT,
  time_zone TEXT NOT NULL,
  not_from BLOB,
  mailed_at INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- What coordinators (`pile_on`, `thread`) and moderators (`report`, `talk`) are to look at; what it says is sealed.
CREATE TABLE mediation_alerts (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('pile_on', 'thread', 'report', 'talk', 'complaint', 'feedback')),
  who BLOB NOT NULL,
  sealed BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  due_at INTEGER,
  until INTEGER NOT NULL,
  UNIQUE (kind, who, created_at)
) STRICT;
CREATE INDEX mediation_alerts_by_kind ON mediation_alerts (kind, id);
CREATE INDEX mediation_alerts_by_time ON mediation_alerts (until);

-- What the two sides said about how a mediator led, in numbers; shown as sums of five cases or more.
CREATE TABLE mediation_feedback (
  id INTEGER PRIMARY KEY,
  mediator BLOB NOT NULL,
  case_id INTEGER NOT NULL,
  heard INTEGER NOT NULL,
  safe INTEGER NOT NULL,
  again INTEGER NOT NULL,
  given_at INTEGER NOT NULL
) STRICT;
CREATE INDEX mediation_feedback_by_mediator ON mediation_feedback (mediator);

-- Counts by year: all that is left of a case in the end.
CREATE TABLE mediation_counts (
  year INTEGER NOT NULL,
  kind TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (year, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE mediation_active (
  year INTEGER NOT NULL,
  who BLOB NOT NULL,
  PRIMARY KEY (year, who)
) STRICT, WITHOUT ROWID;
