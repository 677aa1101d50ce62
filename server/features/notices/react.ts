import type { Context } from '../../context.ts'
import { dayOf } from '../../core/clock.ts'
import { idBetween } from '../../core/ids.ts'
import type { Events } from '../../events.ts'
import { putNotice, removeNotice } from './queries.ts'

/** Keeps what a member is told; it goes nowhere else: no mail, no push. */
export const keepNotice = (ctx: Context, { accountId, kind, ref }: Events['noticeGiven']) =>
  void putNotice(ctx.db, { ...(kind === 'mediation' ? sometimeToday(ctx) : justNow(ctx)), accountId, kind, ref })

const justNow = (ctx: Context) => ({ id: ctx.newId(), now: ctx.now() })

/** Two people of one case are told in the same second: kept to the day, a copied database does not say whose it is. */
function sometimeToday(ctx: Context): { id: number; now: number } {
  const now = dayOf(ctx.now())
  return { id: idBetween(now, ctx.now()), now }
}

/** Takes a notice back whose reason is gone. */
export const dropNotice = (ctx: Context, { accountId, kind, ref }: Events['noticeTakenBack']) =>
  void removeNotice(ctx.db, { accountId, kind, ref })
