import { afterAll, beforeAll, expect, test } from 'vitest'
import { seed } from '../../server/admin/seed.ts'
import { startServer, type TestServer } from '../support/server.ts'

const ROUNDS = 150
const PATHS = [
  '/api/v1/timelines/home',
  '/api/v1/timelines/public?local=true',
  '/api/v1/timelines/tag/tenants',
  '/api/community/v1/about',
]

let small: TestServer
let large: TestServer
beforeAll(async () => {
  small = await startServer()
  large = await startServer()
  seed(small.ctx, { users: 200, statuses: 2000, peers: 50, passwordHash: '' })
  seed(large.ctx, { users: 2000, statuses: 1_000_000, peers: 5000, passwordHash: '' })
}, 1_800_000)
afterAll(async () => {
  await small.stop()
  await large.stop()
})

/** CPU time in ms that one page takes, the client's share included. */
async function cost(ask: () => Promise<{ status: number }>): Promise<number> {
  const from = process.cpuUsage()
  expect((await ask()).status).toBe(200)
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000
}

const middle = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

async function reader(server: TestServer) {
  const person = await server.signUp('reader')
  const members = server.ctx.db.prepare(`SELECT id FROM accounts WHERE username LIKE 'seed%' LIMIT 150`).pluck().all()
  for (const id of members) await person.api.post(`/api/v1/accounts/${id}/follow`)
  return person
}

test('a million posts do not slow down what everyone reads', { timeout: 1_800_000 }, async () => {
  const [here, there] = [await reader(small), await reader(large)]
  for (const path of PATHS) {
    const [few, many]: [number[], number[]] = [[], []]
    for (let round = 0; round < ROUNDS; round += 1) {
      few.push(await cost(() => here.api.get(path)))
      many.push(await cost(() => there.api.get(path)))
    }
    const [a, b] = [middle(few), middle(many)]
    process.stdout.write(`${path}: ${a.toFixed(2)} ms of CPU with 2,000 posts, ${b.toFixed(2)} ms with 1,000,000\n`)
    expect(b).toBeLessThan(a * 1.5 + 0.5)
  }
})

test('the numbers are exact', async () => {
  const { body } = await large.visitor.get('/api/community/v1/about')
  expect(body.stats).toEqual({ users: 2001, statuses: 1_000_000, peers: 5000 })
})
