-- Who agreed to cut a server off; nobody where one person decided, or it did not take two.
ALTER TABLE domain_decisions ADD COLUMN confirmed_by INTEGER REFERENCES accounts (id) ON DELETE SET NULL;
CREATE INDEX domain_decisions_by_second ON domain_decisions (confirmed_by) WHERE confirmed_by IS NOT NULL;
-- What is proposed about servers names them in `subject`.
CREATE INDEX moderation_proposals_by_subject ON moderation_proposals (created_at) WHERE subject IS NOT NULL;

-- What somebody whose appeal was refused says to the answer, once; `content` and `answer` are sealed.
CREATE TABLE appeal_followups (
  appeal_id INTEGER PRIMARY KEY REFERENCES moderation_appeals (id) ON DELETE CASCADE,
  content BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'granted', 'refused')),
  decided_by INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  decided_at INTEGER,
  answer BLOB
) STRICT;
CREATE INDEX appeal_followups_open ON appeal_followups (due_at) WHERE state = 'open';
CREATE INDEX appeal_followups_by_person ON appeal_followups (decided_by) WHERE decided_by IS NOT NULL;
