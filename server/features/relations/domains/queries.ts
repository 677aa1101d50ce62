import { z } from 'zod'
import { ranged } from '../../../db/range.ts'
import { many, one, write } from '../../../db/sql.ts'

/** Servers that somebody blocks for themselves. */
export const domainBlocksOf = ranged(
  z.object({ cursor: z.int(), domain: z.string() }),
  `SELECT id AS cursor, domain FROM domain_blocks WHERE account_id = @accountId`,
  'id',
)

/** How many these are, counted up to `most`. */
export const countDomainBlocks = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM (SELECT id FROM domain_blocks WHERE account_id = @accountId LIMIT @most)`,
)

/** Blocks a server for somebody. */
export const putDomainBlock = write(
  `INSERT INTO domain_blocks (id, account_id, domain, created_at) VALUES (@id, @accountId, @domain, @now)
   ON CONFLICT (account_id, domain) DO NOTHING`,
)

/** Ends that. */
export const removeDomainBlock = write(`DELETE FROM domain_blocks WHERE account_id = @accountId AND domain = @domain`)

/** The follows and requests between somebody and people of a server, in both directions. */
export const followsWith = many(
  z.object({ accountId: z.int(), targetId: z.int() }),
  `SELECT follows.account_id AS accountId, follows.target_id AS targetId FROM follows
     JOIN accounts ON accounts.id = follows.target_id AND accounts.domain = @domain WHERE follows.account_id = @me
   UNION SELECT follows.account_id, follows.target_id FROM follows
     JOIN accounts ON accounts.id = follows.account_id AND accounts.domain = @domain WHERE follows.target_id = @me
   UNION SELECT follow_requests.account_id, follow_requests.target_id FROM follow_requests
     JOIN accounts ON accounts.id = follow_requests.target_id AND accounts.domain = @domain
     WHERE follow_requests.account_id = @me
   UNION SELECT follow_requests.account_id, follow_requests.target_id FROM follow_requests
     JOIN accounts ON accounts.id = follow_requests.account_id AND accounts.domain = @domain
     WHERE follow_requests.target_id = @me`,
)

/** Which of `ids` (a JSON list) are people of servers that somebody blocks. */
export const blockedByDomain = many(
  z.object({ id: z.int() }),
  `SELECT accounts.id FROM json_each(@ids) JOIN accounts ON accounts.id = json_each.value
   WHERE EXISTS (SELECT 1 FROM domain_blocks WHERE account_id = @me AND domain = accounts.domain)`,
)
