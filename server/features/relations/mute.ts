import type { Relationship } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { SECOND } from '../../core/clock.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { findOther, presentRelationship } from './other.ts'
import { forgetMutes, putMute, removeMute } from './queries.ts'

/** How a mute is: with notifications unless said otherwise, and for `duration` seconds (0: until it is ended). */
export type Muting = { id: number; notifications: boolean; duration: number }

/** Mutes somebody, unknown to them; a second time it changes how. */
export function mute(ctx: Context, viewer: Viewer, { id, notifications, duration }: Muting): Relationship {
  return ctx.transact(() => {
    const pair = { accountId: viewer.accountId, targetId: findOther(ctx, viewer, id).id }
    const now = ctx.now()
    const expiresAt = duration > 0 ? now + duration * SECOND : null
    putMute(ctx.db, { ...pair, id: ctx.newId(), notifications: notifications ? 1 : 0, expiresAt, now })
    ctx.emit('muted', { ...pair, notifications })
    return presentRelationship(ctx, viewer, id)
  })
}

/** Ends a mute. */
export function unmute(ctx: Context, viewer: Viewer, id: number): Relationship {
  removeMute(ctx.db, { accountId: viewer.accountId, targetId: findOther(ctx, viewer, id).id })
  return presentRelationship(ctx, viewer, id)
}

/** Forgets mutes whose time is over. */
export const sweepMutes = (ctx: Context) => forgetMutes(ctx.db, { now: ctx.now() })
