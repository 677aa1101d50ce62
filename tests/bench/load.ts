import { connect, type Socket } from 'node:net'

/** What to ask, how many connections at once, and for how long (ms). `anew`: by another address each time. */
export type Load = {
  port: number
  path: string
  headers: Record<string, string>
  connections: number
  lasts: number
  anew?: boolean
}

/** How many answers came, how many of them were not 200, and how long each took (ms, sorted). */
export type Result = { answers: number; failures: number; seconds: number; times: number[] }

const BREAK = Buffer.from('\r\n\r\n')

/** Makes the requests: always the same one, or each with a number that no other had. */
function createRequests({ path, headers, anew }: Load): () => Buffer {
  const lines = Object.entries({ Host: '127.0.0.1', ...headers }).map(([name, value]) => `${name}: ${value}`)
  const write = (target: string) => Buffer.from([`GET ${target} HTTP/1.1`, ...lines, '', ''].join('\r\n'))
  const same = write(path)
  let number = Date.now()
  return () => (anew ? write(`${path}&n=${number++}`) : same)
}

/** Where an answer ends that begins at 0, or undefined while its head is not there yet. */
function endOf(read: Buffer): number | undefined {
  const at = read.indexOf(BREAK)
  if (at < 0) return undefined
  const length = /\r\ncontent-length: (\d+)/i.exec(read.toString('latin1', 0, at + 2))?.[1]
  if (length === undefined) throw new Error('an answer without a length')
  return at + 4 + Number(length)
}

function ask(socket: Socket, next: () => Buffer, done: (status: number) => boolean): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let head: Buffer = Buffer.alloc(0)
  let left: number | undefined
  let status = 0
  socket.on('data', (part: Buffer) => {
    if (left === undefined) {
      head = head.length === 0 ? part : Buffer.concat([head, part])
      const end = endOf(head)
      if (end === undefined) return
      status = Number(head.toString('latin1', 9, 12))
      left = end - head.length
    } else left -= part.length
    if (left > 0) return
    head = Buffer.alloc(0)
    left = undefined
    if (done(status)) socket.write(next())
    else resolve()
  })
  socket.on('error', reject)
  socket.on('close', () => resolve())
  socket.write(next())
  return promise
}

/** Asks over connections that stay open, each time as soon as the answer before is there. */
async function load(given: Load): Promise<Result> {
  const next = createRequests(given)
  const begun = performance.now()
  const times: number[] = []
  let failures = 0
  const one = async () => {
    const socket = connect(given.port, '127.0.0.1')
    socket.setNoDelay(true)
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
    let asked = performance.now()
    await ask(socket, next, (status) => {
      const now = performance.now()
      times.push(now - asked)
      asked = now
      if (status !== 200) failures += 1
      return now - begun < given.lasts
    })
    socket.destroy()
  }
  await Promise.all(Array.from({ length: given.connections }, one))
  const seconds = (performance.now() - begun) / 1000
  return { answers: times.length, failures, seconds, times: times.sort((a, b) => a - b) }
}

// run as a process of its own, so that asking and answering do not share a thread
if (process.send) {
  process.on('message', async (given: Load) => {
    process.send?.(await load(given))
  })
}
