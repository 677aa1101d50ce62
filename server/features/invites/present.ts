import type { Invite } from '../../../shared/api/community.ts'
import type { Context } from '../../context.ts'
import { accountsByIds } from '../accounts/queries.ts'
import type { InviteRow } from './queries.ts'

/** The form in which a code is kept, however somebody typed it. */
export const readCode = (typed: string) => typed.toLowerCase().replace(/[\s-]/g, '')

const iso = (time: number | null) => (time === null ? null : new Date(time).toISOString())

/** Invites as those who run the community see them, with the address to pass on. */
export function presentInvites(ctx: Context, rows: readonly InviteRow[]): Invite[] {
  const ids = JSON.stringify([...new Set(rows.map((row) => row.createdBy))])
  const names = new Map(accountsByIds(ctx.db, { ids }).map((account) => [account.id, account.username]))
  return rows.map((row) => ({
    id: String(row.id),
    code: row.code,
    url: `${ctx.config.publicUrl}/join?invite=${row.code}`,
    uses: row.uses,
    max_uses: row.maxUses,
    expires_at: iso(row.expiresAt),
    comment: row.comment,
    created_by: names.get(row.createdBy) ?? '',
    withdrawn_at: iso(row.withdrawnAt),
  }))
}
