import type { Status } from '../../../../shared/api/wire.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../core/errors.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { findStatus } from '../find.ts'
import { statusById } from '../queries.ts'
import { presentAfter } from './present-after.ts'
import { putBookmark, removeBookmark } from './queries.ts'

/** Keeps a post, or what a boost boosts, for oneself; nobody is told. Throws 404. */
export function bookmark(ctx: Context, viewer: Viewer, id: number): Status {
  const row = findStatus(ctx, viewer, id)
  const me = viewer.accountId
  ctx.transact(() => {
    putBookmark(ctx.db, { id: ctx.newId(), me, statusId: row.id, now: ctx.now() })
    ctx.emit('bookmarksChanged', { accountId: me })
  })
  return presentAfter(ctx, viewer, row.id)
}

/** Takes a bookmark away, also of a post that one may not see any more (then 404 all the same). */
export function unbookmark(ctx: Context, viewer: Viewer, id: number): Status {
  const row = statusById(ctx.db, { id })
  if (!row) throw notFound()
  const statusId = row.reblogOfId ?? id
  ctx.transact(() => {
    removeBookmark(ctx.db, { me: viewer.accountId, statusId })
    ctx.emit('bookmarksChanged', { accountId: viewer.accountId })
  })
  return presentAfter(ctx, viewer, statusId)
}
