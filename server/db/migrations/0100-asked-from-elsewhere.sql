-- Browsers in which somebody of another server wants to ask for a mediator, until they showed who they are. The address
-- that they named and the code that counts from there alone stand as fingerprints, for an hour.
CREATE TABLE mediation_askers (
  token_hash BLOB PRIMARY KEY,
  who BLOB,
  code BLOB,
  -- how many wrong codes came from that address while this one waited
  wrong INTEGER NOT NULL DEFAULT 0,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX mediation_askers_by_who ON mediation_askers (who) WHERE who IS NOT NULL;
CREATE INDEX mediation_askers_expiry ON mediation_askers (expires_at);
