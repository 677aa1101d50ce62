-- The review of a paper of which those who write them were told that it is due: its time, so that the next one is told anew.
ALTER TABLE documents ADD COLUMN told_due INTEGER;
