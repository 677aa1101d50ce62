import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

const columns = `id, status_id AS statusId, multiple, hide_totals AS hideTotals, voters_count AS votersCount,
  expires_at AS expiresAt, closed_at AS closedAt,
  (SELECT emojis FROM statuses WHERE statuses.id = status_id) AS emojis` as const

const pollRow = z.object({
  id: z.int(),
  statusId: z.int(),
  multiple: z.int(),
  hideTotals: z.int(),
  votersCount: z.int(),
  expiresAt: z.int().nullable(),
  closedAt: z.int().nullable(),
  /** The small pictures of the post that asks, where it is from elsewhere. */
  emojis: z.string().nullable(),
})
/** A poll as stored; times in ms. */
export type PollRow = z.infer<typeof pollRow>

/** One poll, whoever may see it. */
export const pollById = one(pollRow, `SELECT ${columns} FROM polls WHERE id = @id`)

/** The polls of several posts; `ids` is a JSON list. */
export const pollsOf = many(
  pollRow,
  `SELECT ${columns} FROM polls WHERE status_id IN (SELECT value FROM json_each(@ids))`,
)

/** The options of several polls, in their order; `ids` is a JSON list. */
export const optionsOf = many(
  z.object({ pollId: z.int(), title: z.string(), votesCount: z.int() }),
  `SELECT poll_id AS pollId, title, votes_count AS votesCount FROM poll_options
   WHERE poll_id IN (SELECT value FROM json_each(@ids)) ORDER BY poll_id, position`,
)

/** What somebody voted for in several polls; `ids` is a JSON list. */
export const votesBy = many(
  z.object({ pollId: z.int(), position: z.int() }),
  `SELECT poll_id AS pollId, position FROM poll_votes
   WHERE account_id = @me AND poll_id IN (SELECT value FROM json_each(@ids)) ORDER BY poll_id, position`,
)

/** Everybody who voted in a poll. */
export const votersIn = many(
  z.object({ id: z.int() }),
  `SELECT DISTINCT account_id AS id FROM poll_votes WHERE poll_id = @pollId`,
)

/** Keeps a new poll. */
export const insertPoll = write(
  `INSERT INTO polls (id, status_id, multiple, hide_totals, expires_at)
   VALUES (@id, @statusId, @multiple, @hideTotals, @expiresAt)`,
)

/** Keeps one of a poll's options. */
export const insertOption = write(
  `INSERT INTO poll_options (poll_id, position, title) VALUES (@pollId, @position, @title)`,
)

/** Changes how a poll is asked and until when. */
export const changePoll = write(
  `UPDATE polls SET multiple = @multiple, hide_totals = @hideTotals, expires_at = @expiresAt WHERE id = @id`,
)

/** Takes a poll's options away, and with them every vote. */
export const removeOptions = write(`DELETE FROM poll_options WHERE poll_id = @pollId`)

/** Takes a poll off its post. */
export const removePoll = write(`DELETE FROM polls WHERE id = @id`)

/** Counts one person's vote for one option, once. */
export const insertVote = write(
  `INSERT INTO poll_votes (poll_id, account_id, position, created_at) VALUES (@pollId, @me, @position, @now)
   ON CONFLICT DO NOTHING`,
)

/** Notes that people were told of a poll's end; 0 where they were before. */
export const closePollRow = write(`UPDATE polls SET closed_at = @now WHERE id = @id AND closed_at IS NULL`)
