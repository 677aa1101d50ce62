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
  // every other member lets their posts be found
  large.ctx.db.exec(`CREATE TRIGGER every_other AFTER INSERT ON accounts WHEN NEW.username LIKE 'seed%' AND NEW.id % 2 = 0
    BEGIN UPDATE accounts SET indexable = 1 WHERE id = NEW.id; END`)
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

const SEARCHES = [
  'meeting',
  'the',
  'translation circle',
  '"seven people"',
  '"the of"',
  '"of the"',
  '"the people"',
  '"people the"',
  '"the chairs"',
  '"meets the"',
  'the in:library',
  'work -the',
  'kettle -"the kettle"',
  'kettle -"in the hall"',
  'kettle -"hall works"',
  'the -"the of"',
  'the -the',
  'from:seed0001 the',
  'nothing-of-that-kind',
  'has:cw the before:2999',
]

test('a search among a million posts takes little', { timeout: 1_800_000 }, async () => {
  const seeker = await large.signUp('seeker')
  const found = await seeker.api.get('/api/v2/search?q=kettle')
  expect(found.body.statuses, 'there is something to find').toHaveLength(20)
  for (const q of SEARCHES) {
    const times: number[] = []
    for (let round = 0; round < 21; round += 1) {
      times.push(await cost(() => seeker.api.get(`/api/v2/search?q=${encodeURIComponent(q)}`)))
    }
    const taken = middle(times)
    process.stdout.write(`search for ${q}: ${taken.toFixed(2)} ms of CPU among 1,000,000 posts\n`)
    expect(taken, q).toBeLessThan(20)
  }
})

const POSTS = 300

/** CPU time in ms of one post among many, with what comes after it. */
async function costOfPosting(person: Awaited<ReturnType<TestServer['signUp']>>): Promise<number> {
  const from = process.cpuUsage()
  for (let post = 0; post < POSTS; post += 1) {
    const status = `The ${post}th meeting about the rent, and who brings the tea this time #tenants`
    expect((await person.api.post('/api/v1/statuses', { status })).status).toBe(200)
  }
  await large.advance('PT5S')
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000 / POSTS
}

test('posting with the index takes hardly longer than without', { timeout: 600_000 }, async () => {
  const person = await large.signUp('poster')
  await costOfPosting(person)
  const [before, after] = [[await costOfPosting(person)], [] as number[]]
  before.push(await costOfPosting(person))
  const triggers = large.ctx.db.prepare(
    `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'search_%post'`,
  )
  for (const name of triggers.pluck().all()) large.ctx.db.exec(`DROP TRIGGER ${name}`)
  for (let round = 0; round < 2; round += 1) after.push(await costOfPosting(person))
  const [indexed, plain] = [Math.min(...before), Math.min(...after)]
  process.stdout.write(`one post: ${indexed.toFixed(2)} ms of CPU with the index, ${plain.toFixed(2)} ms without\n`)
  expect(indexed).toBeLessThan(plain * 1.2)
})
