import type { CasePage } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { DAY } from '../../../core/clock.ts'
import { openIfOurs } from '../../../core/crypto.ts'
import { limits } from '../../../limits.ts'
import { digestOf } from '../../../policies/blocks.ts'
import { accountById } from '../../accounts/queries.ts'
import type { ReportRow } from '../reports/queries.ts'
import { readRefs } from '../rules/present.ts'
import { kindsOf } from './kinds.ts'
import {
  blockedDeclared,
  blockedInviteKin,
  blockedNeighbour,
  blockedSameLink,
  repliesTo,
  sealedOf,
  sealedOfBlocked,
} from './signal-queries/queries.ts'

/** An account so young that somebody may have made it to come back. */
const YOUNG = 14 * DAY

type Reported = Pick<ReportRow, 'kind' | 'rules' | 'reporterId'>

/** Whether somebody reported that this is whom they block: only then is anything of it looked up. */
const isAboutBlock = ({ kind, rules }: Reported): boolean => kindsOf(kind, readRefs(rules)).includes('evasion')

function readMailbox(ctx: Context, sealed: Buffer): string | undefined {
  const address = openIfOurs(ctx.vault, sealed)
  return address === undefined ? undefined : digestOf(address)
}

/** Whether somebody whom the reporter blocks joined with the same mailbox, however it is spelled; compared as hashes, kept nowhere. */
function hasBlockedMailbox(ctx: Context, pair: { me: number; targetId: number }): boolean {
  const theirs = sealedOf(ctx.db, { id: pair.targetId })
  if (!theirs) return false
  const digest = readMailbox(ctx, theirs.email)
  const known = sealedOfBlocked(ctx.db, { ...pair, most: limits.blocksCompared })
  return digest !== undefined && known.some(({ email }) => readMailbox(ctx, email) === digest)
}

/**
 * What speaks for an account being somebody whom the reporter blocks, each with a weight; it is for a person to judge,
 * and nothing follows from it by itself. Only asked for those who reported just that.
 */
export function signalsOf(ctx: Context, targetId: number | null, reports: readonly Reported[]): CasePage['signals'] {
  const target = targetId === null ? undefined : accountById(ctx.db, { id: targetId })
  if (!target) return []
  const reporterIds = new Set(reports.filter(isAboutBlock).flatMap(({ reporterId }) => reporterId ?? []))
  const since = ctx.now() - limits.networkKept
  const found: CasePage['signals'] = []
  for (const me of reporterIds) {
    const pair = { me, targetId: target.id }
    if (blockedDeclared(ctx.db, pair)) found.push({ what: 'declared', weight: 4 })
    if (hasBlockedMailbox(ctx, pair)) found.push({ what: 'mailbox', weight: 4 })
    if (blockedNeighbour(ctx.db, { ...pair, since })) found.push({ what: 'network', weight: 2 })
    if (blockedSameLink(ctx.db, pair)) found.push({ what: 'link', weight: 1 })
    if (blockedInviteKin(ctx.db, { me, targetId: target.id })) found.push({ what: 'invite', weight: 3 })
    const young = ctx.now() - (target.joinedAt ?? target.createdAt) < YOUNG
    if (young) found.push({ what: 'young', weight: 1 })
    if (young && repliesTo(ctx.db, { me, targetId: target.id })) found.push({ what: 'aimed', weight: 2 })
  }
  return found.filter(({ what }, n) => found.findIndex((one) => one.what === what) === n)
}
