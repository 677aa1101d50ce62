import type { Context } from '../../context.ts'
import { DAY } from '../../core/clock.ts'
import type { Events } from '../../events.ts'
import { tellEnded } from './answer.ts'
import { begin, endNow, insertOffer, lastEnd, trucesOf } from './queries.ts'

/** Begins a truce that two people signed elsewhere; one that lasts as long is left as it is. */
export function holdAsAgreed(ctx: Context, { accountId, otherId, act }: Events['agreedOn']): void {
  const now = ctx.now()
  if (act.kind !== 'truce' || act.until <= now) return
  const held = lastEnd(ctx.db, { me: accountId, targetId: otherId, kind: 'truce' })
  if (held && held.endsAt >= act.until) return
  const id = ctx.newId()
  insertOffer(ctx.db, {
    id,
    kind: 'truce',
    accountId,
    targetId: otherId,
    threadId: null,
    statusId: null,
    days: Math.ceil((act.until - now) / DAY),
    now,
    answerBy: now,
    hidden: 0,
  })
  begin(ctx.db, { id, endsAt: act.until })
  ctx.queue.add('truceClock', { truceId: id, at: act.until }, { at: act.until })
}

/** Ends the truce that came of an agreement, for both, as either can end any truce. */
export function endAsAgreed(ctx: Context, { accountId: me, otherId, act }: Events['agreedNoMore']): void {
  if (act.kind !== 'truce') return
  const now = ctx.now()
  const own = trucesOf(ctx.db, { me, kind: 'truce', now, since: now })
  for (const truce of own) {
    const isIt = truce.endsAt === act.until && [truce.accountId, truce.targetId].includes(otherId)
    if (isIt && endNow(ctx.db, { id: truce.id, me, now }) === 1) tellEnded(ctx, truce)
  }
}
