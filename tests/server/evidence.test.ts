import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { EvidenceBundle, EvidenceHead, EvidenceItem } from '../../shared/api/evidence.ts'
import { cast, say } from '../support/masto.ts'
import { fetchFile, photo, uploaded } from '../support/pictures.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const EVIDENCE = '/api/community/v1/evidence'

let server: TestServer
let ann: Person
let ben: Person
beforeAll(async () => {
  server = await startServer()
})
beforeEach(async () => {
  ;[ann, ben] = await cast(server, 'ann', 'ben')
})
afterAll(() => server.stop())

const keep = (person: Person, ids: string[], note?: string) =>
  person.api.post<EvidenceBundle>(EVIDENCE, { status_ids: ids, note })
const host = () => server.url.replace('http://', '')
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Follows the chain of hashes as the page that is taken out says it. */
function chainOf(head: EvidenceHead, items: readonly EvidenceItem[]): string[] {
  const hashes: string[] = []
  let last = sha256(JSON.stringify(head))
  for (const { sha256: _own, ...item } of items) {
    last = sha256(last + JSON.stringify(item))
    hashes.push(last)
  }
  return hashes
}

describe('what I keep with one tap', () => {
  test('holds the post as it is now: who, what, when, for whom, with its hash', async () => {
    const post = await say(ben, `@${ann.username} I know where you live`, {
      visibility: 'direct',
      spoiler_text: 'hello',
      language: 'en',
    })
    const { status, body } = await keep(ann, [post.id], 'third time')
    expect(status).toBe(200)
    expect(body).toMatchObject({ count: 1, missing: [], people: [`@${ben.username}@${host()}`] })
    expect(body.head).toMatchObject({ owner: `@${ann.username}@${host()}`, note: 'third time', about: null })
    expect(body.items[0]).toMatchObject({
      uri: post.uri,
      url: post.url,
      author: { uri: `${server.url}/ap/users/${ben.id}`, handle: `@${ben.username}@${host()}` },
      text: `@${ann.username} I know where you live`,
      spoiler_text: 'hello',
      visibility: 'direct',
      language: 'en',
      mentions: [`@${ann.username}@${host()}`],
      media: [],
      created_at: post.created_at,
    })
    expect(body.items.map((item) => item.sha256)).toEqual(chainOf(body.head, body.items))
    expect(body.sha256).toBe(body.items.at(-1)?.sha256)
  })

  test('keeps the pictures, whatever their author does, sealed, mine alone, and as long as the rest', async () => {
    const [first, second] = [
      await uploaded(ben, await photo(), { description: 'My door' }),
      await uploaded(ben, await photo(300, 200), { description: 'My street' }),
    ]
    const post = await say(ben, `@${ann.username} look`, { media_ids: [first.id] })
    const files = [(await fetchFile(first.url)).bytes, (await fetchFile(second.url)).bytes]
    const hashes = files.map((bytes) => createHash('sha256').update(bytes).digest('hex'))
    await ben.api.put(`/api/v1/statuses/${post.id}`, { status: `@${ann.username} look`, media_ids: [second.id] })
    const { body } = await keep(ann, [post.id])
    expect(body.items[0]?.media).toEqual([{ sha256: hashes[1], description: 'My street' }])
    expect(body.items[0]?.earlier?.[0]?.media).toEqual([{ sha256: hashes[0], description: 'My door' }])
    expect(body.items.map((item) => item.sha256)).toEqual(chainOf(body.head, body.items))

    await ben.api.delete(`/api/v1/statuses/${post.id}?delete_media=true`)
    await server.advance('P2D')
    const shown = `${EVIDENCE}/${body.id}/pictures/${hashes[0]}`
    const own = await fetch(`${server.url}${shown}`, { headers: { authorization: `Bearer ${ann.token}` } })
    expect(own.headers.get('content-type')).toBe('image/webp')
    expect(Buffer.from(await own.arrayBuffer())).toEqual(files[0])
    expect((await ben.api.get(shown)).status).toBe(404)
    expect((await server.visitor.get(shown)).status).toBe(401)
    const rows = () =>
      server.ctx.db.prepare('SELECT content FROM evidence_pictures WHERE bundle_id = ?').pluck().all(Number(body.id))
    expect(rows()).toHaveLength(2)
    expect(rows().some((content) => Buffer.isBuffer(content) && content.includes('WEBP'))).toBe(false)

    const zip = await fetch(`${server.url}${EVIDENCE}/${body.id}/export`, {
      headers: { authorization: `Bearer ${ann.token}` },
    })
    const taken = unzipSync(new Uint8Array(await zip.arrayBuffer()))
    expect(hashes.map((hash) => Buffer.from(taken[`pictures/${hash}.webp`] ?? []))).toEqual(files)
    expect(strFromU8(taken['evidence.html'] ?? new Uint8Array())).toContain(
      `src="pictures/${hashes[0]}.webp" alt="My door"`,
    )
    await server.advance('P90D')
    expect((await ann.api.get(shown)).status).toBe(404)
    expect(rows()).toEqual([])
  })

  test('has a picture that was taken out only where the post was written to me', async () => {
    const { id } = await uploaded(ben, await photo(), { description: 'By mistake' })
    const post = await say(ben, 'to everybody', { media_ids: [id] })
    await ben.api.put(`/api/v1/statuses/${post.id}`, { status: 'to everybody', media_ids: [] })
    const { body } = await keep(ann, [post.id])
    expect(body.items[0]?.earlier?.[0]?.media).toEqual([{ sha256: null, description: 'By mistake' }])
  })

  test('stays when its author deletes it, or blocks me', async () => {
    const post = await say(ben, `@${ann.username} one`)
    const { body } = await keep(ann, [post.id])
    await ben.api.delete(`/api/v1/statuses/${post.id}`)
    await ben.api.post(`/api/v1/accounts/${ann.id}/block`)
    const kept = await ann.api.get(`${EVIDENCE}/${body.id}`)
    expect(kept.body).toEqual(body)
  })

  test('can be what was written to me, although its author blocks me since', async () => {
    const post = await say(ben, `@${ann.username} and now I block you`)
    const other = await say(ben, 'nothing about Ann')
    await ben.api.post(`/api/v1/accounts/${ann.id}/block`)
    expect((await ann.api.get(`/api/v1/statuses/${post.id}`)).status).toBe(404)
    const { body } = await keep(ann, [post.id, other.id])
    expect([body.count, body.missing]).toEqual([1, [other.id]])
  })

  test('says of what there is no copy any more, and keeps nothing where that is all', async () => {
    const [post, gone] = [await say(ben, 'here'), await say(ben, `@${ann.username} gone`)]
    await ben.api.delete(`/api/v1/statuses/${gone.id}`)
    expect((await keep(ann, [gone.id, post.id])).body).toMatchObject({ count: 1, missing: [gone.id] })
    const none = await keep(ann, [gone.id])
    expect(none).toMatchObject({ status: 422, body: { details: { status_ids: expect.any(Array) } } })
    expect(none.text).toContain('There is no copy to keep')
    expect((await keep(ann, [])).status).toBe(422)
    expect((await ann.api.get(EVIDENCE)).body).toHaveLength(1)
  })

  test('stands in my list, the newest first, without the posts themselves', async () => {
    const post = await say(ben, 'something')
    await keep(ann, [post.id], 'one')
    await keep(ann, [post.id], 'two')
    const { body } = await ann.api.get(EVIDENCE)
    expect(body.map(({ head }: EvidenceBundle) => head.note)).toEqual(['two', 'one'])
    expect(body[0].items).toBeUndefined()
  })

  test('is deleted after 90 days, unless I renew it', async () => {
    const post = await say(ben, 'something')
    const [first, second] = [(await keep(ann, [post.id])).body, (await keep(ann, [post.id])).body]
    await server.advance('P89D')
    const renewed = (await ann.api.post(`${EVIDENCE}/${second.id}/renew`)).body
    expect(Date.parse(renewed.kept_until) - Date.parse(second.kept_until)).toBeGreaterThan(88 * 86_400_000)
    await server.advance('P2D')
    expect((await ann.api.get(`${EVIDENCE}/${first.id}`)).status).toBe(404)
    expect((await ann.api.get(EVIDENCE)).body).toHaveLength(1)
    await server.advance('PT1H')
    const left = server.ctx.db.prepare('SELECT id FROM evidence_bundles WHERE account_id = ?').all(ann.accountId)
    expect(left).toEqual([{ id: Number(second.id) }])
  })

  test('is gone when I delete it', async () => {
    const { body } = await keep(ann, [(await say(ben, 'something')).id])
    expect((await ann.api.delete(`${EVIDENCE}/${body.id}`)).status).toBe(200)
    expect((await ann.api.delete(`${EVIDENCE}/${body.id}`)).status).toBe(404)
    expect((await ann.api.get(EVIDENCE)).body).toEqual([])
  })

  test('is taken out as a ZIP with a page to read and JSON whose hashes can be checked', async () => {
    const post = await say(ben, 'first line\n<b>second</b> & third')
    const { body } = await keep(ann, [post.id], 'mine')
    const reply = await fetch(`${server.url}${EVIDENCE}/${body.id}/export`, {
      headers: { authorization: `Bearer ${ann.token}` },
    })
    expect(reply.headers.get('content-type')).toBe('application/zip')
    expect(reply.headers.get('content-disposition')).toMatch(/^attachment; filename="evidence-\d{4}-\d\d-\d\d\.zip"$/)
    const files = unzipSync(new Uint8Array(await reply.arrayBuffer()))
    expect(Object.keys(files).sort()).toEqual(['evidence.html', 'evidence.json'])
    const page = strFromU8(files['evidence.html'] ?? new Uint8Array())
    expect(page).toContain('first line<br>&lt;b&gt;second&lt;/b&gt; &amp; third')
    expect(page).toContain(body.sha256)
    const { head, items, sha256: last } = JSON.parse(strFromU8(files['evidence.json'] ?? new Uint8Array()))
    expect(chainOf(head, items).at(-1)).toBe(last)
    const changed = items.map((item: EvidenceItem) => ({ ...item, text: 'something else' }))
    expect(chainOf(head, changed).at(-1)).not.toBe(last)
  })

  test('is kept with a request for help, about a person, as mine and under the id of the request', async () => {
    const post = await say(ben, `@${ann.username} that again`)
    const bundleId = server.ctx.newId()
    const asked = { ownerId: ann.accountId, targetId: ben.accountId, statusIds: [Number(post.id)], bundleId }
    server.ctx.transact(() => server.ctx.emit('evidenceAsked', asked))
    const { body } = await ann.api.get(`${EVIDENCE}/${bundleId}`)
    expect(body).toMatchObject({ count: 1, head: { about: `@${ben.username}@${host()}` } })
    expect((await ben.api.get(`${EVIDENCE}/${bundleId}`)).status).toBe(404)
  })
})
