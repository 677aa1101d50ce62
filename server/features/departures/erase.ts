import type { Context } from '../../context.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Jobs } from '../../job-payloads.ts'
import { accountById } from '../accounts/queries.ts'
import { hashOfName } from './present.ts'
import { deleteAccount, departureOf, keepName } from './queries.ts'

/** Deletes some of somebody's posts with all that hangs on them; how many there were. */
export type ErasePosts = (ctx: Context, accountId: number) => number

function eraseRest(ctx: Context, accountId: number): void {
  ctx.transact(() => {
    const account = accountById(ctx.db, { id: accountId })
    if (!account) return
    keepName(ctx.db, { hash: hashOfName(ctx, account.username) })
    ctx.emit('accountRemoved', { accountId })
    deleteAccount(ctx.db, { accountId })
  })
  ctx.log.info('an account was deleted by its owner')
}

/** Deletes the account of somebody who did not come back: posts first, some at a time, so that others are not held up. */
export const eraseAccount = (erasePosts: ErasePosts): Worker<Context, Jobs['eraseAccount']> => ({
  run(ctx, { accountId, endsAt }) {
    // who came back, and left again, has another end
    if (departureOf(ctx.db, { accountId })?.endsAt !== endsAt) return
    if (erasePosts(ctx, accountId) > 0) ctx.queue.add('eraseAccount', { accountId, endsAt })
    else eraseRest(ctx, accountId)
  },
})
