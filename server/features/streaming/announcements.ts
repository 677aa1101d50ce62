import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { presentAnnouncements, presentReaction } from '../announcements/present.ts'
import { announcementById, reactionsTo } from '../announcements/queries.ts'
import { hubOf, keyOf } from './hub.ts'
import { createMessage, type Message } from './message.ts'

/** Tells every member who listens to their own stream. */
function tellAll(ctx: Context, message: Message): void {
  for (const [detail, connections] of hubOf(ctx).of('user')) {
    for (const connection of connections) {
      const channel = connection.channels.get(keyOf({ stream: 'user', detail }))
      if (channel && connection.viewer.state === 'member') connection.outlet.send(message, channel)
    }
  }
}

/** Tells of an announcement that came out or changed, or that one is there no more. */
export function streamAnnouncement(ctx: Context, { announcementId }: Events['announcementMoved']): void {
  if (hubOf(ctx).size() === 0) return
  const row = announcementById(ctx.db, { id: announcementId })
  const isShown = row && row.publishedAt !== null && (row.endsAt === null || row.endsAt > ctx.now())
  const [shown] = isShown ? presentAnnouncements(ctx, undefined, [row]) : []
  tellAll(
    ctx,
    shown
      ? createMessage('announcement', JSON.stringify(shown))
      : createMessage('announcement.delete', String(announcementId)),
  )
}

/** Tells how many reacted in one way. */
export function streamReaction(ctx: Context, { announcementId, name }: Events['announcementReacted']): void {
  if (hubOf(ctx).size() === 0) return
  const all = reactionsTo(ctx.db, { me: 0, ids: JSON.stringify([announcementId]) })
  const count = all.find((reaction) => reaction.name === name)?.count ?? 0
  const payload = { ...presentReaction(ctx, name, count), announcement_id: String(announcementId) }
  tellAll(ctx, createMessage('announcement.reaction', JSON.stringify(payload)))
}
