import type { Status } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { takeCard } from '../cards/queries.ts'
import { presentStatuses } from './present.ts'
import { statusById } from './queries.ts'

/** Takes the card of its link off one's own post, for good; the link stays. Throws 404 for every other post. */
export function takeCardOff(ctx: Context, viewer: Viewer, id: number): Status {
  ctx.transact(() => {
    const row = statusById(ctx.db, { id })
    if (row?.accountId !== viewer.accountId || row.reblogOfId !== null) throw notFound()
    takeCard(ctx.db, { statusId: id })
    ctx.queue.add('clearFiles', {})
    ctx.emit('cardTakenOff', { statusId: id })
  })
  const [status] = presentStatuses(ctx, viewer, [id])
  if (!status) throw notFound()
  return status
}
