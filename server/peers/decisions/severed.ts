import type { Severed } from '../../../shared/api/peers.ts'
import type { Context } from '../../context.ts'
import { accountsByIds } from '../../features/accounts/queries.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { decisionsOf } from '../present.ts'
import { severedOf } from './queries.ts'

/** What decisions about servers cost one member, for that member alone; a list a server. */
export function readSevered(ctx: Context, { accountId }: Viewer): Severed[] {
  const rows = severedOf(ctx.db, { memberId: accountId, most: limits.severedShown })
  const ids = rows.flatMap((row) => [row.accountId, row.targetId])
  const people = new Map(accountsByIds(ctx.db, { ids: JSON.stringify(ids) }).map((row) => [row.id, row]))
  const decisions = decisionsOf(ctx, [...new Set(rows.map(({ domain }) => domain))])
  const named = (id: number) => {
    const found = people.get(id)
    return found ? [{ acct: `${found.username}@${found.domain}`, name: found.displayName || found.username }] : []
  }
  return [...Map.groupBy(rows, ({ domain }) => domain)].map(([domain, lost]) => {
    const decision = decisions.get(domain)
    return {
      domain,
      severed_at: new Date(Math.max(...lost.map(({ severedAt }) => severedAt))).toISOString(),
      reason: decision?.publicReason ?? '',
      ends_at: decision?.endsAt ? new Date(decision.endsAt).toISOString() : null,
      following: lost.flatMap((row) => (row.accountId === accountId ? named(row.targetId) : [])),
      followers: lost.flatMap((row) => (row.targetId === accountId ? named(row.accountId) : [])),
    }
  })
}
