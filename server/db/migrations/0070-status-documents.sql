-- What came from elsewhere to somebody here by name, as its server said it (deflated JSON): a proof for who keeps it.
CREATE TABLE status_documents (
  status_id INTEGER PRIMARY KEY REFERENCES statuses (id) ON DELETE CASCADE,
  document BLOB NOT NULL,
  -- 1: brought with the author's own signature, which was checked; 0: fetched from the author's server
  signed INTEGER NOT NULL,
  heard_at INTEGER NOT NULL
) STRICT;
