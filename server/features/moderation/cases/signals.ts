import type { CasePage } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { DAY } from '../../../core/clock.ts'
import { accountById } from '../../accounts/queries.ts'
import { blockedInviteKin, repliesTo } from './signal-queries/queries.ts'

/** An account so young that somebody may have made it to come back. */
const YOUNG = 14 * DAY

/**
 * What speaks for an account being somebody whom the reporter blocks, each with a weight; it is for a person to judge,
 * and nothing follows from it by itself. Only asked in a case that the blocker opened.
 */
export function signalsOf(ctx: Context, targetId: number | null, reporterIds: readonly number[]): CasePage['signals'] {
  const target = targetId === null ? undefined : accountById(ctx.db, { id: targetId })
  if (!target) return []
  const found: CasePage['signals'] = []
  for (const me of reporterIds) {
    if (blockedInviteKin(ctx.db, { me, targetId: target.id })) found.push({ what: 'invite', weight: 3 })
    const young = ctx.now() - (target.joinedAt ?? target.createdAt) < YOUNG
    if (young) found.push({ what: 'young', weight: 1 })
    if (young && repliesTo(ctx.db, { me, targetId: target.id })) found.push({ what: 'aimed', weight: 2 })
  }
  return found.filter(({ what }, n) => found.findIndex((one) => one.what === what) === n)
}
