import type { Notification } from '../../shared/api/notifications.ts'
import type { Relationship, Status } from '../../shared/api/wire.ts'
import { queryClient } from './client.ts'
import { whenLetGo } from './held.ts'
import { forgetGone } from './http.ts'
import { keys } from './keys.ts'
import { dropFromLists, placeReply } from './pages.ts'
import type { Said } from './socket.ts'
import { countReply, forgetStatus, keepNotifications, keepRelationships, keepStatuses, statusOf } from './store.ts'

/** Writes what a stream said into the cache; gives the new post or entry that it brought, if any. */
export function takeEvent({ event, payload = '' }: Said): { id: string; kind: 'status' | 'notification' } | undefined {
  // The payloads' shapes are the server's promise, as those of its answers.
  if (event === 'update') return { id: take(JSON.parse(payload) as Status), kind: 'status' }
  if (event === 'status.update') keepStatuses([JSON.parse(payload) as Status])
  if (event === 'delete') drop(payload)
  if (event === 'relationship') keepRelationships([JSON.parse(payload) as Relationship])
  if (event !== 'notification') return undefined
  const notification = JSON.parse(payload) as Notification
  if (notification.type === 'moderation_warning') return undefined
  if (notification.status) take(notification.status)
  keepNotifications([notification])
  return { id: notification.id, kind: 'notification' }
}

/** A new post comes to the store, and into the threads at hand that it belongs to. */
function take(status: Status): string {
  const known = statusOf(status.id) !== undefined
  keepStatuses([status])
  const answered = status.in_reply_to_id
  if (!known && answered) countReply(answered, 1)
  if (answered) placeReply(status.id, answered)
  return status.id
}

/** A post that is gone leaves the store, and with it every list. */
function drop(id: string): void {
  forgetGone([id])
  // whoever writes an answer keeps the box and the words; it goes when the box does
  if (whenLetGo(id, () => drop(id))) return
  const answered = statusOf(id)?.in_reply_to_id
  if (answered) countReply(answered, -1)
  forgetStatus(id)
  dropFromLists((one) => one === id)
  queryClient().invalidateQueries({ queryKey: keys.thread(id) })
}
