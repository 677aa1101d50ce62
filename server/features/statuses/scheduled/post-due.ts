import type { Context } from '../../../context.ts'
import { Refusal } from '../../../core/errors.ts'
import type { Worker } from '../../../core/queue/worker.ts'
import type { Jobs } from '../../../job-payloads.ts'
import { limits } from '../../../limits.ts'
import { lookAgainAt } from '../../../policies/panic.ts'
import { asMember, type Viewer } from '../../../policies/viewer.ts'
import { personOfAccount } from '../../sessions/queries.ts'
import { postStatus } from '../post.ts'
import { formOf } from './present.ts'
import { failScheduled, removeScheduled, type ScheduledRow, scheduledById } from './queries.ts'

/** Its author as they stand now, if they may post; otherwise why not. */
function authorOf(ctx: Context, { accountId, appId }: ScheduledRow): Viewer | string {
  const person = personOfAccount(ctx.db, { accountId, graceOver: ctx.now() - limits.rulesGrace })
  if (!person?.joinedAt || person.suspendedAt !== null || person.disabledAt !== null) {
    return 'Your account could not post at that time.'
  }
  if (!person.acceptedRules) return 'The rules have changed, and you had not agreed to them yet.'
  return { ...asMember(accountId), appId: appId ?? undefined }
}

/** Posts it in one transaction, which also takes it off the list: stopped in the middle, all of it is done once more. */
function postNow(ctx: Context, row: ScheduledRow, author: Viewer): string | undefined {
  try {
    ctx.transact(() => {
      removeScheduled(ctx.db, { id: row.cursor })
      postStatus(ctx, author, formOf(row), undefined)
    })
    return undefined
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    return thrown.message
  }
}

/**
 * Posts what waited for its time, as if its author posted it now: who may post, the rules, agreements between people and
 * what it answers are asked again. While the community rests it waits. What cannot be posted stays on its author's list, and they are told.
 */
export const postScheduled: Worker<Context, Jobs['postScheduled']> = {
  run(ctx, { scheduledId: id, at }) {
    const row = scheduledById(ctx.db, { id })
    if (row?.scheduledAt !== at) return
    const again = lookAgainAt(ctx.db, 'read_only', ctx.now())
    if (again !== undefined) return ctx.queue.add('postScheduled', { scheduledId: id, at }, { at: again })
    const author = authorOf(ctx, row)
    const problem = typeof author === 'string' ? author : postNow(ctx, row, author)
    if (problem === undefined) return
    ctx.transact(() => {
      failScheduled(ctx.db, { id, problem })
      ctx.emit('noticeGiven', { accountId: row.accountId, kind: 'not_posted', ref: id })
    })
  },
}
