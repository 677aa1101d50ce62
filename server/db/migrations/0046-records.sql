-- How somebody's last reports ended is read for each line of the queue: only those that came to an end, the newest first.
CREATE INDEX reports_ended ON reports (reporter_id, id, outcome) WHERE reporter_id IS NOT NULL AND outcome IS NOT NULL;
