import type { AdminAccount } from '../../../shared/api/admin.ts'
import type { Context } from '../../context.ts'
import { presentAccounts, presentTime } from '../accounts/present.ts'
import { rolesOf } from '../accounts/queries.ts'
import { standAgainst } from '../moderation/decide/queries.ts'
import { type AdminRow, peopleIn } from './queries.ts'

const everybody = { id: '-99', name: '', color: '', permissions: '0', highlighted: false }

const roleOf = (role: string | undefined) =>
  role === undefined
    ? everybody
    : {
        id: role,
        name: `${role.charAt(0).toUpperCase()}${role.slice(1)}`,
        color: '',
        permissions: '0',
        highlighted: true,
      }

/** People as Mastodon's API for staff has them. No address is kept of where they came from, so none is said. */
export function presentAdminAccounts(ctx: Context, rows: readonly AdminRow[]): AdminAccount[] {
  const ids = rows.map(({ cursor }) => cursor)
  const accounts = presentAccounts(ctx, ids)
  const held = Map.groupBy(rolesOf(ctx.db, { ids: JSON.stringify(ids) }), ({ accountId }) => accountId)
  const marked = standAgainst(ctx.db, { ids: JSON.stringify(ids), kind: 'sensitive' })
  const sensitized = new Set(marked.map(({ id }) => id))
  return rows.flatMap((row) => {
    const account = accounts.get(row.cursor)
    if (!account) return []
    return [
      {
        id: String(row.cursor),
        username: account.username,
        domain: row.domain,
        created_at: presentTime(row.createdAt),
        email: row.email === null ? '' : ctx.vault.open(row.email),
        ip: null,
        ips: [],
        locale: row.locale,
        invite_request: row.reason || null,
        role: roleOf(held.get(row.cursor)?.[0]?.role),
        confirmed: row.domain !== null || row.confirmedAt !== null,
        approved: row.domain !== null || row.approvedAt !== null,
        disabled: row.disabledAt !== null,
        silenced: row.limitedAt !== null,
        suspended: row.suspendedAt !== null,
        sensitized: sensitized.has(row.cursor),
        account,
        created_by_application_id: null,
        invited_by_account_id: row.invitedBy === null ? null : String(row.invitedBy),
      },
    ]
  })
}

/** The same by their ids; three queries more, whatever their number. */
export function adminAccountsById(ctx: Context, ids: Iterable<number | null | undefined>): Map<number, AdminAccount> {
  const known = [...new Set(ids)].filter((id) => typeof id === 'number')
  const rows = peopleIn(ctx.db, { ids: JSON.stringify(known) })
  return new Map(presentAdminAccounts(ctx, rows).map((one) => [Number(one.id), one]))
}
