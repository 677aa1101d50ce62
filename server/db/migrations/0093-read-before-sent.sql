-- The words to a person that a second one reads before they are sent: until when, and who did.
ALTER TABLE moderation_actions ADD COLUMN read_due_at INTEGER;
ALTER TABLE moderation_actions ADD COLUMN read_by INTEGER;
CREATE INDEX moderation_actions_read ON moderation_actions (read_due_at)
  WHERE read_due_at IS NOT NULL AND read_by IS NULL AND settled_at IS NULL AND over_at IS NULL;
