import type { Channel } from './channels.ts'

/** What listeners are told: an event and its payload as text, both as Mastodon has them. */
export type Message = {
  event: string
  payload: string | undefined
  /** The bytes as a WebSocket's text with its frame, for each name that a channel has; made once however many listen. */
  socketFrame(channel: Channel): Buffer
  /** The bytes as server-sent events have them. */
  eventText(): Buffer
}

const asBuffer = (made: string | Buffer) => (typeof made === 'string' ? Buffer.from(made) : made)

/** A whole text as one frame of a server, which masks nothing (RFC 6455, 5.2). */
function frameOf(text: string): Buffer {
  const bytes = Buffer.from(text)
  const head = Buffer.alloc(bytes.length < 126 ? 2 : bytes.length < 65_536 ? 4 : 10)
  head[0] = 0x81
  if (head.length === 2) head[1] = bytes.length
  else if (head.length === 4) {
    head[1] = 126
    head.writeUInt16BE(bytes.length, 2)
  } else {
    head[1] = 127
    head.writeBigUInt64BE(BigInt(bytes.length), 2)
  }
  return Buffer.concat([head, bytes])
}

/** Makes a message that is written once for all who are told it. */
export function createMessage(event: string, payload?: string): Message {
  const texts = new Map<string, Buffer>()
  const kept = (key: string, make: () => string | Buffer): Buffer => {
    const text = texts.get(key) ?? asBuffer(make())
    texts.set(key, text)
    return text
  }
  return {
    event,
    payload,
    socketFrame: ({ name }) => kept(name.join(' '), () => frameOf(JSON.stringify({ stream: name, event, payload }))),
    // JSON has no line break of its own, so a payload is one line
    eventText: () => kept('', () => `event: ${event}\ndata: ${payload ?? ''}\n\n`),
  }
}
