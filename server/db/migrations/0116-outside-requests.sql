-- Requests of people without an account to take intimate pictures of them down: the report that each became, and the
-- secret by which they read how it stands. It goes with the report.
CREATE TABLE outside_requests (
  report_id INTEGER PRIMARY KEY REFERENCES reports (id) ON DELETE CASCADE,
  status_id INTEGER NOT NULL,
  target_id INTEGER NOT NULL,
  secret_hash BLOB NOT NULL UNIQUE,
  hid INTEGER NOT NULL,
  made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX outside_requests_by_status ON outside_requests (status_id);
CREATE INDEX outside_requests_by_target ON outside_requests (target_id, made_at);
