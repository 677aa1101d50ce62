import type { Account } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentAccounts } from '../accounts/present.ts'
import { familiarFollowers } from './queries.ts'

/** Whom of those one follows some people are followed by, in the order of `ids`; nobody who keeps their follows secret. */
export function readFamiliar(
  ctx: Context,
  { accountId: me }: Viewer,
  ids: readonly number[],
): { id: string; accounts: Account[] }[] {
  const rows = familiarFollowers(ctx.db, { me, ids: JSON.stringify(ids), most: limits.familiarFollowers })
  const accounts = presentAccounts(
    ctx,
    rows.map((row) => row.followerId),
  )
  const found = Map.groupBy(rows, (row) => row.targetId)
  return [...new Set(ids)].map((id) => ({
    id: String(id),
    accounts: (found.get(id) ?? []).flatMap((row) => accounts.get(row.followerId) ?? []),
  }))
}
