import type { Channel } from './channels.ts'

/** What listeners are told: an event and its payload as text, both as Mastodon has them. */
export type Message = {
  event: string
  payload: string | undefined
  /** The bytes as a WebSocket's text, for each name that a channel has; made once however many listen. */
  socketText(channel: Channel): Buffer
  /** The bytes as server-sent events have them. */
  eventText(): Buffer
}

/** Makes a message that is written once for all who are told it. */
export function createMessage(event: string, payload?: string): Message {
  const texts = new Map<string, Buffer>()
  const kept = (key: string, make: () => string): Buffer => {
    const text = texts.get(key) ?? Buffer.from(make())
    texts.set(key, text)
    return text
  }
  return {
    event,
    payload,
    socketText: ({ name }) => kept(name.join(' '), () => JSON.stringify({ stream: name, event, payload })),
    // JSON has no line break of its own, so a payload is one line
    eventText: () => kept('', () => `event: ${event}\ndata: ${payload ?? ''}\n\n`),
  }
}
