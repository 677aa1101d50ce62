import type { Status } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentStatuses } from './present.ts'
import { removeStatus, statusById } from './queries.ts'

/**
 * Deletes one's own post with everything that hangs on it, and gives it back with its `text` in place of `content`,
 * so that it can be written anew. Throws 404 for every other post.
 */
export function deleteStatus(ctx: Context, viewer: Viewer, id: number): Omit<Status, 'content'> {
  return ctx.transact(() => {
    const row = statusById(ctx.db, { id })
    const [status] = row?.accountId === viewer.accountId ? presentStatuses(ctx, viewer, [id]) : []
    if (!row || !status) throw notFound()
    removeStatus(ctx.db, { id })
    ctx.emit('statusDeleted', { statusId: id, accountId: viewer.accountId })
    const { content: _content, ...rest } = status
    return { ...rest, text: row.text }
  })
}
