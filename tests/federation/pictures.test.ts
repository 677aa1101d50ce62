import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchFile, photo } from '../support/pictures.ts'
import { type RecordingPeer, startRecordingPeer } from '../support/recording-peer.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let peer: RecordingPeer
let alice: Person
let author: { id: number; uri: string }

const run = (sql: string, ...values: unknown[]) => server.ctx.db.prepare(sql).run(...values)

/** A public post from there with a picture at an address of its server. */
function postWith(path: string, kind = 'image', small: string | null = null): string {
  const [id, media] = [server.ctx.newId(), server.ctx.newId()]
  run(
    `INSERT INTO statuses (id, uri, account_id, local, thread_id, text, html, visibility, created_at)
     VALUES (?, ?, ?, 0, ?, 'Look', '<p>Look</p>', 'public', ?)`,
    ...[id, `${peer.url}/posts/${id}`, author.id, id, server.ctx.now()],
  )
  run(
    `INSERT INTO media (id, account_id, status_id, kind, remote_url, remote_small_url, bytes, width, height, small_width,
       small_height, blurhash, created_at) VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, '', ?)`,
    ...[media, author.id, id, kind, `${peer.url}${path}`, small && `${peer.url}${small}`, server.ctx.now()],
  )
  return String(id)
}

const pictureOf = async (id: string) => (await alice.api.get(`/api/v1/statuses/${id}`)).body.media_attachments[0]

beforeAll(async () => {
  server = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
  peer = await startRecordingPeer()
  alice = await server.signUp('alice')
  author = peer.person(server.ctx, 'painter')
  peer.files.set('/face.jpg', await photo(500, 500))
  run('UPDATE remote_actors SET avatar_url = ? WHERE account_id = ?', `${peer.url}/face.jpg`, author.id)
})
afterAll(async () => {
  await server.stop()
  await peer.stop()
})

test('MUST: a picture from elsewhere comes through this server when it is first looked at, made anew', async () => {
  peer.files.set('/a.jpg', await photo(80, 60))
  const id = postWith('/a.jpg')
  const before = await pictureOf(id)
  expect(before.url.startsWith(`${server.url}/proxy/media/`)).toBe(true)
  expect(peer.asked).toEqual([])
  const [first, again] = await Promise.all([fetchFile(before.url), fetchFile(before.preview_url)])
  expect([first.status, again.status]).toEqual([200, 200])
  expect(first.headers.get('content-type')).toBe('image/webp')
  expect(first.headers.get('content-security-policy')).toContain('sandbox')
  expect(first.bytes.includes('Rosa')).toBe(false)
  // asked for once, whoever looks and however often
  expect(peer.asked).toEqual(['/a.jpg'])
  const after = await pictureOf(id)
  expect(after).toMatchObject({ meta: { original: { width: 80, height: 60 } }, blurhash: expect.any(String) })
  expect((await fetchFile(after.url)).status).toBe(200)
  expect(peer.asked).toEqual(['/a.jpg'])
})

test('a page full of pictures that nobody saw yet shows all of them, each in its turn', async () => {
  const picture = await photo(40, 30)
  const urls: string[] = []
  for (let n = 0; n < 20; n += 1) {
    peer.files.set(`/many-${n}.jpg`, picture)
    urls.push((await pictureOf(postWith(`/many-${n}.jpg`))).url)
  }
  const answers = await Promise.all(urls.map(fetchFile))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
})

test('a face and the still of a film are shown so too, the film itself not', async () => {
  peer.files.set('/still.jpg', await photo(64, 36))
  const { body } = await alice.api.get(`/api/v1/accounts/${author.id}`)
  expect(body.avatar.startsWith(`${server.url}/proxy/avatar/`)).toBe(true)
  expect((await fetchFile(body.avatar)).status).toBe(200)
  const film = await pictureOf(postWith('/film.mp4', 'video', '/still.jpg'))
  expect((await fetchFile(film.preview_url)).status).toBe(200)
  expect(peer.asked).not.toContain('/film.mp4')
})

test('what is no picture, or gone, is at no address, and is not asked for at each look', async () => {
  peer.files.set('/page.jpg', Buffer.from('<html><script>alert(1)</script></html>'))
  for (const path of ['/page.jpg', '/gone.jpg']) {
    const { url } = await pictureOf(postWith(path))
    expect((await fetchFile(url)).status).toBe(404)
    expect((await fetchFile(url)).status).toBe(404)
    expect(peer.asked.filter((asked) => asked === path)).toHaveLength(1)
  }
  await server.advance('P1D')
})

test('MUST: nobody can have this server ask for an address of their choice', async () => {
  const { url } = await pictureOf(postWith('/never.jpg'))
  const forged = url.replace(/[\w-]{22}$/, 'A'.repeat(22))
  expect((await fetchFile(forged)).status).toBe(404)
  expect((await fetchFile(`${server.url}/proxy/media/1/${'A'.repeat(22)}`)).status).toBe(404)
  expect(peer.asked).not.toContain('/never.jpg')
})

test('pictures of a server that is refused them, or of somebody suspended, are not fetched', async () => {
  const { url } = await pictureOf(postWith('/refused.jpg'))
  run('INSERT INTO domain_decisions (domain, no_media, decided_at) VALUES (?, 1, 0)', peer.host)
  expect((await fetchFile(url)).status).toBe(404)
  run('DELETE FROM domain_decisions')
  run('UPDATE accounts SET suspended_at = 1 WHERE id = ?', author.id)
  expect((await fetchFile(url)).status).toBe(404)
  run('UPDATE accounts SET suspended_at = NULL WHERE id = ?', author.id)
  expect(peer.asked).not.toContain('/refused.jpg')
})

test('nor are those that only lie on a refused server, or whose post moderators hid', async () => {
  peer.files.set('/hidden.jpg', await photo(20, 20))
  const id = postWith('/hidden.jpg')
  const { url } = await pictureOf(id)
  run('UPDATE remote_actors SET host = ? WHERE account_id = ?', 'other.example', author.id)
  run('INSERT INTO domain_decisions (domain, no_media, decided_at) VALUES (?, 1, 0)', peer.host)
  expect((await fetchFile(url)).status).toBe(404)
  run('DELETE FROM domain_decisions')
  run('UPDATE remote_actors SET host = ? WHERE account_id = ?', peer.host, author.id)
  expect(peer.asked).not.toContain('/hidden.jpg')
  expect((await fetchFile(url)).status).toBe(200)
  run('UPDATE statuses SET hidden_at = 1 WHERE id = ?', id)
  expect((await fetchFile(url)).status).toBe(404)
})

test('a picture that nobody looks at is let go after a fortnight, and fetched again when somebody does', async () => {
  peer.files.set('/old.jpg', await photo(20, 20))
  const id = postWith('/old.jpg')
  const first = await pictureOf(id)
  expect((await fetchFile(first.url)).status).toBe(200)
  const kept = await pictureOf(id)
  await server.advance('P20D')
  const after = await pictureOf(id)
  expect(after.url).toBe(first.url)
  expect((await fetchFile(kept.url)).status).toBe(404)
  expect((await fetchFile(after.url)).status).toBe(200)
  expect(peer.asked.filter((path) => path === '/old.jpg')).toHaveLength(2)
})
