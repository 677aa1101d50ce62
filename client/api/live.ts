import { type LiveSocket, openLiveSocket, type Said } from './socket.ts'

/** A live stream, by the server's name for it. */
export interface Channel {
  stream: 'user' | 'public' | 'public:local' | 'public:remote' | 'hashtag' | 'list' | 'thread' | 'direct'
  tag?: string
  list?: string
  thread?: string
}

/** Whoever is told what came on a channel: a new post or entry by its id, and other events by their payload. */
export interface Listener {
  arrived?: (id: string, kind: 'status' | 'notification') => void
  other?: (event: string, payload: string) => void
  /** The connection stands, for the first time or again: what came since the page was read was not told. */
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
  const made = openLiveSocket(hear, () => {
    for (const { channel, told } of listeners.values()) {
      made.say({ type: 'subscribe', ...channel })
      for (const listener of told) listener.returned?.()
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

async function hear(said: Said): Promise<void> {
  // what writes into the cache comes with what reads from it, not with the frame round every page
  const { takeEvent } = await import('./stream.ts')
  const told = [...(listeners.get(said.stream.join(' '))?.told ?? [])]
  const came = takeEvent(said)
  for (const listener of told) {
    if (came) listener.arrived?.(came.id, came.kind)
    else listener.other?.(said.event, said.payload ?? '')
  }
}
