-- Whoever decided a case may say that a mediator could help: a link for its reporters.
ALTER TABLE reports ADD COLUMN suggests_mediator INTEGER NOT NULL DEFAULT 0;
