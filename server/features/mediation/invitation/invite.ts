import type { Context } from '../../../context.ts'
import type { Worker } from '../../../core/queue/worker.ts'
import type { Jobs } from '../../../job-payloads.ts'
import { append, nameOf, readCase } from '../cases.ts'
import { type Cast, readCast } from '../cast.ts'
import { isElsewhere, openWayIn } from '../guests/way-in.ts'
import { caseById, casesInStates } from '../queries.ts'
import { hasOnePending, mustHoldBack } from './hold-back.ts'

/** Lets it reach who it is for: a member finds it here, and somebody of another server is written to, once. */
function deliver(ctx: Context, caseId: number, { b }: Cast): void {
  append(ctx, caseId, 'system', 'deliver')
  if (isElsewhere(ctx, b)) openWayIn(ctx, caseId, b)
}

/** Sends an invitation, or does not: the one place that looks at the person invited. Whoever asked sees no difference. */
export const mediationInvite: Worker<Context, Jobs['mediationInvite']> = {
  run(ctx, { caseId }) {
    ctx.transact(() => {
      const row = caseById(ctx.db, { id: caseId })
      const loaded = row && readCase(row)
      if (loaded?.now.state !== 'invited' || !['unknown', 'waiting'].includes(loaded.now.reach)) return
      const cast = readCast(ctx, loaded)
      if (!cast || mustHoldBack(ctx, cast)) return void append(ctx, caseId, 'system', 'withhold')
      if (!hasOnePending(ctx, cast)) return deliver(ctx, caseId, cast)
      if (loaded.now.reach === 'unknown') append(ctx, caseId, 'system', 'wait')
    })
  },
}

/** Lets the next invitation come that waited for an answer to an earlier one. */
export function inviteNext(ctx: Context, { b }: Cast): void {
  const waiting = casesInStates(ctx.db, { who: nameOf(ctx, b), role: 'b', states: '["invited"]' })
  const next = waiting.find((row) => readCase(row).now.reach === 'waiting')
  if (next) ctx.queue.add('mediationInvite', { caseId: next.id })
}
