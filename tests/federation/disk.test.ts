import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchFile, photo } from '../support/pictures.ts'
import { type RecordingPeer, startRecordingPeer } from '../support/recording-peer.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let peer: RecordingPeer
let alice: Person
let owner: Person
let author: { id: number; uri: string }

const run = (sql: string, ...values: unknown[]) => server.ctx.db.prepare(sql).run(...values)

function postFromThere(text: string): string {
  const id = server.ctx.newId()
  run(
    `INSERT INTO statuses (id, uri, account_id, local, thread_id, text, html, visibility, created_at)
     VALUES (?, ?, ?, 0, ?, ?, ?, 'public', ?)`,
    ...[id, `${peer.url}/posts/${id}`, author.id, id, text, `<p>${text}</p>`, server.ctx.now()],
  )
  return String(id)
}

beforeAll(async () => {
  // less than an empty database, so that all that may go goes
  server = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1', DISK_BUDGET_GB: '0.0001' })
  peer = await startRecordingPeer()
  alice = await server.signUp('alice')
  owner = await server.signUp('owner', { roles: ['owner'] })
  author = peer.person(server.ctx, 'writer')
  peer.files.set('/face.jpg', await photo(200, 200))
  run('UPDATE remote_actors SET avatar_url = ? WHERE account_id = ?', `${peer.url}/face.jpg`, author.id)
})
afterAll(async () => {
  await server.stop()
  await peer.stop()
})

test('above the owner’s budget, old posts of elsewhere that nobody here touched make room, and nothing else', async () => {
  const act = (id: string, deed: string) => alice.api.post(`/api/v1/statuses/${id}/${deed}`)
  const touched: string[] = []
  for (const deed of ['favourite', 'bookmark', 'reblog']) {
    const id = postFromThere(deed)
    expect((await act(id, deed)).status).toBe(200)
    touched.push(id)
  }
  const answered = postFromThere('answered')
  await alice.api.post('/api/v1/statuses', { status: 'An answer', in_reply_to_id: answered })
  touched.push(answered)
  const { body: own } = await alice.api.post('/api/v1/statuses', { status: 'Ours' })
  const old = postFromThere('nobody cares')
  await server.advance('P40D')
  const fresh = postFromThere('just came')
  await server.advance('P2D')
  const has = async (id: string) => (await alice.api.get(`/api/v1/statuses/${id}`)).status === 200
  expect(await Promise.all([...touched, own.id, fresh].map(has))).toEqual([true, true, true, true, true, true])
  expect(await has(old)).toBe(false)
})

test('staff, and nobody else, see what uses the disk by server', async () => {
  const { body: account } = await alice.api.get(`/api/v1/accounts/${author.id}`)
  expect((await fetchFile(account.avatar)).status).toBe(200)
  const { body } = await owner.browser.get('/api/community/v1/admin/disk')
  expect(body).toMatchObject({ budget: expect.any(Number), database: expect.any(Number) })
  expect(body.peers).toEqual([expect.objectContaining({ domain: peer.host, pictures: 1, people: 1 })])
  expect(body.peers[0].picture_bytes).toBe(body.pictures)
  expect((await alice.browser.get('/api/community/v1/admin/disk')).status).toBe(403)
})

test('those who run the community say how much may be used, unless the operator did, and room is made at once', async () => {
  const path = '/api/community/v1/admin/disk'
  expect((await owner.browser.put(path, { gigabytes: 5 })).status, 'the operator said it').toBe(409)
  const other = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
  const [keeper, moderator] = [
    await other.signUp('keeper', { roles: ['owner'] }),
    await other.signUp('mo', { roles: ['moderator'] }),
  ]
  const { run: write } = { run: (sql: string, ...values: unknown[]) => other.ctx.db.prepare(sql).run(...values) }
  const person = peer.person(other.ctx, 'painter')
  write('UPDATE remote_actors SET avatar_url = ? WHERE account_id = ?', `${peer.url}/face.jpg`, person.id)
  const { body: account } = await keeper.api.get(`/api/v1/accounts/${person.id}`)
  expect((await fetchFile(account.avatar)).status).toBe(200)
  expect((await keeper.browser.get(path)).body).toMatchObject({ budget: 20 * 1024 ** 3, fixed: false, over: false })
  expect((await moderator.browser.put(path, { gigabytes: 5 })).status).toBe(403)
  expect((await keeper.browser.put(path, { gigabytes: 0 })).status).toBe(422)
  expect((await keeper.browser.put(path, { gigabytes: 0.1 })).body.budget).toBe(Math.round(0.1 * 1024 ** 3))
  await other.advance('PT7H')
  expect((await keeper.browser.get(path)).body, 'all fits, and stays').toMatchObject({ over: false })
  expect((await keeper.browser.get(path)).body.pictures).toBeGreaterThan(0)
  // what the picture took is made to be more than may be used
  write('UPDATE disk_use SET picture_bytes = ? WHERE host = ?', 1024 ** 3, peer.host)
  expect((await keeper.browser.put(path, { gigabytes: 0.5 })).body.over).toBe(true)
  await other.advance('PT1S')
  expect(other.ctx.db.prepare('SELECT count(*) AS count FROM remote_files').get()).toEqual({ count: 0 })
  const { body: log } = await keeper.browser.get('/api/community/v1/admin/log')
  expect(JSON.stringify(log)).toContain('disk.budget')
  await other.stop()
})
