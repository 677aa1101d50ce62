-- Since when the notice of a move is taken away: the move itself is remembered, so that nobody moves followers to and fro.
ALTER TABLE moves ADD COLUMN ended_at INTEGER;
