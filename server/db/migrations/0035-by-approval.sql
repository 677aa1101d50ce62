-- Somebody whose network, provider or name asks for a look waits for a yes where others would not.
ALTER TABLE registrations ADD COLUMN needs_approval INTEGER NOT NULL DEFAULT 0;
