import { z } from 'zod'
import { ranged } from '../../db/range.ts'
import { many, one, write } from '../../db/sql.ts'

const row = z.object({
  statusId: z.int(),
  /** Null once the quoted post was deleted. */
  quotedId: z.int().nullable(),
  quotedAccountId: z.int().nullable(),
  state: z.enum(['pending', 'accepted', 'rejected', 'revoked']),
})
/** A quote as stored. */
export type QuoteRow = z.infer<typeof row>

const columns = `status_id AS statusId, quoted_id AS quotedId, quoted_account_id AS quotedAccountId, state` as const

/** What several posts quote; `ids` is a JSON list. */
export const quotesOf = many(
  row,
  `SELECT ${columns} FROM quotes WHERE status_id IN (SELECT value FROM json_each(@ids))`,
)

/** What one post quotes. */
export const quoteOf = one(row, `SELECT ${columns} FROM quotes WHERE status_id = @statusId`)

/** The posts that quote a post, as far as its author left that. */
export const quotingOf = ranged(
  z.object({ cursor: z.int() }),
  `SELECT status_id AS cursor FROM quotes WHERE quoted_id = @quotedId AND quoted_id IS NOT NULL AND state = 'accepted'`,
  'status_id',
)

/** Who quotes a post. */
export const quotersOf = many(
  z.object({ id: z.int() }),
  `SELECT DISTINCT statuses.account_id AS id FROM quotes JOIN statuses ON statuses.id = quotes.status_id
   WHERE quotes.quoted_id = @quotedId AND quotes.quoted_id IS NOT NULL AND quotes.state = 'accepted'`,
)

/**
 * Notes that a post quotes another one. Whether somebody elsewhere may be quoted is their server's to say, and waited
 * for, but for what leaves this community by no way.
 */
export const insertQuote = write(
  `INSERT INTO quotes (status_id, quoted_id, quoted_account_id, state, created_at)
   SELECT @statusId, @quotedId, accounts.id,
     CASE WHEN accounts.domain IS NULL OR statuses.local_only = 1 THEN 'accepted' ELSE 'pending' END, @now
   FROM accounts JOIN statuses ON statuses.id = @statusId WHERE accounts.id = @quotedAccountId`,
)

/** Takes a quoted post out of another one. */
export const revokeQuote = write(
  `UPDATE quotes SET state = 'revoked' WHERE status_id = @statusId AND quoted_id = @quotedId AND state = 'accepted'`,
)

/** Takes somebody's posts out of all that another person wrote; gives which out of which. */
export const revokeAll = many(
  z.object({ statusId: z.int(), quotedId: z.int() }),
  `UPDATE quotes SET state = 'revoked' WHERE quoted_account_id = @author AND quoted_account_id IS NOT NULL
     AND state = 'accepted'
     AND quoted_id IS NOT NULL
     AND EXISTS (SELECT 1 FROM statuses WHERE statuses.id = quotes.status_id AND statuses.account_id = @quoter)
   RETURNING status_id AS statusId, quoted_id AS quotedId`,
)

/** Changes who may quote a post from now on. */
export const setQuotePolicy = write(`UPDATE statuses SET quote_policy = @policy WHERE id = @id`)
