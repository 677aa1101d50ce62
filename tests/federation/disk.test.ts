import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite, pageOf } from '../support/page.ts'
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
  await server.advance('PT13H')
  const has = async (id: string) => (await alice.api.get(`/api/v1/statuses/${id}`)).status === 200
  expect(await Promise.all([...touched, own.id, fresh].map(has))).toEqual([true, true, true, true, true, true])
  expect(await has(old)).toBe(false)
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
  const { body: first } = await keeper.browser.get(path)
  expect(first).toMatchObject({ budget: 20 * 1024 ** 3, fixed: false, over: false, database: expect.any(Number) })
  await other.advance('P1D')
  const { body: seen } = await keeper.browser.get(path)
  expect(seen.peers, 'by server').toEqual([expect.objectContaining({ domain: peer.host, pictures: 1, people: 1 })])
  expect(seen.peers[0].picture_bytes).toBe(seen.pictures)
  expect((await moderator.browser.get(path)).status, 'staff, and nobody else').toBe(403)
  expect((await moderator.browser.put(path, { gigabytes: 5 })).status).toBe(403)
  expect((await keeper.browser.put(path, { gigabytes: 0 })).status).toBe(422)
  expect((await keeper.browser.put(path, { gigabytes: 0.1 })).body.budget).toBe(Math.round(0.1 * 1024 ** 3))
  await other.advance('PT7H')
  expect((await keeper.browser.get(path)).body, 'all fits, and stays').toMatchObject({ over: false })
  expect((await keeper.browser.get(path)).body.pictures).toBeGreaterThan(0)
  // what the picture took is made to be more than may be used
  write('UPDATE remote_files SET bytes = ?', 1024 ** 3)
  write("UPDATE stats SET value = ? WHERE name = 'remote_pictures'", 1024 ** 3)
  expect((await keeper.browser.put(path, { gigabytes: 0.5 })).body.over).toBe(true)
  await other.advance('PT1S')
  expect(other.ctx.db.prepare('SELECT count(*) AS count FROM remote_files').get()).toEqual({ count: 0 })
  const { body: log } = await keeper.browser.get('/api/community/v1/admin/log')
  expect(JSON.stringify(log)).toContain('disk.budget')
  await other.stop()
})

test('those who look after the disk are told before what members wrote takes more than they allow, and no longer once they allow more', async () => {
  const place = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
  const keeper = await place.signUp('keeper', { roles: ['owner'] })
  const ann = await place.signUp('ann')
  const path = '/api/community/v1/admin/disk'
  const told = async (who: Person) =>
    (await who.browser.get<{ kind: string }[]>('/api/community/v1/notices')).body.map(({ kind }) => kind)
  const look = async () => (await keeper.browser.get(path)).body
  await keeper.browser.put(path, { gigabytes: 1 })
  expect(await look()).toMatchObject({ tight: false, stuck: false, over: false, spare: expect.any(Number) })
  // as if what nobody may delete had nearly filled it
  const fill = (part: number) =>
    place.ctx.db
      .prepare(`INSERT INTO stats (name, value) VALUES ('card_pictures', @value)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value`)
      .run({ value: Math.round(part * 1024 ** 3) })
  fill(0.96)
  await place.advance('PT7H')
  expect(await look()).toMatchObject({ tight: true, stuck: true, over: false })
  expect([await told(keeper), await told(ann)]).toEqual([['disk_full'], []])
  const { body: post } = await ann.api.post('/api/v1/statuses', { status: 'Ours stays' })
  fill(1.1)
  await place.advance('P1D')
  expect(await look()).toMatchObject({ tight: true, stuck: true, over: true })
  expect((await ann.api.get(`/api/v1/statuses/${post.id}`)).status, 'nothing of a member goes').toBe(200)
  expect(await told(keeper), 'and not again every hour').toEqual(['disk_full'])
  expect((await keeper.browser.put(path, { gigabytes: 5 })).body).toMatchObject({ tight: false, stuck: false })
  expect(await told(keeper)).toEqual([])
  await place.stop()
})

test('MUST never take more than the owner allows: room is made first, and where none can be, nothing is fetched', async () => {
  const tight = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1', DISK_BUDGET_GB: '1' })
  const ann = await tight.signUp('ann')
  const { db } = tight.ctx
  const faceOf = async (name: string) => {
    const person = peer.person(tight.ctx, name)
    db.prepare('UPDATE remote_actors SET avatar_url = ? WHERE account_id = ?').run(`${peer.url}/face.jpg`, person.id)
    return (await ann.api.get(`/api/v1/accounts/${person.id}`)).body.avatar as string
  }
  const [first, second, third] = [await faceOf('one'), await faceOf('two'), await faceOf('three')]
  expect((await fetchFile(first)).status).toBe(200)
  const used = () => db.prepare("SELECT value FROM stats WHERE name = 'remote_pictures'").pluck().get()
  const counted = () => db.prepare('SELECT sum(bytes) FROM remote_files').pluck().get()
  expect(used(), 'counted as it comes').toBe(counted())
  // as if it took all there is
  db.prepare('UPDATE remote_files SET bytes = ?').run(1024 ** 3)
  db.prepare("UPDATE stats SET value = ? WHERE name = 'remote_pictures'").run(1024 ** 3)
  const asked = peer.asked.length
  expect((await fetchFile(second)).status, 'what was looked at just now stays').toBe(507)
  expect(peer.asked.length, 'and nobody is asked').toBe(asked)
  tight.ctx.clock.moveTo(tight.ctx.now() + 2 * 3_600_000)
  expect(await Promise.all([second, third].map(async (url) => (await fetchFile(url)).status))).toEqual([200, 200])
  expect(used(), 'and taken off as it goes').toBe(counted())
  expect(used()).toBeLessThan(1024 ** 2)
  expect(db.prepare('SELECT count(*) FROM lost_files').pluck().get(), 'nothing let go is left on the disk').toBe(0)
  await tight.stop()
})

test('pictures of linked pages are counted too: where there is no room, a card comes without, and what members write goes on', async () => {
  const picture = await photo(300, 200)
  const page = pageOf('<title>Bread</title><meta property="og:image" content="/bread.jpg">')
  const site = await openSite((request, response) =>
    request.url === '/bread.jpg'
      ? response.writeHead(200, { 'content-type': 'image/jpeg' }).end(picture)
      : response.writeHead(200, { 'content-type': 'text/html' }).end(page),
  )
  const link = async (on: TestServer, by: Person, path: string) => {
    const { body } = await by.api.post('/api/v1/statuses', { status: `${site.url}/${path}` })
    await on.advance('PT1M')
    return (await by.api.get(`/api/v1/statuses/${body.id}`)).body
  }
  const roomy = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
  const keeper = await roomy.signUp('keeper', { roles: ['owner'] })
  const pictures = async () => (await keeper.browser.get('/api/community/v1/admin/disk')).body.pictures
  const { card, id } = await link(roomy, keeper, 'one')
  expect(await pictures()).toBe((await fetchFile(card.image)).bytes.length)
  await keeper.api.delete(`/api/v1/statuses/${id}`)
  expect(await pictures(), 'and taken off as it goes').toBe(0)
  await roomy.stop()

  site.asked.length = 0
  expect((await link(server, alice, 'two')).card).toMatchObject({ title: 'Bread', image: null })
  expect(site.asked.map(({ url }) => url)).toEqual(['/two'])
  const { body } = await owner.browser.get('/api/community/v1/admin/disk')
  expect(body, 'the database alone takes more, and says so').toMatchObject({ over: true, pictures: 0 })
  expect(body.database).toBeGreaterThan(body.budget)
  site.close()
})

test('is counted some at a time, however many people a server has', async () => {
  const big = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
  const owner = await big.signUp('owner', { roles: ['owner'] })
  const first = big.ctx.newId()
  big.ctx.db.transaction(() => {
    const add = big.ctx.db.prepare(
      `INSERT INTO accounts (id, uri, username, username_key, domain, created_at, joined_at, statuses_count)
       VALUES (@id, @uri, @name, @name, @host, 0, 1, 2)`,
    )
    const actor = big.ctx.db.prepare(
      `INSERT INTO remote_actors (account_id, host, kind, inbox, fetched_at) VALUES (@id, @host, 'Person', @uri, 0)`,
    )
    for (let n = 0; n < 2600; n += 1) {
      const host = n < 2400 ? 'big.example' : `small${n % 3}.example`
      const row = { id: first + n, uri: `https://${host}/${n}`, name: `p${n}`, host }
      add.run(row)
      actor.run({ id: row.id, host, uri: row.uri })
    }
  })()
  await big.advance('P1DT1H')
  const { body } = await owner.browser.get('/api/community/v1/admin/disk')
  const counts = body.peers.map(({ domain, people, posts }: Record<string, unknown>) => [domain, people, posts])
  expect(Object.fromEntries(counts.map(([domain, ...rest]: unknown[]) => [domain, rest]))).toMatchObject({
    'big.example': [2400, 4800],
    'small0.example': [67, 134],
  })
  await big.stop()
})
