import type { Status } from '../../../../shared/api/wire.ts'
import type { Context } from '../../../context.ts'
import { forbidden, notFound } from '../../../core/errors.ts'
import { readRelations } from '../../../policies/relations.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { findStatus } from '../find.ts'
import { statusById } from '../queries.ts'
import { presentAfter } from './present-after.ts'
import { putFavourite, removeFavourite } from './queries.ts'

/** Favourites a post, or what a boost boosts. Throws 404 for what is not to be seen, 403 where one blocks its author. */
export function favourite(ctx: Context, viewer: Viewer, id: number): Status {
  const statusId = ctx.transact(() => {
    const me = viewer.accountId
    const row = findStatus(ctx, viewer, id)
    if (readRelations(ctx.db, me, [row.accountId], ctx.now()).blocking.has(row.accountId)) {
      throw forbidden('You block its author, so you cannot favourite this post.')
    }
    if (putFavourite(ctx.db, { id: ctx.newId(), me, statusId: row.id, now: ctx.now() }) > 0) {
      ctx.emit('statusFavourited', { statusId: row.id, accountId: me })
    }
    return row.id
  })
  return presentAfter(ctx, viewer, statusId)
}

/** Takes a favourite back, also of a post that one may not see any more (then 404 all the same). */
export function unfavourite(ctx: Context, viewer: Viewer, id: number): Status {
  const statusId = ctx.transact(() => {
    const row = statusById(ctx.db, { id })
    if (!row) throw notFound()
    const original = row.reblogOfId ?? id
    if (removeFavourite(ctx.db, { me: viewer.accountId, statusId: original }) > 0) {
      ctx.emit('statusUnfavourited', { statusId: original, accountId: viewer.accountId })
    }
    return original
  })
  return presentAfter(ctx, viewer, statusId)
}
