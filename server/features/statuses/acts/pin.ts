import type { Status } from '../../../../shared/api/wire.ts'
import type { Context } from '../../../context.ts'
import { invalid, notFound } from '../../../core/errors.ts'
import { limits } from '../../../limits.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { presentStatuses } from '../present.ts'
import { statusById } from '../queries.ts'
import { presentAfter } from './present-after.ts'
import { countPins, putPin, removePin } from './queries.ts'

const refuse = (why: string) => invalid(`Validation failed: ${why}`)

/** Puts an own post at the top of one's profile. Throws 404, and 422 for what cannot stand there or is too much. */
export function pin(ctx: Context, viewer: Viewer, id: number): Status {
  return ctx.transact(() => {
    const me = viewer.accountId
    const row = statusById(ctx.db, { id })
    if (!row || presentStatuses(ctx, viewer, [id]).length === 0) throw notFound()
    if (row.reblogOfId !== null) throw refuse('A boost cannot be pinned')
    if (row.accountId !== me) throw refuse("Someone else's post cannot be pinned")
    if (row.visibility === 'direct') throw refuse('A post for mentioned people only cannot be pinned')
    if ((countPins(ctx.db, { me, statusId: id })?.count ?? 0) >= limits.pinnedStatuses) {
      throw refuse(`You can pin ${limits.pinnedStatuses} posts at most. Take another one off first`)
    }
    if (putPin(ctx.db, { id: ctx.newId(), me, statusId: id, now: ctx.now() }) > 0) {
      ctx.emit('statusPinned', { statusId: id, accountId: me })
    }
    return presentAfter(ctx, viewer, id)
  })
}

/** Takes an own post from the top of one's profile. Throws 404. */
export function unpin(ctx: Context, viewer: Viewer, id: number): Status {
  const status = presentAfter(ctx, viewer, id)
  const me = viewer.accountId
  ctx.transact(() => {
    if (removePin(ctx.db, { me, statusId: id }) > 0) ctx.emit('statusUnpinned', { statusId: id, accountId: me })
  })
  return { ...status, ...(status.pinned !== undefined && { pinned: false }) }
}
