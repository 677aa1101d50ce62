import type { Context } from '../../context.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { takeNoticeBack } from './answer.ts'
import { hideOffer, openOffersOf, refuseOffers, refusesOffers, takeOffers } from './queries.ts'

/** Whether one takes offers of truces and locks; nobody else can see this. */
export type Choices = { offers: boolean }

/** What one chose about offers. */
export const readChoices = (ctx: Context, { accountId: me }: Viewer): Choices => ({
  offers: refusesOffers(ctx.db, { me }) === undefined,
})

/** Takes offers from now on, or none; those that are open are gone for oneself then, and for nobody else. */
export function choose(ctx: Context, viewer: Viewer, { offers }: Choices): Choices {
  return ctx.transact(() => {
    const me = viewer.accountId
    if (offers) takeOffers(ctx.db, { me })
    else {
      refuseOffers(ctx.db, { me })
      for (const offer of openOffersOf(ctx.db, { targetId: me, now: ctx.now() })) {
        hideOffer(ctx.db, { id: offer.id })
        takeNoticeBack(ctx, offer)
      }
    }
    return readChoices(ctx, viewer)
  })
}
