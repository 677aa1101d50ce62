import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { tokenFor } from '../support/admin.ts'
import { createClient } from '../support/client.ts'
import { type Actor, activity, type Doc, PUBLIC, startPeer } from '../support/evil-peer.ts'
import { startKillable } from '../support/killable.ts'
import { newHome, type ServerProcess, spawnServer, untilHealthy } from '../support/process.ts'
import { startServer } from '../support/server.ts'
import { eventually, find } from '../support/servers.ts'

const KILLS = Number(process.env.KILLS ?? 100)
/** So many activities come at once. */
const TOGETHER = 10

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

const soon = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 150))

/** Sends an activity as servers do: again until it is taken. */
async function deliver(actor: Actor, inbox: string, what: Doc): Promise<void> {
  for (;;) {
    const status = await actor.send(inbox, what).then(
      (said) => said.status,
      () => 0,
    )
    if (status === 202) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

test(`${KILLS} kills while things arrive lose and double none of them, counted on both sides`, async () => {
  const peer = await startPeer()
  const bob = peer.actor('bob')
  const here = await startKillable(5000)
  const fern = createClient(here.server.url, { authorization: `Bearer ${await tokenFor(here.server, 'fern')}` })
  const { body: me } = await fern.get('/api/v1/accounts/verify_credentials')
  const { body } = await fern.get(`/api/v2/search?resolve=true&type=accounts&q=@bob@${peer.host}`)
  await fern.post(`/api/v1/accounts/${body.accounts[0].id}/follow`)
  const [uri, inbox] = [`${here.server.url}/ap/users/${me.id}`, `${here.server.url}/inbox`]
  await deliver(bob, inbox, activity(bob, 'Accept', { type: 'Follow', actor: uri, object: bob.uri }))
  const written: string[] = []
  for (let kill = 0; kill < KILLS; kill += 1) {
    const words = Array.from({ length: TOGETHER }, () => crypto.randomUUID())
    written.push(...words)
    const tag = [{ type: 'Mention', href: uri }]
    const sent = words.map((content) => activity(bob, 'Create', bob.note({ content, tag, to: [PUBLIC, uri] })))
    const [first, ...others] = sent.map((what) => deliver(bob, inbox, what))
    // at least one is taken each time, and others are on their way or in its hands
    await Promise.race([first, ...others])
    await soon()
    await here.again()
    await Promise.all([first, ...others])
  }
  const mine = new Database(join(here.home, 'data/community.sqlite'), { readonly: true })
  const column = (sql: string) => mine.prepare(sql).pluck().all()
  expect(column('SELECT text FROM statuses ORDER BY text')).toEqual(written.toSorted())
  const told = column("SELECT status_id FROM notifications WHERE type = 'mention'")
  expect([told.length, new Set(told).size]).toEqual([written.length, written.length])
  mine.close()
  await here.end()
  await peer.stop()
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
