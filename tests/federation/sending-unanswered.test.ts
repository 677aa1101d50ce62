import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { activity } from '../support/evil-peer.ts'
import { startFed } from '../support/federation.ts'
import { say } from '../support/masto.ts'
import { type RecordingPeer, startRecordingPeer } from '../support/recording-peer.ts'
import { isA, type Sending, startSending } from '../support/sending.ts'
import type { Person, TestServer } from '../support/server.ts'

let sending: Sending
let server: TestServer
let peer: RecordingPeer
let alice: Person
let fan: { id: number; uri: string }

beforeAll(async () => {
  sending = await startSending()
  ;({ server, peer, alice, fan } = sending)
})
beforeEach(() => {
  peer.received.length = 0
  peer.answer = { status: 202 }
})
afterAll(() => sending.stop())

describe('a server that does not answer', () => {
  const waiting = () => server.ctx.db.prepare('SELECT count(*) AS count FROM deliveries WHERE host = ?').get(peer.host)

  test('is tried again, later and later, and gets it when it is back', async () => {
    peer.answer = { status: 500 }
    const status = await say(alice, 'Are you there?')
    await sending.settled()
    const tries = () => peer.received.filter(isA('Create', status.uri)).length
    expect(tries()).toBe(1)
    await server.advance('PT1M')
    expect(tries()).toBeGreaterThan(1)
    const soFar = tries()
    peer.answer = { status: 202 }
    await server.advance('PT3H')
    expect(waiting()).toEqual({ count: 0 })
    expect(tries()).toBe(soFar + 1)
  })

  test('and leads elsewhere is not followed there, but asked again', async () => {
    peer.answer = { status: 302 }
    const status = await say(alice, 'Which way?')
    await sending.settled()
    peer.answer = { status: 202 }
    await server.advance('PT1H')
    expect(peer.received.filter(isA('Create', status.uri))).toHaveLength(2)
    expect(waiting()).toEqual({ count: 0 })
  })

  test('for two days is given up', async () => {
    peer.answer = { status: 500 }
    await say(alice, 'Never mind')
    await server.advance('P3D')
    expect(waiting()).toEqual({ count: 0 })
    expect(peer.received.length).toBeLessThan(40)
  })

  test('is told for seven days that something is gone', async () => {
    const waits = async (words: string, then: () => Promise<unknown>) => {
      peer.answer = { status: 202 }
      const status = await say(alice, words)
      await sending.settled()
      peer.answer = { status: 503 }
      await alice.api.delete(`/api/v1/statuses/${status.id}`)
      await then()
      return peer.received.filter(isA('Delete', status.uri)).length
    }
    const tried = await waits('Soon gone', () => server.advance('P6D'))
    expect([tried > 5, waiting()]).toEqual([true, { count: 1 }])
    peer.answer = { status: 202 }
    await server.advance('PT23H')
    expect(waiting()).toEqual({ count: 0 })
    await waits('Gone as well', () => server.advance('P8D'))
    expect(waiting()).toEqual({ count: 0 })
  })

  test('finds one body for all who wait for it, and no key lies beside it', async () => {
    sending.followFrom(peer.person(server.ctx, 'neighbour', { shared: false }).id, alice)
    peer.answer = { status: 503 }
    await say(alice, 'For both of you')
    await sending.settled()
    const { db } = server.ctx
    const bodies = db.prepare(`SELECT * FROM activities WHERE body LIKE '%For both of you%'`).all()
    expect([bodies.length, waiting()]).toEqual([1, { count: 2 }])
    const lying = JSON.stringify([bodies, db.prepare('SELECT * FROM deliveries').all()])
    expect(lying).not.toMatch(/PRIVATE|privateKey|signature/)
    await server.advance('P3D')
  })

  test.each([404, 410])('with %i is not asked again', async (status) => {
    peer.answer = { status }
    await say(alice, 'Nobody home')
    await server.advance('P1D')
    expect(new Set(peer.received.map(({ path }) => path)).size).toBe(peer.received.length)
    expect(waiting()).toEqual({ count: 0 })
  })

  test('never keeps a living one waiting', async () => {
    const dead = await startRecordingPeer('127.0.0.3')
    dead.answer = { status: 202, hang: true }
    const cara = await server.signUp('cara')
    sending.followFrom(dead.person(server.ctx, 'sleeper').id, cara)
    sending.followFrom(fan.id, cara)
    for (let n = 0; n < 12; n += 1) await say(cara, `Post ${n}`)
    const started = performance.now()
    const last = await say(cara, 'The last')
    await peer.waitFor(isA('Create', last.uri))
    expect(performance.now() - started).toBeLessThan(2000)
    await dead.stop()
  })
})

test('a server that was away for long gets what waits for it as soon as it is heard from', async () => {
  const fed = await startFed()
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Follow', fed.uriOf(fed.alice)))
  fed.peer.pages.set('/inbox', (_request, response) => void response.writeHead(503).end())
  const status = await say(fed.alice, 'While you were away')
  await fed.server.advance('PT20H')
  fed.peer.pages.delete('/inbox')
  const came = () => fed.peer.received.some((doc) => doc.type === 'Create' && JSON.stringify(doc).includes(status.uri))
  await fed.server.advance('PT1M')
  expect(came()).toBe(false)
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Create', fed.bob.note()))
  await fed.server.advance('PT1M')
  expect(came()).toBe(true)
  await fed.stop()
})

test('the author of a post, and nobody else, can ask how far it got', async () => {
  const dead = await startRecordingPeer('127.0.0.4')
  dead.answer = { status: 503 }
  const dora = await server.signUp('dora')
  sending.followFrom(dead.person(server.ctx, 'away').id, dora)
  sending.followFrom(fan.id, dora)
  const status = await say(dora, 'How far?')
  await sending.settled()
  const path = `/api/community/v1/statuses/${status.id}/delivery`
  expect((await dora.api.get(path)).body).toEqual({
    servers: 2,
    delivered: 1,
    waiting: 1,
    failed: 0,
    unreached: [{ domain: dead.host, state: 'waiting' }],
  })
  expect((await alice.api.get(path)).status).toBe(404)
  await server.advance('P3D')
  expect((await dora.api.get(path)).body).toMatchObject({ servers: 2, delivered: 1, waiting: 0, failed: 1 })
  await dead.stop()
})
