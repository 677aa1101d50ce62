import type { Context } from '../../context.ts'
import { notFound, Refusal } from '../../core/errors.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { emojisIn } from '../emojis/present.ts'
import { presentAnnouncements } from './present.ts'
import {
  type AnnouncementRow,
  announcementById,
  announcementsNow,
  deleteReaction,
  insertReaction,
  markRead,
  reactionsTo,
} from './queries.ts'

/** What is said to members now. */
export const readAnnouncements = (ctx: Context, { accountId }: Viewer) =>
  presentAnnouncements(ctx, accountId, announcementsNow(ctx.db, { now: ctx.now(), limit: limits.announcements }))

/** An announcement that members see now. Throws 404. */
function shown(ctx: Context, id: number): AnnouncementRow {
  const row = announcementById(ctx.db, { id })
  if (!row || row.publishedAt === null || (row.endsAt !== null && row.endsAt <= ctx.now())) throw notFound()
  return row
}

/** Puts an announcement away, on all of one's devices. Throws 404. */
export function dismiss(ctx: Context, { accountId: me }: Viewer, id: number): object {
  markRead(ctx.db, { me, id: shown(ctx, id).id })
  return {}
}

/** Whether a reaction is one sign that every device has. */
const isSign = (name: string) => /^\p{RGI_Emoji}$/v.test(name)

function checkKind(ctx: Context, id: number, name: string): void {
  if (!isSign(name) && emojisIn(ctx, `:${name}:`).length === 0) {
    throw new Refusal(422, 'Validation failed: Name is not a recognized emoji')
  }
  const kinds = reactionsTo(ctx.db, { me: 0, ids: JSON.stringify([id]) }).map((reaction) => reaction.name)
  if (kinds.length >= limits.announcementReactions && !kinds.includes(name)) {
    throw new Refusal(422, `Validation failed: There can be ${limits.announcementReactions} kinds of reactions at most`)
  }
}

/** Reacts to an announcement with a sign or a small picture of the community. Throws 404, 422. */
export function addReaction(ctx: Context, { accountId: me }: Viewer, id: number, name: string): object {
  return ctx.transact(() => {
    checkKind(ctx, shown(ctx, id).id, name)
    if (insertReaction(ctx.db, { id, name, me, now: ctx.now() }) > 0) {
      ctx.emit('announcementReacted', { announcementId: id, name })
    }
    return {}
  })
}

/** Takes a reaction back. Throws 404. */
export function removeReaction(ctx: Context, { accountId: me }: Viewer, id: number, name: string): object {
  return ctx.transact(() => {
    if (deleteReaction(ctx.db, { id: shown(ctx, id).id, name, me }) > 0) {
      ctx.emit('announcementReacted', { announcementId: id, name })
    }
    return {}
  })
}
