import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginRoom, openRoom, type Room } from '../support/room.ts'
import { startServer, type TestServer } from '../support/server.ts'

type Place = { server: TestServer; room: Room }

async function settle(cases: number): Promise<Place> {
  const server = await startServer()
  server.ctx.db.pragma('synchronous = OFF')
  const people = await openRoom(server)
  for (let n = 1; n < cases; n += 1) {
    const id = beginRoom(server, people)
    await people.a.api.post(`/api/community/v1/mediations/${id}/messages`, { stream: 'caucus_a', text: `case ${n}` })
  }
  const m = await server.signUp('busy', { roles: ['mediator'] })
  const room = await openRoom(server, {}, m)
  for (let n = 0; n < 10; n += 1) await room.say(room.a, 'caucus_a', `sentence ${n}`)
  return { server, room }
}

let [one, many]: Place[] = []
beforeAll(async () => {
  one = await settle(0)
  many = await settle(200)
}, 120_000)
afterAll(async () => {
  await one?.server.stop()
  await many?.server.stop()
})

async function time({ room }: Place, path: string): Promise<number> {
  const began = performance.now()
  const { status } = await room.m.api.get(path)
  expect(status).toBe(200)
  return performance.now() - began
}

const middle = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

/** Both in turn, so that a machine with other work slows them alike. */
async function compare(pathOf: (place: Place) => string): Promise<number> {
  if (!one || !many) throw new Error('nobody is there')
  const times: { one: number[]; many: number[] } = { one: [], many: [] }
  for (let turn = 0; turn < 60; turn += 1) {
    times.one.push(await time(one, pathOf(one)))
    times.many.push(await time(many, pathOf(many)))
  }
  return middle(times.many) / middle(times.one)
}

test('with 200 open cases the desk opens within 1.5 times of the time with one', async () => {
  expect(await compare(() => '/api/community/v1/mediations/desk')).toBeLessThan(1.5)
}, 60_000)

test('with 200 open cases a case opens within 1.5 times of the time with one', async () => {
  expect(await compare(({ room }) => room.path)).toBeLessThan(1.5)
}, 60_000)
