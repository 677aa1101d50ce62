import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { presentConversation } from '../conversations/present.ts'
import { presentNotification } from '../notifications/present.ts'
import { presentRelationships } from '../relations/present.ts'
import { mayHear, type Stream } from './channels.ts'
import { type Connection, hubOf, keyOf } from './hub.ts'
import { createMessage, type Message } from './message.ts'

type May = (connection: Connection) => boolean

/** Tells one person something, on each of their streams of some kinds that may carry it. */
function tellOne(ctx: Context, accountId: number, kinds: readonly Stream[], message: Message, may: May): void {
  for (const stream of kinds) {
    const detail = String(accountId)
    for (const connection of hubOf(ctx).of(stream).get(detail) ?? []) {
      const channel = connection.channels.get(keyOf({ stream, detail }))
      if (channel && may(connection)) connection.outlet.send(message, channel)
    }
  }
}

const readsNotifications: May = ({ viewer }) => mayHear(viewer, 'read:notifications')
/** Our own client alone knows what Mastodon's have no event for. */
const isOurs: May = ({ viewer }) => viewer.scopes === undefined

/** Tells somebody what they were just notified of; what waits as a stranger's request is not told. */
export function streamNotification(ctx: Context, { notificationId, accountId }: Events['notified']): void {
  const hub = hubOf(ctx)
  const detail = String(accountId)
  const kinds = ['user', 'user:notification'] as const
  const [one] = kinds.flatMap((stream) => [...(hub.of(stream).get(detail) ?? [])])
  if (!one) return
  const notification = presentNotification(ctx, one.viewer, notificationId)
  if (notification) {
    tellOne(ctx, accountId, kinds, createMessage('notification', JSON.stringify(notification)), readsNotifications)
  }
}

/** Tells somebody that a private conversation of theirs has another last post, where their list shows it. */
export function streamConversation(ctx: Context, { conversationId, accountId }: Events['conversationMoved']): void {
  const [one] = hubOf(ctx).of('direct').get(String(accountId)) ?? []
  const conversation = one && presentConversation(ctx, one.viewer, conversationId)
  if (!conversation) return
  tellOne(ctx, accountId, ['direct'], createMessage('conversation', JSON.stringify(conversation)), () => true)
}

/** Tells somebody's devices that their filters changed. */
export const streamFilters = (ctx: Context, { accountId }: Events['filtersChanged']) =>
  tellOne(ctx, accountId, ['user'], createMessage('filters_changed'), () => true)

/** Tells somebody that what waited of strangers stands among their notifications. */
export const streamMerged = (ctx: Context, { accountId }: Events['requestsMerged']) =>
  tellOne(ctx, accountId, ['user', 'user:notification'], createMessage('notifications_merged', '1'), readsNotifications)

/** Tells somebody's other devices how far they read. */
export const streamMarkers = (ctx: Context, { accountId, markers }: Events['markersMoved']) =>
  tellOne(ctx, accountId, ['user'], createMessage('markers', JSON.stringify(markers)), isOurs)

/** Tells both of two people, where they are ours, how they stand to each other since one of them follows the other. */
export function streamFollow(ctx: Context, { accountId, targetId }: Events['followed']): void {
  for (const [reader, other] of [
    [accountId, targetId],
    [targetId, accountId],
  ] as const) {
    if (!hubOf(ctx).of('user').has(String(reader))) continue
    const [relationship] = presentRelationships(ctx, reader, [other])
    tellOne(ctx, reader, ['user'], createMessage('relationship', JSON.stringify(relationship)), isOurs)
  }
}
