-- Who agreed to cut a server off; nobody where one person decided, or it did not take two.
ALTER TABLE domain_decisions ADD COLUMN confirmed_by INTEGER REFERENCES accounts (id) ON DELETE SET NULL;
CREATE INDEX domain_decisions_by_second ON domain_decisions (confirmed_by) WHERE confirmed_by IS NOT NULL;
-- What is proposed about servers names them in `subject`.
CREATE INDEX moderation_proposals_by_subject ON moderation_proposals (created_at) WHERE subject IS NOT NULL;
