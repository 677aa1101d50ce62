import type { Context } from '../../context.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import { takeNoticeBack, tellEnded } from './answer.ts'
import { forgetTruces, truceById } from './queries.ts'

/** What falls due at a time: an offer that nobody took up leaves no notice, an agreement that is over gives one. */
export const truceClock: Worker<Context, Jobs['truceClock']> = {
  run: (ctx, { truceId, at }) =>
    ctx.transact(() => {
      const truce = truceById(ctx.db, { id: truceId })
      if (truce?.endsAt === null && truce.answerBy === at) takeNoticeBack(ctx, truce)
      if (truce?.endsAt === at) tellEnded(ctx, truce)
    }),
}

/** Forgets offers and agreements that count against no new one any more. */
export function sweepTruces(ctx: Context): void {
  const now = ctx.now()
  forgetTruces(ctx.db, { until: now - limits.truceOffersWithin, ended: now - limits.truceRest })
}
