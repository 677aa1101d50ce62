import type { Context } from '../../../context.ts'
import { quoteRequestUri } from '../../addresses.ts'
import type { Activity } from '../../vocab/activity.ts'
import { isOneOrigin } from '../../vocab/json.ts'
import type { ActorRow } from '../queries.ts'
import { approveQuote, endQuote, quoteAsked } from './queries.ts'

/** Which quote of ours an answer is about, if it is the signer's to give: a request is known by its address. */
function askedOf(ctx: Context, signer: ActorRow, { object }: Activity) {
  const [, statusId] = /#quote_requests\/(\d{1,16})$/.exec(object.uri ?? '') ?? []
  const row = statusId === undefined ? undefined : quoteAsked(ctx.db, { statusId: Number(statusId), signer: signer.id })
  return row && object.uri === quoteRequestUri(ctx, row) ? row : undefined
}

/** Whether an answer is about a request to quote (FEP-044f), and not about a follow. */
export const isAboutQuote = ({ object }: Activity): boolean =>
  object.type === 'QuoteRequest' || (object.uri?.includes('#quote_requests/') ?? false)

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
