import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordsOf } from '../support/masto.ts'
import { fetchFile, photo } from '../support/pictures.ts'
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
  create(7, { attachment: [{ type: 'Document', mediaType: 'video/mp4', url: '/media_attachments/files/1/film.mp4' }] }),
  create(8, { summary: 'food', sensitive: true }),
  create(6, { to: ['https://old.example/users/ann/followers'] }),
  create(5, { inReplyTo: 'https://other.example/1' }),
  { type: 'Announce', object: 'https://other.example/2' },
  { type: 'Create', object: 'https://old.example/gone' },
]

test('old posts stand on the profile under their own dates, once, and reach no home and no other server', async () => {
  const left_out = { boosts: 1, answers: 1, for_few: 1, unreadable: 1 }
  expect((await bring(ann, items)).body, 'why each did not come').toEqual({ came: 2, known: 0, left_out })
  expect((await bring(ann, items)).body).toEqual({ came: 0, known: 2, left_out })
  const own = (await ben.api.get(`/api/v1/accounts/${ann.id}/statuses`)).body
  expect(wordsOf(own)).toEqual(['Old words 8', 'Old words 7'])
  expect(own.map((post: { created_at: string }) => post.created_at.slice(0, 10))).toEqual(['2018-05-01', '2017-05-01'])
  expect(own.map((post: { local_only: boolean }) => post.local_only)).toEqual([true, true])
  expect((await ben.api.get('/api/v1/timelines/home')).body).toEqual([])
  expect((await ben.api.get('/api/v1/timelines/public')).body).toEqual([])
  expect((await server.visitor.get(`/api/v1/accounts/${ann.id}/statuses`)).body).toEqual([])
  expect(server.ctx.db.prepare('SELECT count(*) FROM activities').pluck().get()).toBe(0)
})

const PICTURES = '/api/community/v1/arrivals/pictures'
const send = (person: Person, path: string, bytes: Uint8Array) => {
  const form = new FormData()
  form.set('path', path)
  form.set('file', new Blob([new Uint8Array(bytes)]), 'picture')
  return person.browser.post(PICTURES, form)
}
const attached = (path: string, more = {}) => ({ type: 'Document', mediaType: 'image/jpeg', url: path, ...more })

test('their pictures come one by one, made anew, with what was said of them, and once', async () => {
  const cay = await server.signUp('cay')
  const [one, two, broken] = ['one.jpg', 'two.jpg', 'broken.jpg'].map((name) => `media_attachments/files/1/${name}`)
  const told = attached(`/cache/${one}`, { name: 'A garden', focalPoint: [0.5, -0.25] })
  const post = create(4, { attachment: [told, attached(`/${two}`), attached(`/${broken}`)] })
  expect((await bring(cay, [post])).body).toMatchObject({ came: 1 })
  expect((await cay.browser.get(PICTURES)).body).toMatchObject({ waiting: 3, came: 0, wanted: [broken, one, two] })
  // what is in no post is not taken, and nobody else's either
  expect((await send(cay, 'media_attachments/files/9/other.jpg', await photo())).body).toMatchObject({ came: 0 })
  expect((await send(ben, one ?? '', await photo())).body).toEqual({ waiting: 0, came: 0, failed: 0 })
  const [first] = (await cay.api.get(`/api/v1/accounts/${cay.id}/statuses`)).body
  expect(first.media_attachments).toEqual([])
  await Promise.all([send(cay, one ?? '', await photo()), send(cay, one ?? '', await photo())])
  expect((await send(cay, one ?? '', await photo())).body).toEqual({ waiting: 2, came: 1, failed: 0 })
  expect((await send(cay, broken ?? '', Buffer.from('no picture'))).body).toEqual({ waiting: 1, came: 1, failed: 1 })
  const { body: far } = await cay.browser.get(PICTURES)
  expect(far).toMatchObject({
    wanted: [two],
    failures: [{ what: 'broken.jpg', why: expect.stringMatching(/picture/) }],
  })
  const [now] = (await ben.api.get(`/api/v1/accounts/${cay.id}/statuses?only_media=true`)).body
  const [garden, ...others] = now.media_attachments
  expect(others, 'each came once').toEqual([])
  expect(garden).toMatchObject({ type: 'image', description: 'A garden', blurhash: expect.any(String) })
  expect(garden.meta.focus).toEqual({ x: 0.5, y: -0.25 })
  expect((await fetchFile(garden.url)).bytes.includes('Rosa')).toBe(false)
  // the old days' pictures are not of today's share, and the post was changed by nobody
  expect(now.edited_at).toBeNull()
  expect(server.ctx.db.prepare('SELECT count(*) FROM activities').pluck().get()).toBe(0)
  expect((await cay.browser.delete(PICTURES)).body).toMatchObject({ waiting: 0, came: 1, failed: 0 })
})

test('films stay in the archive, and it is said', async () => {
  const { failures } = (await ann.browser.get(PICTURES)).body
  expect(failures).toEqual([
    { what: 'film.mp4', posted_at: expect.stringMatching(/^2017/), why: expect.stringMatching(/film/) },
  ])
})

test('a file that is no such list is refused', async () => {
  const form = new FormData()
  form.set('data', new Blob(['not a list']), 'outbox.json')
  expect((await ann.browser.post('/api/community/v1/arrivals/posts', form)).status).toBe(422)
})
