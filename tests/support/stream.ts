import { WebSocket } from 'ws'
import type { Person, TestServer } from './server.ts'

/** One thing that a stream said. */
export type Heard = { event: string; payload: string | undefined; stream?: string[] }

/** An open stream in a test, and all that it said so far. */
export type Stream = {
  heard: Heard[]
  /** Refusals that came on it. */
  errors: { error: string; status: number }[]
  /** Resolves with the first thing of that kind that it says, or already said. */
  next(event: string, fits?: (payload: string) => boolean): Promise<string>
  say(message: unknown): void
  close(): void
  /** Resolves with the code (0 for server-sent events) when it ended. */
  ended: Promise<number>
}

const PATIENCE = 4000

function listening() {
  const heard: Heard[] = []
  const waiting = new Set<() => void>()
  const tell = (one: Heard) => {
    heard.push(one)
    for (const look of [...waiting]) look()
  }
  const next = (event: string, fits: (payload: string) => boolean = () => true) =>
    new Promise<string>((resolve, reject) => {
      const late = setTimeout(() => {
        reject(new Error(`no ${event} came; heard: ${heard.map((one) => one.event).join(', ')}`))
      }, PATIENCE)
      const look = () => {
        const found = heard.find((one) => one.event === event && fits(one.payload ?? ''))
        if (!found) return
        clearTimeout(late)
        waiting.delete(look)
        resolve(found.payload ?? '')
      }
      waiting.add(look)
      look()
    })
  return { heard, tell, next }
}

/** Where and as whom a WebSocket is opened; `token` stands in the header unless `query` says how. */
export type SocketWish = { query?: string; token?: string; cookie?: string; origin?: string; protocol?: string }

/** Opens a WebSocket; rejects with the status of a refusal. */
export function openSocket(server: TestServer, wish: SocketWish): Promise<Stream> {
  const headers: Record<string, string> = {}
  if (wish.token) headers.authorization = `Bearer ${wish.token}`
  if (wish.cookie) headers.cookie = `session=${wish.cookie}`
  const url = `${server.url.replace('http', 'ws')}/api/v1/streaming${wish.query ?? ''}`
  const socket = new WebSocket(url, wish.protocol ? [wish.protocol] : [], { headers, origin: wish.origin })
  const { heard, tell, next } = listening()
  const errors: Stream['errors'] = []
  const ended = new Promise<number>((resolve) => socket.on('close', resolve))
  socket.on('message', (data) => {
    const said = JSON.parse(String(data))
    if (said.error) errors.push(said)
    else tell(said)
  })
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('unexpected-response', (_request, response) => reject(new Error(String(response.statusCode))))
    socket.on('open', () =>
      resolve({
        heard,
        errors,
        next,
        ended,
        say: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
        close: () => socket.close(),
      }),
    )
  })
}

/** A person's WebSocket that listens to some streams by the time that it is given. */
export async function listenTo(server: TestServer, person: Person, ...streams: Record<string, string>[]) {
  const socket = await openSocket(server, { token: person.token })
  for (const stream of streams) socket.say({ type: 'subscribe', ...stream })
  await settle()
  return socket
}

/** Long enough for what was said to have arrived on this machine. */
export const settle = () => new Promise((resolve) => setTimeout(resolve, 60))

/** Opens server-sent events; rejects with the status of a refusal. */
export async function openEvents(
  server: TestServer,
  path: string,
  headers: Record<string, string> = {},
): Promise<Omit<Stream, 'say' | 'errors'> & { headers: Headers }> {
  const over = new AbortController()
  const response = await fetch(`${server.url}/api/v1/streaming/${path}`, { headers, signal: over.signal })
  if (response.status !== 200 || !response.body) throw new Error(String(response.status))
  const { heard, tell, next } = listening()
  const body = response.body.pipeThrough(new TextDecoderStream())
  const ended = (async () => {
    let rest = ''
    try {
      for await (const chunk of body) {
        const blocks = (rest + chunk).split('\n\n')
        rest = blocks.pop() ?? ''
        for (const block of blocks) {
          const event = /^event: (.*)$/m.exec(block)?.[1]
          if (event) tell({ event, payload: /^data: (.*)$/m.exec(block)?.[1] })
        }
      }
    } catch {
      // it was closed
    }
    return 0
  })()
  return { heard, next, ended, close: () => over.abort(), headers: response.headers }
}
