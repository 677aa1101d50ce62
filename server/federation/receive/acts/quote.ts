import type { Context } from '../../../context.ts'
import { limits } from '../../../limits.ts'
import { quoteRequestUri } from '../../addresses.ts'
import type { Activity } from '../../vocab/activity.ts'
import { isOneOrigin } from '../../vocab/json.ts'
import type { ActorRow } from '../queries.ts'
import { approveQuote, endQuote, quoteAsked, quotesUnanswered } from './queries.ts'

/** Which quote of ours an answer is about, if it is the signer's to give: a request is known by its address. */
function askedOf(ctx: Context, signer: ActorRow, { object }: Activity) {
  const [, statusId] = /#quote_requests\/(\d{1,16})$/.exec(object.uri ?? '') ?? []
  const row = statusId === undefined ? undefined : quoteAsked(ctx.db, { statusId: Number(statusId), signer: signer.id })
  return row && object.uri === quoteRequestUri(ctx, row) ? row : undefined
}

/** Whether an answer is about a request to quote (FEP-044f), and not about a follow. */
export const isAboutQuote = ({ object }: Activity): boolean =>
  object.type === 'QuoteRequest' || (object.uri?.includes('#quote_requests/') ?? false)

/** A quote comes to its end: one of ours is told anew to whoever got it. */
export function settleQuote(
  ctx: Context,
  { statusId, accountId, local }: { statusId: number; accountId: number; local: number },
  state: 'rejected' | 'revoked',
): void {
  endQuote(ctx.db, { statusId, state })
  if (local === 1) ctx.emit('quoteAnswered', { statusId, accountId })
  else ctx.emit('quoteSettled', { statusId })
}

const AT_ONCE = 200

/** Nobody waits for ever: who did not answer in time did not say yes. */
export function endUnanswered(ctx: Context): void {
  const before = ctx.now() - limits.quoteWaits
  ctx.transact(() => {
    for (const quote of quotesUnanswered(ctx.db, { before, most: AT_ONCE })) settleQuote(ctx, quote, 'rejected')
  })
}

/** Somebody elsewhere lets a post of ours quote theirs: their word is kept, so that others can see that it may. */
export function takeQuoteAccept(ctx: Context, signer: ActorRow, activity: Activity): void {
  const row = askedOf(ctx, signer, activity)
  const { result: approval, actor } = activity
  if (row?.state !== 'pending' || approval === undefined || !isOneOrigin(approval, actor)) return
  approveQuote(ctx.db, { statusId: row.id, approval })
  ctx.emit('quoteAnswered', { statusId: row.id, accountId: row.accountId })
}

/** Somebody elsewhere does not want to be quoted, or not any more: their post is taken out of ours. */
export function takeQuoteReject(ctx: Context, signer: ActorRow, activity: Activity): void {
  const row = askedOf(ctx, signer, activity)
  if (row?.state !== 'pending' && row?.state !== 'accepted') return
  endQuote(ctx.db, { statusId: row.id, state: 'rejected' })
  ctx.emit('quoteAnswered', { statusId: row.id, accountId: row.accountId })
}
