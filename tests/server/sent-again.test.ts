import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const filter = { title: 'leeks', context: ['home'], keywords_attributes: [{ keyword: 'leeks', whole_word: true }] }
const invites = '/api/community/v1/admin/invites'
let people = 0

const made = [
  { what: 'a list', path: '/api/v1/lists', form: { title: 'Bakers' } },
  { what: 'a filter', path: '/api/v2/filters', form: filter },
  { what: 'a filter of old', path: '/api/v1/filters', form: { phrase: 'leeks', context: ['home'] } },
  { what: 'a hashtag on a profile', path: '/api/v1/featured_tags', form: { name: 'bread' } },
  { what: 'an invite', path: invites, form: { max_uses: 3 } },
]

test.each(made)('$what is made once, though its answer was lost and it is sent again', async ({ path, form }) => {
  const { browser } = await server.signUp(`maker_${people++}`, { roles: ['owner'] })
  const before = (await browser.get(path)).body.length
  const key = { 'idempotency-key': 'the first' }
  const first = await browser.post(path, form, key)
  expect(first.status).toBe(200)
  const again = await browser.post(path, form, key)
  expect(again.status).toBe(200)
  expect(again.body).toEqual(first.body)
  expect((await browser.get(path)).body).toHaveLength(before + 1)
})

test('Who sends it with another key, or is somebody else, makes another one; so does who waits an hour', async () => {
  const [ann, ben] = [await server.signUp('ann_lists'), await server.signUp('ben_lists')]
  const make = async (who: typeof ann, key: string) =>
    (await who.browser.post('/api/v1/lists', { title: 'Bakers' }, { 'idempotency-key': key })).body.id
  const ids = [await make(ann, 'one'), await make(ann, 'two'), await make(ben, 'one')]
  expect(await make(ann, 'one')).toBe(ids[0])
  await server.advance('PT2H')
  expect(new Set([...ids, await make(ann, 'one')]).size).toBe(4)
})

test('What was refused can be sent again when it is mended', async () => {
  const { browser } = await server.signUp('cem_lists')
  const key = { 'idempotency-key': 'mended' }
  expect((await browser.post('/api/v1/lists', { title: '' }, key)).status).toBe(422)
  expect((await browser.post('/api/v1/lists', { title: 'Bakers' }, key)).status).toBe(200)
})

test('A vote that is sent again counts once, and says what it said', async () => {
  const [ann, ben] = [await server.signUp('ann_votes'), await server.signUp('ben_votes')]
  const poll = { options: ['Rye', 'Wheat'], expires_in: 3600 }
  const { body: post } = await ann.browser.post('/api/v1/statuses', { status: 'Which bread?', poll })
  const key = { 'idempotency-key': 'rye' }
  for (let n = 0; n < 2; n++) {
    const { status, body } = await ben.browser.post(`/api/v1/polls/${post.poll.id}/votes`, { choices: [0] }, key)
    expect([status, body.votes_count, body.own_votes]).toEqual([200, 1, [0]])
  }
})
