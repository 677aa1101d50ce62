-- Each session has a name by which its owner can end it, and says from what kind of browser it was begun.
ALTER TABLE sessions ADD COLUMN id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN device TEXT NOT NULL DEFAULT '';
UPDATE sessions SET id = abs(random() % 9007199254740991);
CREATE UNIQUE INDEX sessions_by_id ON sessions (id);
