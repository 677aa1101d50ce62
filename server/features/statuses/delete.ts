import type { Status } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { loosenMedia } from '../media/queries.ts'
import { boostsOf } from './acts/queries.ts'
import { presentStatuses } from './present.ts'
import { removeStatus, statusById } from './queries.ts'

type Wish = { id: number; withMedia: boolean }

/**
 * Deletes one's own post with everything that hangs on it, boosts too, and gives it back with its `text` in place of
 * `content`, so that it can be written anew; for that its pictures are kept for a day, unless `withMedia`. Throws 404
 * for every other post.
 */
export function deleteStatus(ctx: Context, viewer: Viewer, { id, withMedia }: Wish): Omit<Status, 'content'> {
  return ctx.transact(() => {
    const row = statusById(ctx.db, { id })
    const [status] = row?.accountId === viewer.accountId ? presentStatuses(ctx, viewer, [id]) : []
    if (!row || !status) throw notFound()
    const boosts = boostsOf(ctx.db, { statusId: id })
    if (!withMedia) loosenMedia(ctx.db, { statusId: id, kept: '[]', now: ctx.now() })
    for (const { boostId } of boosts) ctx.emit('statusLeaves', { statusId: boostId })
    ctx.emit('statusLeaves', { statusId: id })
    removeStatus(ctx.db, { id })
    const accountId = viewer.accountId
    if (row.reblogOfId === null) ctx.emit('statusDeleted', { statusId: id, accountId })
    else ctx.emit('statusUnboosted', { boostId: id, statusId: row.reblogOfId, accountId })
    for (const boost of boosts) ctx.emit('statusUnboosted', { ...boost, statusId: id })
    const { content: _content, ...rest } = status
    return { ...rest, text: row.text }
  })
}
