import type { Context } from '../../../context.ts'
import { logAct } from '../../../core/acts/log-act.ts'
import { DAY } from '../../../core/clock.ts'
import type { Worker } from '../../../core/queue/worker.ts'
import type { Jobs } from '../../../job-payloads.ts'
import { limits } from '../../../limits.ts'
import { accountById } from '../../accounts/queries.ts'
import { hashOfName } from '../../departures/present.ts'
import { deleteAccount, keepName } from '../../departures/queries.ts'
import { openFollowOn } from '../appeals/follow/queries.ts'
import { appealOf } from '../appeals/queries.ts'
import { type ActionRow, actionById, setPurged } from './queries.ts'
import { end } from './undo.ts'

/** Ends what was done for a time only. */
export const endAction: Worker<Context, Jobs['endAction']> = {
  run(ctx, { actionId, at }) {
    ctx.transact(() => {
      const action = actionById(ctx.db, { id: actionId })
      if (action?.endsAt === at && action.overAt === null) end(ctx, action, 'time', undefined)
    })
  },
}

/** Deletes some of somebody's posts with all that hangs on them; how many there were. */
export type ErasePosts = (ctx: Context, accountId: number) => number

function eraseRest(ctx: Context, { id: actionId, caseId }: ActionRow, accountId: number): void {
  ctx.transact(() => {
    const account = accountById(ctx.db, { id: accountId })
    if (!account) return
    // somebody of another server would come again as if they were new: what is left of them stays shut out
    if (account.domain === null) {
      keepName(ctx.db, { hash: hashOfName(ctx, account.username) })
      ctx.emit('accountRemoved', { accountId })
      deleteAccount(ctx.db, { accountId })
    }
    setPurged(ctx.db, { id: actionId, now: ctx.now() })
    logAct(ctx, { verb: 'account_purged', caseId, targetId: accountId })
  })
}

function announce(ctx: Context, actionId: number, accountId: number): void {
  ctx.transact(() => {
    const action = actionById(ctx.db, { id: actionId })
    if (!action || action.purgedAt !== null) return
    setPurged(ctx.db, { id: actionId, now: ctx.now() })
    ctx.emit('accountPurged', { accountId, until: ctx.now() + limits.removedKept })
  })
}

/** On the thirtieth day of a removal: other servers are told, and all that belonged to the account goes. */
export const purgeRemoved = (erasePosts: ErasePosts): Worker<Context, Jobs['purgeRemoved']> => ({
  run(ctx, { actionId, at }) {
    const action = actionById(ctx.db, { id: actionId })
    if (!action || action.overAt !== null || action.targetId === null) return
    if (appealOf(ctx.db, { actionId })?.state === 'open' || openFollowOn(ctx.db, { actionId })) {
      return ctx.queue.add('purgeRemoved', { actionId, at }, { at: ctx.now() + DAY })
    }
    announce(ctx, actionId, action.targetId)
    if (erasePosts(ctx, action.targetId) > 0) ctx.queue.add('purgeRemoved', { actionId, at })
    else eraseRest(ctx, action, action.targetId)
  },
})
