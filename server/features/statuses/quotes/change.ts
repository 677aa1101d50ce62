import type { Status } from '../../../../shared/api/wire.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../core/errors.ts'
import type { Page } from '../../../http/answer.ts'
import { readPage, type Wish } from '../../../http/pages.ts'
import type { QuotePolicy } from '../../../policies/interaction.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { quotingOf, revokeQuote, setQuotePolicy } from '../../quotes/queries.ts'
import { findStatus } from '../find.ts'
import { forgetStatus } from '../lasting.ts'
import { presentStatuses, type Rule } from '../present.ts'
import { statusById } from '../queries.ts'
import { policyFor } from './quote.ts'

const heard: Rule = ({ row }, { blocking, muting }) => !blocking.has(row.accountId) && !muting.has(row.accountId)

/** The posts that quote a post, as far as the viewer may see them, the latest first. Throws 404. */
export function readQuoting(ctx: Context, viewer: Viewer | undefined, wish: Wish & { id: number }): Page {
  const { id: quotedId } = findStatus(ctx, viewer, wish.id)
  return readPage(
    wish,
    (range) => quotingOf(ctx.db, { quotedId }, range),
    (rows) =>
      presentStatuses(
        ctx,
        viewer,
        rows.map(({ cursor }) => cursor),
        heard,
      ).map((status) => ({ cursor: Number(status.id), item: status })),
  )
}

/** One's own post. Throws 404 for every other one. */
function own(ctx: Context, viewer: Viewer, id: number) {
  const row = statusById(ctx.db, { id })
  if (row?.accountId !== viewer.accountId || row.reblogOfId !== null) throw notFound()
  return row
}

/** Takes one's own post out of one that quotes it; the other keeps its words. Throws 404. */
export function revoke(ctx: Context, viewer: Viewer, { id, quoting_id: statusId }: { id: number; quoting_id: number }) {
  ctx.transact(() => {
    own(ctx, viewer, id)
    if (revokeQuote(ctx.db, { statusId, quotedId: id }) === 0) throw notFound()
    ctx.emit('quoteRevoked', { statusId, quotedId: id })
  })
  return presentStatuses(ctx, viewer, [statusId])[0] ?? {}
}

type Wanted = { id: number; quote_approval_policy: QuotePolicy }

/** Changes who may quote one's own post from now on; what quotes it already stays. Throws 404. */
export function changePolicy(ctx: Context, viewer: Viewer, { id, quote_approval_policy: wanted }: Wanted): Status {
  ctx.transact(() => setQuotePolicy(ctx.db, { id, policy: policyFor(own(ctx, viewer, id).visibility, wanted) }))
  forgetStatus(ctx, { statusId: id })
  const [status] = presentStatuses(ctx, viewer, [id])
  if (!status) throw notFound()
  return status
}
