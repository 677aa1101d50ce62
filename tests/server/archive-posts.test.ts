import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordsOf } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let ann: Person
let ben: Person
beforeAll(async () => {
  server = await startServer()
  ann = await server.signUp('ann')
  ben = await server.signUp('ben')
  await ben.api.post(`/api/v1/accounts/${ann.id}/follow`)
})
afterAll(() => server.stop())

const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public'
const create = (n: number, more: Record<string, unknown> = {}) => ({
  type: 'Create',
  object: {
    id: `https://old.example/users/ann/statuses/${n}`,
    type: 'Note',
    published: `201${n}-05-01T10:00:00Z`,
    content: `<p>Old words ${n}</p><script>x</script>`,
    summary: null,
    inReplyTo: null,
    to: [PUBLIC],
    cc: [],
    ...more,
  },
})

const bring = async (person: Person, orderedItems: unknown[]) => {
  const form = new FormData()
  form.set('data', new Blob([JSON.stringify({ type: 'OrderedCollection', orderedItems })]), 'outbox.json')
  return person.browser.post('/api/community/v1/arrivals/posts', form)
}

const items = [
  create(7, { attachment: [{ type: 'Document', url: '/media/1.png' }] }),
  create(8, { summary: 'food', sensitive: true }),
  create(6, { to: ['https://old.example/users/ann/followers'] }),
  create(5, { inReplyTo: 'https://other.example/1' }),
  { type: 'Announce', object: 'https://other.example/2' },
  { type: 'Create', object: 'https://old.example/gone' },
]

test('old posts stand on the profile under their own dates, once, and reach no home and no other server', async () => {
  const left_out = { boosts: 1, answers: 1, for_few: 1, unreadable: 1 }
  expect((await bring(ann, items)).body, 'why each did not come').toEqual({ came: 2, known: 0, left_out, pictures: 1 })
  expect((await bring(ann, items)).body).toEqual({ came: 0, known: 2, left_out, pictures: 1 })
  const own = (await ben.api.get(`/api/v1/accounts/${ann.id}/statuses`)).body
  expect(wordsOf(own)).toEqual(['Old words 8', 'Old words 7'])
  expect(own.map((post: { created_at: string }) => post.created_at.slice(0, 10))).toEqual(['2018-05-01', '2017-05-01'])
  expect(own.map((post: { local_only: boolean }) => post.local_only)).toEqual([true, true])
  expect((await ben.api.get('/api/v1/timelines/home')).body).toEqual([])
  expect((await ben.api.get('/api/v1/timelines/public')).body).toEqual([])
  expect((await server.visitor.get(`/api/v1/accounts/${ann.id}/statuses`)).body).toEqual([])
  expect(server.ctx.db.prepare('SELECT count(*) FROM activities').pluck().get()).toBe(0)
})

test('a file that is no such list is refused', async () => {
  const form = new FormData()
  form.set('data', new Blob(['not a list']), 'outbox.json')
  expect((await ann.browser.post('/api/community/v1/arrivals/posts', form)).status).toBe(422)
})
