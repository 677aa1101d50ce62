import { get } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast, say } from '../support/masto.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

/** Asks as feed readers do: fetch would forbid every answer from a cache. */
const askAgain = (path: string, etag: string) =>
  new Promise((done) => {
    get(server.url + path, { headers: { 'if-none-match': etag } }, (answer) => done(answer.resume().statusCode))
  })

test('whoever wants to be found has an Atom feed of their public posts, and nothing of a warned one but the warning', async () => {
  const [ann, ben] = await cast(server, 'ann', 'ben')
  const path = `/@${ann.username}.atom`
  await say(ann, 'Bread & <roses>')
  await say(ann, 'What nobody expects', { spoiler_text: 'spiders' })
  const answered = await say(ben, 'A question')
  await say(ann, 'An answer', { in_reply_to_id: answered.id })
  for (const more of [
    { visibility: 'unlisted' },
    { visibility: 'private' },
    { visibility: 'direct' },
    { local_only: true },
  ]) {
    await say(ann, 'Not for the feed', more)
  }
  expect((await server.visitor.get(path)).status).toBe(404)
  await ann.api.patch('/api/v1/accounts/update_credentials', { discoverable: true })
  const feed = await server.visitor.get(path)
  expect([feed.status, feed.headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=utf-8'])
  expect(feed.text.match(/<entry>/g)).toHaveLength(2)
  expect(feed.text).toContain('<title>Bread &amp; &lt;roses&gt;</title>')
  expect(feed.text).toContain('<title>CW: spiders</title>')
  for (const hidden of ['nobody expects', 'An answer', 'Not for the feed']) expect(feed.text).not.toContain(hidden)
  const etag = feed.headers.get('etag') ?? ''
  expect(etag).not.toBe('')
  expect(await askAgain(path, etag)).toBe(304)
  const page = await server.visitor.get(`/@${ann.username}`, { accept: 'text/html' })
  expect(page.text).toContain(`type="application/atom+xml" href="${server.url}${path}"`)
  expect((await server.visitor.get('/@nobody_at_all.atom')).status).toBe(404)
})

test('robots are asked to leave alone what is for members and programs', async () => {
  const robots = await server.visitor.get('/robots.txt')
  expect(robots.headers.get('content-type')).toContain('text/plain')
  expect(robots.text).toContain('Disallow: /api/')
})
