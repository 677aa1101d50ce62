import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { runAdmin } from '../support/admin.ts'
import { newHome, type ServerProcess, spawnServer, untilHealthy } from '../support/process.ts'

const STREAMS = 500
const RECEIVERS = 100
const EVENTS = 200

/** The most that so many open streams may take of memory, in bytes, and one post to so many receivers of our CPU, in ms. */
const MOST = { memory: 60 * 1024 * 1024, cpu: 1 }

let server: ServerProcess
let settings: Record<string, string>
beforeAll(async () => {
  const home = newHome()
  server = await spawnServer({ RATE_LIMITS: 'off' }, home)
  await untilHealthy(server)
  settings = { PUBLIC_URL: server.url, DATA_DIR: `${home}/data`, LOG_LEVEL: 'silent' }
}, 120_000)
afterAll(async () => {
  server.child.kill('SIGTERM')
  await server.ended
})

async function member(
  name: string,
): Promise<{ token: string; ask: (method: string, path: string, body?: unknown) => Promise<unknown> }> {
  const words = ['--username', name, '--scopes', 'read write follow', '--email', `${name}@mail.example`]
  const { stdout } = await runAdmin(
    settings,
    'tokens',
    'create',
    ...words,
    '--password',
    'a lantern in the reading room',
  )
  const token = stdout.trim().split('\n').at(-1) ?? ''
  const ask = async (method: string, path: string, body?: unknown) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const answer = await fetch(server.url + path, { method, headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return answer.json()
  }
  return { token, ask }
}

const pid = () => {
  const found = server.child.pid
  if (!found) throw new Error('the server has no process')
  return found
}

/** Bytes that the process holds. */
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid()}/status`, 'utf8'))?.[1]) * 1024

/** CPU time that the process took so far, its own and the kernel's for it, in ms: fields 14 and 15, in hundredths of a second. */
function cpu(): { own: number; kernel: number } {
  const fields = readFileSync(`/proc/${pid()}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return { own: Number(fields[11]) * 10, kernel: Number(fields[12]) * 10 }
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function listen(token: string, heard: () => void, stream: string): Promise<WebSocket> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/api/v1/streaming?stream=${stream}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  socket.on('message', heard)
  await once(socket, 'open')
  return socket
}

test('five hundred open streams take little memory, and a post to a hundred of them little time', {
  timeout: 600_000,
}, async () => {
  const author = await member('author')
  const readers = await Promise.all(Array.from({ length: 20 }, (_, n) => n).map((n) => member(`reader${n}`)))
  // so that what the first requests load is not counted as the streams'
  for (let n = 0; n < 50; n += 1) await author.ask('POST', '/api/v1/statuses', { status: `warm ${n}` })
  const warm = await listen(author.token, () => undefined, 'user')
  await author.ask('POST', '/api/v1/statuses', { status: 'warm' })
  warm.close()
  await rest(2000)
  const before = memory()
  let heard = 0
  const sockets: WebSocket[] = []
  for (let n = 0; n < STREAMS; n += 1) {
    const reader = readers[n % readers.length]
    if (!reader) continue
    sockets.push(await listen(reader.token, () => (heard += 1), n < RECEIVERS ? 'public' : 'user'))
  }
  await rest(1000)
  const taken = memory() - before

  const post = (n: number) => author.ask('POST', '/api/v1/statuses', { status: `word ${n}` })
  const cost = async () => {
    const from = cpu()
    for (let n = 0; n < EVENTS; n += 1) await post(n)
    await rest(300)
    const to = cpu()
    return { own: (to.own - from.own) / EVENTS, kernel: (to.kernel - from.kernel) / EVENTS }
  }
  await cost()
  heard = 0
  const listened = await cost()
  expect(heard).toBe(EVENTS * RECEIVERS)
  for (const socket of sockets.splice(0, RECEIVERS)) socket.terminate()
  await rest(500)
  const alone = await cost()
  for (const socket of sockets) socket.terminate()
  const [own, kernel] = [listened.own - alone.own, listened.kernel - alone.kernel]
  process.stdout.write(
    `${STREAMS} streams: ${(taken / 1024 / 1024).toFixed(1)} MB; a post to ${RECEIVERS} receivers: ${own.toFixed(2)} ms of CPU more, and ${kernel.toFixed(2)} ms of the kernel’s for both ends of the wire\n`,
  )
  expect(taken).toBeLessThan(MOST.memory)
  expect(own).toBeLessThan(MOST.cpu)
})
