import type { Context } from '../../context.ts'
import { takeBack, takeNoticeBack } from './answer.ts'
import { hideOffer, openOffersTo } from './queries.ts'

type Pair = { accountId: number; targetId: number }

/** What was offered by somebody who is blocked or muted now is not for the person any more; its clock goes on. */
export function hideOffersOf(ctx: Context, { accountId, targetId }: Pair): void {
  for (const offer of openOffersTo(ctx.db, { accountId: targetId, targetId: accountId, now: ctx.now() })) {
    hideOffer(ctx.db, { id: offer.id })
    takeNoticeBack(ctx, offer)
  }
}

/** Whoever blocks somebody takes back what they offered them. */
export function takeOffersBack(ctx: Context, { accountId, targetId }: Pair): void {
  for (const offer of openOffersTo(ctx.db, { accountId, targetId, now: ctx.now() })) takeBack(ctx, offer)
}
