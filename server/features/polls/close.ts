import type { Context } from '../../context.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Jobs } from '../../job-payloads.ts'
import { statusById } from '../statuses/queries.ts'
import { isOver } from './present.ts'
import { closePollRow, pollById } from './queries.ts'

/** Tells of a poll's end, once; one that was prolonged meanwhile has another job for its new end. */
export const closePoll: Worker<Context, Jobs['closePoll']> = {
  run: (ctx, { pollId }) =>
    ctx.transact(() => {
      const row = pollById(ctx.db, { id: pollId })
      const status = row && statusById(ctx.db, { id: row.statusId })
      if (!status || !isOver(row, ctx.now())) return
      if (closePollRow(ctx.db, { id: pollId, now: ctx.now() }) === 0) return
      ctx.emit('pollEnded', { pollId, statusId: status.id, accountId: status.accountId })
    }),
}
