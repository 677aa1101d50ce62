import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Context } from '../../server/context.ts'

/** Where people of it are put. */
type Place = Pick<Context, 'db' | 'newId' | 'now'>

/** What came to an inbox: who says it came from whom, and what. */
// biome-ignore lint/suspicious/noExplicitAny: a test looks into an activity freely; what it finds, it checks
export type Received = { path: string; headers: Record<string, string | string[] | undefined>; raw: string; body: any }

/** A server of another kind, honest and simple: it serves actors with their keys and writes down what it is told. */
export type RecordingPeer = {
  url: string
  host: string
  received: Received[]
  /** What it serves, by path, and which of it was asked for. */
  files: Map<string, Buffer>
  asked: string[]
  /** How it answers from now on; 202 unless said. `hang` never does, `after` says when. */
  answer: { status: number; hang?: boolean; after?: Promise<void>; headers?: Record<string, string> }
  /** Someone who lives there, as our server has them once it has met them. */
  person(ctx: Place, name: string, options?: { shared?: boolean }): { id: number; uri: string }
  /** Waits until something came that fits; fails after some seconds. */
  waitFor(fits: (received: Received) => boolean): Promise<Received>
  stop(): Promise<void>
}

const { publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

function keepPerson(ctx: Place, { url, host }: RecordingPeer, name: string, shared: boolean) {
  const [id, uri] = [ctx.newId(), `${url}/people/${name}`]
  const run = (sql: string, ...values: unknown[]) => ctx.db.prepare(sql).run(...values)
  run(
    `INSERT INTO accounts (id, uri, username, username_key, domain, created_at, joined_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ...[id, uri, name, name.toLowerCase(), host, ctx.now(), ctx.now()],
  )
  run(
    `INSERT INTO remote_actors (account_id, host, kind, inbox, shared_inbox, key_id, public_key, fetched_at)
     VALUES (?, ?, 'Person', ?, ?, ?, ?, ?)`,
    ...[id, host, `${uri}/inbox`, shared ? `${url}/inbox` : null, `${uri}#key`, publicKey, ctx.now()],
  )
  return { id, uri }
}

/** Starts one on a free port of `host`. */
export async function startRecordingPeer(host = '127.0.0.1'): Promise<RecordingPeer> {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString()
      if (request.method === 'POST') {
        received.push({ path: request.url ?? '', headers: request.headers, raw, body: JSON.parse(raw) })
      }
      if (request.method === 'GET') {
        peer.asked.push(request.url ?? '')
        const file = peer.files.get(request.url ?? '')
        response.writeHead(file ? 200 : 404).end(file)
        return
      }
      const { status, hang, after, headers } = peer.answer
      if (!hang) void Promise.resolve(after).then(() => response.writeHead(status, headers).end())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  const url = `http://${host}:${port}`
  const peer: RecordingPeer = {
    url,
    host: `${host}:${port}`,
    received,
    files: new Map(),
    asked: [],
    answer: { status: 202 },
    person: (ctx, name, { shared = true } = {}) => keepPerson(ctx, peer, name, shared),
    async waitFor(fits) {
      for (let tries = 0; tries < 200; tries += 1) {
        const found = received.find(fits)
        if (found) return found
        await new Promise((resolve) => setTimeout(resolve, 25))
      }
      throw new Error(`nothing of the kind came; ${received.map(({ body }) => body.type).join(', ') || 'nothing'} did`)
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return peer
}
