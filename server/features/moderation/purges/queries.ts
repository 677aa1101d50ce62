import { z } from 'zod'
import { many, write } from '../../../db/sql.ts'

/** Which servers were asked to delete some posts (`ids`: a JSON list), and what became of it there. */
export const waysOfPurges = many(
  z.object({
    statusId: z.int(),
    host: z.string(),
    uri: z.string(),
    result: z.enum(['delivered', 'refused', 'gone', 'gave_up']).nullable(),
    at: z.int(),
    letterAt: z.int().nullable(),
    email: z.string().nullable(),
  }),
  `SELECT status_id AS statusId, host, uri, result, at, letter_at AS letterAt, about ->> 'email' AS email
   FROM purge_ways LEFT JOIN peer_facts ON peer_facts.domain = purge_ways.host
   WHERE status_id IN (SELECT value FROM json_each(@ids)) ORDER BY status_id, host`,
)

/** A letter went to those who run a server about one post. */
export const noteLetter = write(`UPDATE purge_ways SET letter_at = @now WHERE status_id = @statusId AND host = @host`)
