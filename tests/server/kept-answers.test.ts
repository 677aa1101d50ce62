import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { whatHolds } from '../../server/http/kept.ts'
import { cast, follow, say, wordsOf } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
/** Another process on the same data, such as the admin command. */
let other: Database.Database
beforeAll(async () => {
  server = await startServer()
  other = new Database(join(server.ctx.config.dataDir, 'community.sqlite'))
})
afterAll(async () => {
  other.close()
  await server.stop()
})

const home = async (person: Person) => wordsOf((await person.api.get('/api/v1/timelines/home')).body)

describe('what was found out', () => {
  test('holds until something is written, by whomever', () => {
    const first = whatHolds(server.ctx)
    expect(whatHolds(server.ctx)).toBe(first)
    other.prepare(`INSERT INTO settings VALUES ('written', '1', 0)`).run()
    const second = whatHolds(server.ctx)
    expect(second).not.toBe(first)
    server.ctx.db.prepare(`DELETE FROM settings WHERE name = 'written'`).run()
    expect(whatHolds(server.ctx)).not.toBe(second)
  })

  test('holds for five seconds at most', async () => {
    const first = whatHolds(server.ctx)
    server.ctx.clock.moveTo(server.ctx.now() + 4000)
    expect(whatHolds(server.ctx)).toBe(first)
    server.ctx.clock.moveTo(server.ctx.now() + 1500)
    expect(whatHolds(server.ctx)).not.toBe(first)
  })
})

describe('an answer that was given before', () => {
  test('is given again, byte for byte and with its pages', async () => {
    const [alice] = await cast(server, 'alice')
    for (let n = 0; n < 3; n += 1) await say(alice, `${n}`)
    // what posting set going writes too, and might do so between the two
    await server.advance('PT1S')
    const [first, second] = [
      await alice.api.get('/api/v1/timelines/home?limit=2'),
      await alice.api.get('/api/v1/timelines/home?limit=2'),
    ]
    expect(whatHolds(server.ctx).answers.get(`member ${alice.id} /api/v1/timelines/home?limit=2`)).toBeDefined()
    expect(second.text).toBe(first.text)
    for (const name of ['link', 'content-type', 'cache-control']) {
      expect(second.headers.get(name), name).toBe(first.headers.get(name))
      expect(second.headers.get(name), name).toBeTruthy()
    }
  })

  test('is a new one once anything was written', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    await follow(alice, bob)
    await say(bob, 'one')
    expect(await home(alice)).toEqual(['one'])
    const two = await say(bob, 'two')
    expect(await home(alice)).toEqual(['two', 'one'])
    await bob.api.delete(`/api/v1/statuses/${two.id}`)
    expect(await home(alice)).toEqual(['one'])
    other.prepare('DELETE FROM home_entries WHERE account_id = ?').run(alice.accountId)
    expect(await home(alice)).toEqual([])
  })

  test('is nobody else’s', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    await say(alice, 'mine', { visibility: 'private' })
    const path = `/api/v1/accounts/${alice.id}/statuses`
    const seen = async () =>
      (await Promise.all([alice.api.get(path), bob.api.get(path), server.visitor.get(path)])).map(
        ({ body }) => body.length,
      )
    expect(await seen()).toEqual([1, 0, 0])
    expect(await seen()).toEqual([1, 0, 0])
  })
})

test('a token or session that was taken away, by whomever, is worth nothing at once', async () => {
  const [alice] = await cast(server, 'alice')
  for (let n = 0; n < 2; n += 1) expect((await alice.api.get('/api/v1/timelines/home')).status).toBe(200)
  expect((await alice.browser.get('/api/v1/timelines/home')).status).toBe(200)
  other.prepare('DELETE FROM tokens WHERE account_id = ?').run(alice.accountId)
  expect((await alice.api.get('/api/v1/timelines/home')).status).toBe(401)
  other.prepare('DELETE FROM sessions WHERE account_id = ?').run(alice.accountId)
  expect((await alice.browser.get('/api/v1/timelines/home')).status).toBe(401)
})

test('a session ends when its time is over', async () => {
  const [alice] = await cast(server, 'alice')
  expect((await alice.browser.get('/api/v1/timelines/home')).status).toBe(200)
  server.ctx.clock.moveTo(server.ctx.now() + 61 * 86_400_000)
  expect((await alice.browser.get('/api/v1/timelines/home')).status).toBe(401)
})
