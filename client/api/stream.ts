import type { Notification, Status } from '../../shared/api/wire.ts'
import { queryClient } from './client.ts'
import { keys } from './keys.ts'
import { dropFromLists, placeReply } from './pages.ts'
import { type LiveSocket, openLiveSocket, type Said } from './socket.ts'
import { countReply, forgetStatus, keepNotifications, keepStatuses, statusOf } from './store.ts'

/** A live stream, by the server's name for it. */
export interface Channel {
  stream: 'user' | 'public:local' | 'hashtag' | 'list' | 'thread' | 'direct'
  tag?: string
  list?: string
  thread?: string
}

/** Whoever is told what came on a channel: a new post or entry by its id, and other events by their payload. */
export interface Listener {
  arrived?: (id: string, kind: 'status' | 'notification') => void
  other?: (event: string, payload: string) => void
  /** The connection stands again after it was lost: what came meanwhile was not told. */
  returned?: () => void
}

const listeners = new Map<string, { channel: Channel; told: Set<Listener> }>()
let socket: LiveSocket | undefined

const keyOf = ({ stream, tag, list, thread }: Channel) => [stream, tag ?? list ?? thread ?? []].flat().join(' ')

/** Listens to a channel; gives back how to stop. Nothing comes while nobody is logged in. */
export function listen(channel: Channel, listener: Listener): () => void {
  const key = keyOf(channel)
  const known = listeners.get(key) ?? { channel, told: new Set<Listener>() }
  listeners.set(key, known)
  if (known.told.size === 0) socket?.say({ type: 'subscribe', ...channel })
  known.told.add(listener)
  return () => {
    known.told.delete(listener)
    if (known.told.size > 0) return
    listeners.delete(key)
    socket?.say({ type: 'unsubscribe', ...channel })
  }
}

/** Keeps the streams open while a member looks; gives back how to end them. */
export function keepStreams(): () => void {
  const made = openLiveSocket(hear, (again) => {
    for (const { channel, told } of listeners.values()) {
      made.say({ type: 'subscribe', ...channel })
      if (again) for (const listener of told) listener.returned?.()
    }
  })
  socket = made
  const look = () => document.visibilityState === 'visible' && made.hurry()
  window.addEventListener('online', look)
  document.addEventListener('visibilitychange', look)
  return () => {
    window.removeEventListener('online', look)
    document.removeEventListener('visibilitychange', look)
    made.close()
    socket = undefined
  }
}

function hear({ stream, event, payload = '' }: Said): void {
  const told = [...(listeners.get(stream.join(' '))?.told ?? [])]
  const arrived = (id: string, kind: 'status' | 'notification') => {
    for (const listener of told) listener.arrived?.(id, kind)
  }
  // The payloads' shapes are the server's promise, as those of its answers.
  if (event === 'update') arrived(take(JSON.parse(payload) as Status), 'status')
  else if (event === 'status.update') keepStatuses([JSON.parse(payload) as Status])
  else if (event === 'delete') drop(payload)
  else if (event === 'notification') {
    const notification = JSON.parse(payload) as Notification
    if (notification.status) take(notification.status)
    for (const id of keepNotifications([notification])) arrived(id, 'notification')
  } else for (const listener of told) listener.other?.(event, payload)
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
  const answered = statusOf(id)?.in_reply_to_id
  if (answered) countReply(answered, -1)
  forgetStatus(id)
  dropFromLists((one) => one === id)
  queryClient().invalidateQueries({ queryKey: keys.thread(id) })
}
