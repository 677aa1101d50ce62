import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { tokenFor } from '../support/admin.ts'
import { createClient } from '../support/client.ts'
import { newHome, type ServerProcess, spawnServer, untilHealthy } from '../support/process.ts'
import { startServer } from '../support/server.ts'
import { eventually, find } from '../support/servers.ts'

const KILLS = Number(process.env.KILLS ?? 100)

/** Posts one after another until the server is gone; `answered` is told of each. */
async function write(server: ServerProcess, token: string, answered: () => void): Promise<void> {
  for (;;) {
    try {
      await fetch(`${server.url}/api/v1/statuses`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ status: crypto.randomUUID() }),
      })
      answered()
    } catch {
      return
    }
  }
}

type Killed = { server: ServerProcess; home: string; again(): Promise<void>; end(): Promise<void> }

/** A community as a process that is killed and started anew in the same folder, at the same address. */
async function startKillable(offset: number): Promise<Killed> {
  const home = newHome()
  // below those that outgoing connections are given: while nobody listens, one of them could take it
  const port = 20_000 + offset + (process.pid % 5000)
  const settings = { FEDERATION_ALLOW_LOOPBACK: '1', PORT: String(port) }
  const started = await spawnServer(settings, home)
  await untilHealthy(started)
  const killed: Killed = {
    server: started,
    home,
    async again() {
      killed.server.child.kill('SIGKILL')
      await killed.server.ended
      killed.server = await spawnServer(settings, home)
      await untilHealthy(killed.server)
    },
    async end() {
      killed.server.child.kill('SIGTERM')
      await killed.server.ended
    },
  }
  return killed
}

const soon = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 300))

test(`${KILLS} kills while things arrive lose and double none of them, counted on both sides`, async () => {
  const there = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
  const bob = await there.signUp('bob')
  const here = await startKillable(5000)
  const token = await tokenFor(here.server, 'fern')
  const fern = createClient(here.server.url, { authorization: `Bearer ${token}` })
  const handle = `@bob@${new URL(there.url).host}`
  const { body } = await fern.get(`/api/v2/search?resolve=true&type=accounts&q=${handle}`)
  const { id } = body.accounts[0]
  await fern.post(`/api/v1/accounts/${id}/follow`)
  const follows = async () => (await fern.get(`/api/v1/accounts/relationships?id[]=${id}`)).body[0].following
  await eventually(follows, 'the follow')
  const mine = new Database(join(here.home, 'data/community.sqlite'), { readonly: true })
  const arrived = mine.prepare('SELECT text FROM statuses ORDER BY text').pluck()
  for (let kill = 0; kill < KILLS; kill += 1) {
    const before = arrived.all().length
    for (let post = 0; post < 20; post += 1) await bob.api.post('/api/v1/statuses', { status: crypto.randomUUID() })
    // at least one is in its hands each time, and others are on their way
    await eventually(async () => arrived.all().length > before, 'the first of them')
    await soon()
    await here.again()
    await there.advance('PT1H')
  }
  await there.advance('PT12H')
  const waiting = there.ctx.db.prepare('SELECT count(*) FROM deliveries').pluck()
  await eventually(async () => waiting.get() === 0, 'the last delivery')
  const written = there.ctx.db.prepare('SELECT text FROM statuses ORDER BY text').pluck().all()
  expect(written).toHaveLength(KILLS * 20)
  expect(arrived.all()).toEqual(written)
  const homes = mine.prepare('SELECT status_id FROM home_entries').pluck().all()
  expect(new Set(homes).size).toBe(homes.length)
  mine.close()
  await here.end()
  await there.stop()
}, 1_800_000)

test(`${KILLS} kills at moments nobody chose lose no delivery and double none, counted on both sides`, async () => {
  const there = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
  const bob = await there.signUp('bob')
  const home = newHome()
  // below those that outgoing connections are given: while nobody listens, one of them could take it
  const port = 20_000 + (process.pid % 10_000)
  const settings = { FEDERATION_ALLOW_LOOPBACK: '1', PORT: String(port) }
  let server = await spawnServer(settings, home)
  await untilHealthy(server)
  const token = await tokenFor(server, 'fern')
  const fern = await find(bob, `@fern@${new URL(server.url).host}`)
  await bob.api.post(`/api/v1/accounts/${fern}/follow`)
  const follows = async () => (await bob.api.get(`/api/v1/accounts/relationships?id[]=${fern}`)).body[0].following
  await eventually(follows, 'the follow')
  for (let kill = 0; kill < KILLS; kill += 1) {
    const first = Promise.withResolvers<void>()
    const writing = write(server, token, first.resolve)
    // at least one each time, on however busy a machine
    await first.promise
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 300))
    server.child.kill('SIGKILL')
    await Promise.all([writing, server.ended])
    server = await spawnServer(settings, home)
    await untilHealthy(server)
  }
  const mine = new Database(join(home, 'data/community.sqlite'), { readonly: true })
  await createClient(server.url).post('/api/test/clock', { advance: 'PT6H' })
  const waiting = mine.prepare('SELECT count(*) FROM deliveries').pluck()
  await eventually(async () => waiting.get() === 0, 'the last delivery')
  const written = mine.prepare('SELECT text FROM statuses ORDER BY text').pluck().all()
  const arrived = there.ctx.db.prepare('SELECT text FROM statuses ORDER BY text').pluck().all()
  expect(written.length).toBeGreaterThanOrEqual(KILLS)
  expect(arrived).toEqual(written)
  mine.close()
  server.child.kill('SIGTERM')
  await server.ended
  await there.stop()
}, 1_800_000)
