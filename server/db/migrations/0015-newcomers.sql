-- Proofs of work that were used, until they are too old to be used again.
CREATE TABLE spent_proofs (
  signature BLOB PRIMARY KEY,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX spent_proofs_expiry ON spent_proofs (expires_at);

-- What the mail servers of a domain said to our mails, by the hour. The domain is a fingerprint: with few members, it
-- would tell whom they write to.
CREATE TABLE mail_answers (
  domain BLOB NOT NULL,
  hour INTEGER NOT NULL,
  accepted INTEGER NOT NULL DEFAULT 0,
  refused INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (domain, hour)
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_answers_by_hour ON mail_answers (hour);

-- How a name looks at a glance: names that only differ in 0 and o, 1, i and l, 5 and s, rn and m, vv and w, or _ are
-- one look. core/name-look.ts does the same.
ALTER TABLE accounts ADD COLUMN username_look TEXT GENERATED ALWAYS AS (
  replace(replace(replace(replace(replace(replace(replace(
    username_key, '_', ''), '0', 'o'), '1', 'l'), 'i', 'l'), '5', 's'), 'rn', 'm'), 'vv', 'w')
) VIRTUAL;
CREATE INDEX accounts_by_look ON accounts (username_look) WHERE domain IS NULL;
ALTER TABLE registrations ADD COLUMN username_look TEXT GENERATED ALWAYS AS (
  replace(replace(replace(replace(replace(replace(replace(
    username_key, '_', ''), '0', 'o'), '1', 'l'), 'i', 'l'), '5', 's'), 'rn', 'm'), 'vv', 'w')
) VIRTUAL;
CREATE INDEX registrations_by_look ON registrations (username_look);

-- Since when a member's posts may carry links, pictures and strangers' names; NULL while somebody whom nobody here
-- knows is new. Who was let in by somebody, and who was here before, is known.
ALTER TABLE members ADD COLUMN known_at INTEGER;
UPDATE members SET known_at = 0;
