import type { Status } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { SECOND } from '../../core/clock.ts'
import { notFound } from '../../core/errors.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentStatuses } from '../statuses/present.ts'
import { statusById } from '../statuses/queries.ts'
import { forgetThreadMutes, putThreadMute, removeThreadMute } from './queries.ts'

/** The conversation of a post that the viewer may see. Throws 404. */
function findThread(ctx: Context, viewer: Viewer, id: number): number {
  const row = statusById(ctx.db, { id })
  if (!row || presentStatuses(ctx, viewer, [id]).length === 0) throw notFound()
  return row.threadId
}

function present(ctx: Context, viewer: Viewer, id: number): Status {
  const [status] = presentStatuses(ctx, viewer, [id])
  if (!status) throw notFound()
  return status
}

/** Mutes the conversation of a post: nothing in it notifies, for `duration` seconds (0: until it is ended). */
export function muteThread(ctx: Context, viewer: Viewer, { id, duration }: { id: number; duration: number }): Status {
  return ctx.transact(() => {
    const now = ctx.now()
    putThreadMute(ctx.db, {
      id: ctx.newId(),
      me: viewer.accountId,
      threadId: findThread(ctx, viewer, id),
      statusId: id,
      expiresAt: duration > 0 ? now + duration * SECOND : null,
      now,
    })
    return present(ctx, viewer, id)
  })
}

/** Ends the mute of a post's conversation. */
export function unmuteThread(ctx: Context, viewer: Viewer, id: number): Status {
  removeThreadMute(ctx.db, { me: viewer.accountId, threadId: findThread(ctx, viewer, id) })
  return present(ctx, viewer, id)
}

/** Ends the mute of a conversation by the conversation's id, also when its posts are gone. Throws 404. */
export function endThreadMute(ctx: Context, viewer: Viewer, threadId: number): object {
  if (removeThreadMute(ctx.db, { me: viewer.accountId, threadId }) === 0) throw notFound()
  return {}
}

/** Forgets mutes of conversations whose time is over. */
export const sweepThreadMutes = (ctx: Context) => forgetThreadMutes(ctx.db, { now: ctx.now() })
