import { z } from 'zod'
import { many, write } from '../../db/sql.ts'

const found = z.object({ id: z.int() })

/** People who want to be found, those who wrote last first. */
export const lastActive = many(
  found,
  `SELECT id FROM accounts WHERE discoverable = 1 AND joined_at IS NOT NULL AND suspended_at IS NULL AND limited_at IS NULL
     AND last_status_at > 0 AND (@local = 0 OR domain IS NULL)
   ORDER BY last_status_at DESC, id DESC LIMIT @most`,
)

/** People who want to be found, those who came last first; with `silent` only those who never wrote. */
export const lastJoined = many(
  found,
  `SELECT id FROM accounts WHERE discoverable = 1 AND joined_at IS NOT NULL AND suspended_at IS NULL AND limited_at IS NULL
     AND joined_at > 0 AND (@local = 0 OR domain IS NULL) AND (@silent = 0 OR last_status_at IS NULL)
   ORDER BY joined_at DESC, id DESC LIMIT @most`,
)

/**
 * Whom the people follow whom `me` followed last, those first whom most of them follow. Who keeps to themselves whom
 * they follow is not asked.
 */
export const followedByFollowed = many(
  found,
  `SELECT theirs.target_id AS id FROM follows AS theirs
   WHERE theirs.account_id IN (SELECT follows.target_id FROM follows JOIN accounts ON accounts.id = follows.target_id
       WHERE follows.account_id = @me AND accounts.hide_collections = 0 ORDER BY follows.id DESC LIMIT @lately)
   GROUP BY theirs.target_id ORDER BY count(*) DESC, theirs.target_id DESC LIMIT @most`,
)

/** Which of `ids` (a JSON list) can be suggested to somebody: they want to be found and are not known yet. */
export const suggestable = many(
  found,
  `SELECT accounts.id FROM json_each(@ids) JOIN accounts ON accounts.id = json_each.value
   WHERE discoverable = 1 AND joined_at IS NOT NULL AND suspended_at IS NULL AND limited_at IS NULL AND accounts.id <> @me
     AND NOT EXISTS (SELECT 1 FROM follows WHERE account_id = @me AND target_id = accounts.id)
     AND NOT EXISTS (SELECT 1 FROM follow_requests WHERE account_id = @me AND target_id = accounts.id)
     AND NOT EXISTS (SELECT 1 FROM moves WHERE moves.account_id = accounts.id AND moves.ended_at IS NULL)
     AND NOT EXISTS (SELECT 1 FROM suggestions_refused WHERE account_id = @me AND target_id = accounts.id)`,
)

/** Notes whom somebody does not want to be suggested again. */
export const refuseSuggestion = write(
  `INSERT INTO suggestions_refused (account_id, target_id) SELECT @me, id FROM accounts WHERE id = @targetId
   ON CONFLICT DO NOTHING`,
)
