import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { tokenFor } from '../support/admin.ts'
import { spawnServer, untilHealthy } from '../support/process.ts'
import { startRecordingPeer } from '../support/recording-peer.ts'

const INBOXES = 500
/** Of Linux, on all machines that tests run on. */
const TICKS_A_SECOND = 100

/** Milliseconds of CPU that a process used so far, all its threads together. */
function cpuOf(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_A_SECOND
}

const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

test(`one post to ${INBOXES} inboxes costs 5 ms of CPU each at most, and its author waits no longer`, async () => {
  const server = await spawnServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
  const peer = await startRecordingPeer()
  await untilHealthy(server)
  // ash writes as fern does, and nobody follows ash
  const [fernToken, ashToken] = [await tokenFor(server, 'fern'), await tokenFor(server, 'ash')]
  const post = async (words: string, token = fernToken): Promise<number> => {
    const started = performance.now()
    const reply = await fetch(`${server.url}/api/v1/statuses`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ status: words }),
    })
    expect(reply.status).toBe(200)
    return performance.now() - started
  }
  const db = new Database(join(server.home, 'data/community.sqlite'))
  db.pragma('busy_timeout = 5000')
  const { id: fern } = db.prepare(`SELECT id FROM accounts WHERE username = 'fern'`).get() as { id: number }
  let next = Date.now() * 2048
  const ctx = { db, newId: () => (next += 1), now: () => Date.now() }
  db.transaction(() => {
    const follow = db.prepare(`INSERT INTO follows (id, account_id, target_id, created_at) VALUES (?, ?, ?, 0)`)
    for (let n = 0; n < INBOXES; n += 1) {
      follow.run(ctx.newId(), peer.person(ctx, `fan${n}`, { shared: false }).id, fern)
    }
  })()
  // the first makes the key, starts the thread and warms both up
  await post('warm up')
  await arrived(peer, INBOXES)
  const before = cpuOf(server.child.pid)
  await post('counted')
  await arrived(peer, 2 * INBOXES)
  const each = (cpuOf(server.child.pid) - before) / INBOXES
  const [waits, alone]: [number[], number[]] = [[], []]
  for (let n = 0; n < 9; n += 1) {
    await quiet()
    alone.push(await post(`alone ${n}`, ashToken))
    await quiet()
    waits.push(await post(`later ${n}`))
    await arrived(peer, (3 + n) * INBOXES)
  }
  process.stdout.write(
    `${each.toFixed(2)} ms of CPU an inbox; answered in ${median(waits).toFixed(1)} ms, to nobody ${median(alone).toFixed(1)} ms\n`,
  )
  expect(each).toBeLessThanOrEqual(5)
  expect(median(waits)).toBeLessThan(median(alone) * 1.5 + 10)
  expect(new Set(peer.received.map(({ path, body }) => `${path} ${body.id}`)).size).toBe(peer.received.length)
  db.close()
  server.child.kill('SIGTERM')
  await server.ended
  await peer.stop()
}, 180_000)

/** What came back was written down. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 1000))

async function arrived(peer: { received: unknown[] }, count: number): Promise<void> {
  for (let tries = 0; tries < 1200 && peer.received.length < count; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  expect(peer.received.length).toBe(count)
}
