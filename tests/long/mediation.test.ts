import { afterAll, beforeAll, expect, test } from 'vitest'
import { MEDIATIONS, mediator } from '../support/mediation.ts'
import { openRoom, type Room } from '../support/room.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let room: Room
let other: Person
beforeAll(async () => {
  server = await startServer()
  other = await mediator(server, 'onlooker')
  room = await openRoom(server)
  for (let n = 0; n < 20; n += 1) await room.say(room.a, 'caucus_a', `Sentence number ${n}.`)
})
afterAll(() => server.stop())

const quick = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 5)] ?? 0

/** How long a page takes, as a multiple of the plainest answer that the server gives in the same minute. */
async function timeOf(person: Person, path: string): Promise<number> {
  const own: number[] = []
  const plain: number[] = []
  for (let n = 0; n < 200; n += 1) {
    const began = performance.now()
    expect((await person.api.get(path)).status).toBe(200)
    const between = performance.now()
    await server.visitor.get('/healthz')
    own.push(between - began)
    plain.push(performance.now() - between)
  }
  return quick(own) / quick(plain)
}

test('the desk and a case take as long with 200 open cases as with one, but for a half', async () => {
  const pages = () =>
    [
      [room.m, `${MEDIATIONS}/desk`],
      [other, `${MEDIATIONS}/desk`],
      [room.m, room.path],
      [room.a, room.path],
      [room.a, MEDIATIONS],
    ] as const
  const measure = async () => {
    const times: number[] = []
    for (const [person, path] of pages()) times.push(await timeOf(person, path))
    return times
  }
  await measure()
  const one = await measure()
  for (let n = 0; n < 199; n += 1) {
    await openRoom(server)
    // a connection without a request for a while is closed
    await server.visitor.get('/healthz')
  }
  const many = await measure()
  const ratios = many.map((time, place) => time / (one[place] ?? 1))
  for (const ratio of ratios) expect(ratio).toBeLessThan(1.5)
}, 300_000)
