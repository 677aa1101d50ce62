import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { checkChange } from './check.ts'
import { putApproval, retireInForce, setConfirmed, setEmergency } from './queries.ts'
import { countApprovals, readDraftAt } from './read-draft.ts'

/**
 * Puts a draft in force at once, for people's safety. It always needs a second person, also where only one may publish
 * rules: unconfirmed it lapses. Throws 404, 409, 422.
 */
export function enactEmergency(ctx: Context, { accountId }: Viewer, revision: number): void {
  ctx.transact(() => {
    const set = readDraftAt(ctx, revision)
    checkChange(ctx, set, true)
    const { version } = set
    const now = ctx.now()
    putApproval(ctx.db, { version, accountId, revision, now })
    retireInForce(ctx.db, { now })
    setEmergency(ctx.db, { version, now })
    if (countApprovals(ctx, set, true) >= limits.rulesApprovals) setConfirmed(ctx.db, { version, now })
    else ctx.queue.add('lapseRules', { version }, { at: now + limits.rulesConfirmWithin })
    ctx.queue.add('mailRules', { version, announcedAt: now, after: 0 })
  })
}
