import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

const draft = z.object({
  domain: z.string(),
  listId: z.int().nullable(),
  hidden: z.int(),
  noMedia: z.int(),
  noReports: z.int(),
  cutOff: z.int(),
  publicReason: z.string(),
})
const draftColumns = `domain, list_id AS listId, hidden, no_media AS noMedia, no_reports AS noReports,
  cut_off AS cutOff, public_reason AS publicReason` as const

/** What waits to be reviewed. */
export const draftsAfter = many(
  draft,
  `SELECT ${draftColumns} FROM domain_drafts WHERE domain > @after AND put_aside_at IS NULL ORDER BY domain LIMIT @most`,
)

/** One draft that waits. */
export const draftOf = one(
  draft,
  `SELECT ${draftColumns} FROM domain_drafts WHERE domain = @domain AND put_aside_at IS NULL`,
)

/** Adds drafts, a JSON list of {domain, hidden, noMedia, noReports, cutOff, reason}; not what was decided or drafted. */
export const addDrafts = write(
  `INSERT OR IGNORE INTO domain_drafts (domain, list_id, hidden, no_media, no_reports, cut_off, public_reason, drafted_at)
   SELECT value ->> 'domain', @listId, value ->> 'hidden', value ->> 'noMedia', value ->> 'noReports',
     value ->> 'cutOff', value ->> 'reason', @now
   FROM json_each(@drafts)
   WHERE NOT EXISTS (SELECT 1 FROM domain_decisions WHERE domain_decisions.domain = value ->> 'domain')`,
)

/** Puts a draft aside: no list brings it again. */
export const putAside = write(
  `UPDATE domain_drafts SET put_aside_at = @now WHERE domain = @domain AND put_aside_at IS NULL`,
)

/** It was decided about a server, as a draft says or otherwise; what was put aside stays so. */
export const removeDraft = write(`DELETE FROM domain_drafts WHERE domain = @domain AND put_aside_at IS NULL`)

const list = z.object({
  id: z.int(),
  url: z.string(),
  problem: z.string().nullable(),
  fetchedAt: z.int().nullable(),
  drafts: z.int(),
})

/** The lists that are looked at. */
export const domainLists = many(
  list,
  `SELECT id, url, problem, fetched_at AS fetchedAt,
     (SELECT count(*) FROM domain_drafts WHERE list_id = domain_lists.id AND put_aside_at IS NULL) AS drafts
   FROM domain_lists WHERE id > @after ORDER BY id LIMIT @most`,
)

/** Adds one. */
export const putList = write(
  `INSERT INTO domain_lists (id, url, added_at) VALUES (@id, @url, @now) ON CONFLICT (url) DO NOTHING`,
)
/** Takes one away, with what it would decide. */
export const removeList = write(`DELETE FROM domain_lists WHERE id = @id`)
/** A list was read, or not. */
export const markList = write(`UPDATE domain_lists SET fetched_at = @now, problem = @problem WHERE id = @id`)
