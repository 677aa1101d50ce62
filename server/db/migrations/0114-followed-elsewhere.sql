-- What another server last said of somebody's numbers goes on with the follows that begin and end here, until it says
-- something newer.
CREATE TRIGGER count_follow_elsewhere AFTER INSERT ON follows BEGIN
  UPDATE remote_actors SET followers_total = followers_total + 1 WHERE account_id = NEW.target_id;
  UPDATE remote_actors SET following_total = following_total + 1 WHERE account_id = NEW.account_id;
END;
CREATE TRIGGER uncount_follow_elsewhere AFTER DELETE ON follows BEGIN
  UPDATE remote_actors SET followers_total = max(0, followers_total - 1) WHERE account_id = OLD.target_id;
  UPDATE remote_actors SET following_total = max(0, following_total - 1) WHERE account_id = OLD.account_id;
END;
