import { clockOf } from '../../../shared/mediation/clock.ts'
import type { Context } from '../../context.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Jobs } from '../../job-payloads.ts'
import { append, readCase } from './cases.ts'
import { chooseAnew } from './matching/choose.ts'
import { caseById } from './queries.ts'

/** Lets a case's clock strike, unless something happened since it was set. */
export const mediationClock: Worker<Context, Jobs['mediationClock']> = {
  run(ctx, { caseId, version }) {
    ctx.transact(() => {
      const row = caseById(ctx.db, { id: caseId })
      if (row?.version !== version) return
      const loaded = readCase(row)
      const tick = clockOf(loaded.now)
      if (!tick || tick.at > ctx.now()) return
      if (tick.verb === 'candidates') chooseAnew(ctx, loaded)
      else append(ctx, caseId, 'system', tick.verb)
    })
  },
}
