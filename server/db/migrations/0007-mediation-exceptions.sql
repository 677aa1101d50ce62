-- What goes through the walls of a mediation, by two people and with a reason. Who they are, why, and what was handed on
-- stand sealed; the log is kept as long as the case's own.
CREATE TABLE mediation_exceptions (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('break_glass', 'legal_hold', 'lift_hold', 'danger')),
  case_id INTEGER NOT NULL REFERENCES mediation_cases (id) ON DELETE CASCADE,
  sealed BLOB NOT NULL,
  asked_at INTEGER NOT NULL,
  -- when the second of them agreed, and until when it lasts or can be agreed to
  done_at INTEGER,
  until INTEGER NOT NULL
) STRICT;
CREATE INDEX mediation_exceptions_by_case ON mediation_exceptions (case_id, id);

-- Conversations of which both sides signed that they may say "resolved", to the day and not to the hour.
CREATE TABLE thread_marks (
  thread_id INTEGER PRIMARY KEY,
  marked_at INTEGER NOT NULL
) STRICT;
