-- Two more parts in a case: a second mediator, and somebody who interprets; and what mediators talk over afterwards.
CREATE TABLE mediation_parts (
  case_id INTEGER NOT NULL REFERENCES mediation_cases (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('a', 'b', 'support_a', 'support_b', 'mediator', 'co_mediator', 'interpreter',
    'coordinator', 'past_mediator')),
  who BLOB NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (case_id, role, who)
) STRICT, WITHOUT ROWID;
INSERT INTO mediation_parts SELECT case_id, role, who, since FROM mediation_members;
DROP TABLE mediation_members;
ALTER TABLE mediation_parts RENAME TO mediation_members;
CREATE INDEX mediation_members_by_who ON mediation_members (who, role, case_id);

-- A message that was given to the interpreter, since when, and the sealed text of what they made of it.
ALTER TABLE case_messages ADD COLUMN interpret_from INTEGER;
ALTER TABLE case_messages ADD COLUMN interpreted_id INTEGER;
CREATE INDEX case_messages_by_interpreted ON case_messages (interpreted_id) WHERE interpreted_id IS NOT NULL;

-- `debrief`: a mediator would like to talk a hard case over with a coordinator.
CREATE TABLE mediation_alerts_of_all (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('pile_on', 'thread', 'report', 'talk', 'complaint', 'feedback', 'debrief')),
  who BLOB NOT NULL,
  sealed BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  due_at INTEGER,
  until INTEGER NOT NULL,
  UNIQUE (kind, who, created_at)
) STRICT;
INSERT INTO mediation_alerts_of_all SELECT id, kind, who, sealed, created_at, due_at, until FROM mediation_alerts;
DROP TABLE mediation_alerts;
ALTER TABLE mediation_alerts_of_all RENAME TO mediation_alerts;
CREATE INDEX mediation_alerts_by_kind ON mediation_alerts (kind, id);
CREATE INDEX mediation_alerts_by_time ON mediation_alerts (until);
