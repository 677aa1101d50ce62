import { z } from 'zod'
import { ranged } from '../../db/range.ts'
import { many } from '../../db/sql.ts'

const columns = `accounts.id AS cursor, accounts.domain, accounts.created_at AS createdAt,
  accounts.joined_at AS joinedAt, accounts.suspended_at AS suspendedAt, accounts.limited_at AS limitedAt,
  members.email, members.reason, members.locale, members.confirmed_at AS confirmedAt,
  members.approved_at AS approvedAt, members.disabled_at AS disabledAt, invites.created_by AS invitedBy` as const

const row = z.object({
  cursor: z.int(),
  domain: z.string().nullable(),
  createdAt: z.int(),
  joinedAt: z.int().nullable(),
  suspendedAt: z.int().nullable(),
  limitedAt: z.int().nullable(),
  email: z.instanceof(Buffer).nullable(),
  reason: z.string().nullable(),
  locale: z.string().nullable(),
  confirmedAt: z.int().nullable(),
  approvedAt: z.int().nullable(),
  disabledAt: z.int().nullable(),
  invitedBy: z.int().nullable(),
})
/** Somebody as those who run the community see them; `cursor` is the id. */
export type AdminRow = z.infer<typeof row>

const from = `FROM accounts LEFT JOIN members ON members.account_id = accounts.id
  LEFT JOIN invites ON invites.id = members.invite_id` as const

/** People by where they are, how they stand, and the beginning of their names; an empty text asks for nothing. */
export const peopleBy = ranged(
  row,
  `SELECT ${columns} ${from}
   WHERE (@origin = '' OR (@origin = 'local') = (accounts.domain IS NULL))
     AND (@status = ''
       OR (@status = 'pending' AND members.approved_at IS NULL AND members.account_id IS NOT NULL)
       OR (@status = 'suspended' AND accounts.suspended_at IS NOT NULL)
       OR (@status = 'silenced' AND accounts.limited_at IS NOT NULL)
       OR (@status = 'disabled' AND members.disabled_at IS NOT NULL)
       OR (@status = 'active' AND accounts.joined_at IS NOT NULL AND accounts.suspended_at IS NULL
         AND members.disabled_at IS NULL))
     AND (@username = '' OR substr(accounts.username_key, 1, length(@username)) = @username)
     AND (@name = '' OR substr(accounts.display_key, 1, length(@name)) = @name)
     AND (@domain = '' OR accounts.domain = @domain)
     AND (@staff = 0 OR EXISTS (SELECT 1 FROM roles WHERE roles.account_id = accounts.id))
     AND (@only = 0 OR accounts.id = @only)`,
  'accounts.id',
)

/** Some people by their ids, a JSON list. */
export const peopleIn = many(row, `SELECT ${columns} ${from} WHERE accounts.id IN (SELECT value FROM json_each(@ids))`)
