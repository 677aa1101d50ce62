import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { mutesOf, putMute, removeMuteUntil } from './queries.ts'

/** Mutes somebody for as long as it was agreed on; a mute that is there already stays as it is. */
export function muteAsAgreed(ctx: Context, { accountId, otherId, act }: Events['agreedOn']): void {
  if (act.kind !== 'mute' || act.until <= ctx.now()) return
  const now = ctx.now()
  if (mutesOf(ctx.db, { me: accountId, ids: JSON.stringify([otherId]), now }).length > 0) return
  const pair = { accountId, targetId: otherId }
  putMute(ctx.db, { ...pair, id: ctx.newId(), notifications: 1, expiresAt: act.until, now })
  ctx.emit('muted', { ...pair, notifications: true })
}

/** Ends the mute that came of an agreement, and no other one. */
export function unmuteAsAgreed(ctx: Context, { accountId, otherId, act }: Events['agreedNoMore']): void {
  if (act.kind === 'mute') removeMuteUntil(ctx.db, { accountId, targetId: otherId, expiresAt: act.until })
}
