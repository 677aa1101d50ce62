-- Lists of posts with pictures, of this community or of other servers.
CREATE INDEX statuses_listed_pictures ON statuses (local, id) WHERE listed = 1 AND media_count > 0;
DROP INDEX statuses_listed_with_media;
