-- What waits to be read among somebody's private talks.
CREATE INDEX conversations_unread ON conversations (account_id, last_status_id) WHERE unread = 1;
