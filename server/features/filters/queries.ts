import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

/** What happens to what a filter finds. */
export const filterActions = ['warn', 'hide', 'blur'] as const

const filterRow = z.object({
  id: z.int(),
  title: z.string(),
  /** A JSON list of where the filter holds. */
  contexts: z.string(),
  action: z.enum(filterActions),
  expiresAt: z.int().nullable(),
})
/** A filter as stored; times in ms. */
export type FilterRow = z.infer<typeof filterRow>

const columns = `id, title, contexts, action, expires_at AS expiresAt` as const

/** Somebody's filters, the oldest first. */
export const filtersOf = many(filterRow, `SELECT ${columns} FROM filters WHERE account_id = @me ORDER BY id`)

/** One filter of somebody. */
export const filterOf = one(filterRow, `SELECT ${columns} FROM filters WHERE id = @id AND account_id = @me`)

/** Makes a filter. */
export const insertFilter = write(
  `INSERT INTO filters (id, account_id, title, contexts, action, expires_at, created_at)
   VALUES (@id, @me, @title, @contexts, @action, @expiresAt, @now)`,
)

/** Changes a filter. */
export const updateFilter = write(
  `UPDATE filters SET title = @title, contexts = @contexts, action = @action, expires_at = @expiresAt
   WHERE id = @id AND account_id = @me`,
)

/** Takes a filter away with its words and posts. */
export const removeFilter = write(`DELETE FROM filters WHERE id = @id AND account_id = @me`)

const keywordRow = z.object({ id: z.int(), filterId: z.int(), keyword: z.string(), wholeWord: z.int() })
/** A word of a filter as stored. */
export type KeywordRow = z.infer<typeof keywordRow>

const ofKeyword = `filter_keywords.id, filter_id AS filterId, keyword, whole_word AS wholeWord` as const

/** The words of several filters; `ids` is a JSON list. */
export const keywordsOf = many(
  keywordRow,
  `SELECT ${ofKeyword} FROM filter_keywords WHERE filter_id IN (SELECT value FROM json_each(@ids)) ORDER BY id`,
)

/** One word of a filter of somebody. */
export const keywordOf = one(
  keywordRow,
  `SELECT ${ofKeyword} FROM filter_keywords JOIN filters ON filters.id = filter_id
   WHERE filter_keywords.id = @id AND filters.account_id = @me`,
)

/** Adds a word to a filter. */
export const insertKeyword = write(
  `INSERT INTO filter_keywords (id, filter_id, keyword, whole_word) VALUES (@id, @filterId, @keyword, @wholeWord)`,
)

/** Changes a word. */
export const updateKeyword = write(
  `UPDATE filter_keywords SET keyword = @keyword, whole_word = @wholeWord WHERE id = @id AND filter_id = @filterId`,
)

/** Takes a word away. */
export const removeKeyword = write(`DELETE FROM filter_keywords WHERE id = @id AND filter_id = @filterId`)

const statusRow = z.object({ id: z.int(), filterId: z.int(), statusId: z.int() })
/** A post in a filter as stored. */
export type FilteredStatusRow = z.infer<typeof statusRow>

const ofStatus = `filter_statuses.id, filter_id AS filterId, status_id AS statusId` as const

/** The posts in several filters; `ids` is a JSON list. */
export const statusesIn = many(
  statusRow,
  `SELECT ${ofStatus} FROM filter_statuses WHERE filter_id IN (SELECT value FROM json_each(@ids)) ORDER BY id`,
)

/** One post in a filter of somebody. */
export const statusIn = one(
  statusRow,
  `SELECT ${ofStatus} FROM filter_statuses JOIN filters ON filters.id = filter_id
   WHERE filter_statuses.id = @id AND filters.account_id = @me`,
)

/** Puts a post into a filter. */
export const insertStatusIn = write(
  `INSERT INTO filter_statuses (id, filter_id, status_id) VALUES (@id, @filterId, @statusId)`,
)

/** Whether a post is in a filter. */
export const isStatusIn = one(
  z.object({ id: z.int() }),
  `SELECT id FROM filter_statuses WHERE filter_id = @filterId AND status_id = @statusId`,
)

/** Takes a post out of a filter. */
export const removeStatusIn = write(`DELETE FROM filter_statuses WHERE id = @id AND filter_id = @filterId`)

/** The newest posts of others in somebody's home, with the words that filters look at. */
export const newestAtHome = many(
  z.object({ text: z.string(), spoilerText: z.string() }),
  `SELECT shown.text, shown.spoiler_text AS spoilerText FROM home_entries
     JOIN statuses ON statuses.id = home_entries.status_id
     JOIN statuses AS shown ON shown.id = coalesce(statuses.reblog_of_id, statuses.id)
   WHERE home_entries.account_id = @me AND shown.account_id <> @me ORDER BY home_entries.status_id DESC LIMIT @most`,
)
