import { z } from 'zod'
import { many } from '../../../db/sql.ts'

/** Several people (a JSON list of ids) by their name and picture; also those who are suspended. */
export const namesByIds = many(
  z.object({
    id: z.int(),
    username: z.string(),
    domain: z.string().nullable(),
    displayName: z.string(),
    avatar: z.string().nullable(),
    avatarUrl: z.string().nullable(),
    suspendedAt: z.int().nullable(),
  }),
  `SELECT accounts.id, accounts.username, accounts.domain, accounts.display_name AS displayName, accounts.avatar,
     remote_actors.avatar_url AS avatarUrl, accounts.suspended_at AS suspendedAt
   FROM accounts LEFT JOIN remote_actors ON remote_actors.account_id = accounts.id
   WHERE accounts.id IN (SELECT value FROM json_each(@ids))`,
)
