import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { decode, isBlurhashValid } from 'blurhash'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MediaAttachment } from '../../shared/api/wire.ts'
import { cast, follow, mastoOf, say } from '../support/masto.ts'
import { fetchFile, moving, photo, plain, upload, uploaded } from '../support/pictures.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let alice: Person
beforeAll(async () => {
  server = await startServer()
  alice = await server.signUp('alice')
})
afterAll(() => server.stop())

const post = (person: Person, form: object) => person.api.post('/api/v1/statuses', form)
const onDisk = (url: string | null) =>
  existsSync(join(server.ctx.config.dataDir, 'media', new URL(url ?? '').pathname.slice('/media/'.length)))

describe('a picture that a member adds', () => {
  test('through another program comes back whole: sizes, a blur, the point to keep in view', async () => {
    const masto = mastoOf(server, alice)
    const made = await masto.v2.media.create({
      file: new Blob([new Uint8Array(await photo(800, 600))], { type: 'image/jpeg' }),
      description: 'A red wall.',
      focus: '0.5,-0.25',
      skipPolling: true,
    })
    expect(made).toMatchObject({ type: 'image', description: 'A red wall.', remoteUrl: null })
    expect(made.meta).toEqual({
      original: { width: 800, height: 600, size: '800x600', aspect: 800 / 600 },
      small: { width: 800, height: 600, size: '800x600', aspect: 800 / 600 },
      focus: { x: 0.5, y: -0.25 },
    })
    const [red = 0, green = 0] = decode(made.blurhash ?? '', 4, 4)
    expect([isBlurhashValid(made.blurhash ?? '').result, red > 150, green < 60]).toEqual([true, true, true])
    const { bytes, headers } = await fetchFile(made.url ?? null)
    expect(headers.get('content-type')).toBe('image/webp')
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 800, height: 600 })
  })

  test('through the older door too', async () => {
    const { status, body } = await upload(alice, await photo(), { path: '/api/v1/media' })
    expect([status, body.type, body.description]).toEqual([200, 'image', null])
    expect((await post(alice, { status: 'From an old program', media_ids: [body.id] })).status).toBe(200)
  })

  test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('may be a %s', async (sort) => {
    const bytes = await plain(300, 200).toFormat(sort).toBuffer()
    expect((await uploaded(alice, bytes)).meta.original).toMatchObject({ width: 300, height: 200 })
  })

  test('is kept no larger than a screen shows it, with a small one for lists', async () => {
    const { meta, url } = await uploaded(alice, await plain(5000, 4000).jpeg().toBuffer())
    expect(meta.original.width * meta.original.height).toBeLessThanOrEqual(8_300_000)
    expect(meta.small.width * meta.small.height).toBeLessThanOrEqual(481_000)
    expect(meta.original.aspect).toBeCloseTo(1.25, 2)
    const { width, height } = await sharp((await fetchFile(url)).bytes).metadata()
    expect([width, height]).toEqual([meta.original.width, meta.original.height])
  })

  test('stands upright when the camera was turned, in its measures too', async () => {
    const turned = await plain(300, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const { meta, url, preview_url: small } = await uploaded(alice, turned)
    expect(meta.original).toMatchObject({ width: 200, height: 300 })
    expect(await sharp((await fetchFile(url)).bytes).metadata()).toMatchObject({ width: 200, height: 300 })
    expect(await sharp((await fetchFile(small)).bytes).metadata()).toMatchObject({ width: 200, height: 300 })
  })

  test('that moves goes on moving where it is opened, and stands still in lists', async () => {
    const { type, meta, url, preview_url: small } = await uploaded(alice, await moving())
    expect([type, meta.animated]).toEqual(['image', true])
    expect(await sharp((await fetchFile(url)).bytes, { animated: true }).metadata()).toMatchObject({
      format: 'webp',
      pages: 2,
      delay: [100, 100],
    })
    expect((await sharp((await fetchFile(small)).bytes).metadata()).pages ?? 1).toBe(1)
  })

  test('can be described anew until it is posted, and then no more by this door', async () => {
    const masto = mastoOf(server, alice)
    const { id } = await uploaded(alice, await photo(), { description: 'First words' })
    expect((await masto.v1.media.$select(id).fetch()).description).toBe('First words')
    const changed = await masto.v1.media.$select(id).update({ description: 'Better words', focus: '-1,1' })
    expect([changed.description, changed.meta?.focus]).toEqual(['Better words', { x: -1, y: 1 }])
    const focusAlone = await alice.api.put(`/api/v1/media/${id}`, { focus: '0,0' })
    expect(focusAlone.body.description).toBe('Better words')
    await say(alice, 'Look', { media_ids: [id] })
    expect((await alice.api.put(`/api/v1/media/${id}`, { description: 'No' })).status).toBe(404)
    expect((await alice.api.get(`/api/v1/media/${id}`)).status).toBe(404)
  })

  test('can be taken away again, files and all', async () => {
    const { id, url, preview_url: small } = await uploaded(alice)
    expect((await alice.api.delete(`/api/v1/media/${id}`)).status).toBe(200)
    expect((await fetchFile(url)).status).toBe(404)
    await server.advance('PT1S')
    expect([onDisk(url), onDisk(small)]).toEqual([false, false])
    expect((await alice.api.get(`/api/v1/media/${id}`)).status).toBe(404)
  })

  test('and never posts is forgotten after a day', async () => {
    const { id, url } = await uploaded(alice)
    const posted = await uploaded(alice)
    await say(alice, 'Kept', { media_ids: [posted.id] })
    await server.advance('P1DT2H')
    expect((await alice.api.get(`/api/v1/media/${id}`)).status).toBe(404)
    expect([onDisk(url), onDisk(posted.url)]).toEqual([false, true])
  })

  test('is refused with a reason at its field when it says too much, or the point is none', async () => {
    const long = await upload(alice, await photo(), { fields: { description: 'x'.repeat(1501) } })
    expect([long.status, long.body]).toMatchObject([422, { details: { description: [{ error: 'ERR_TOO_LONG' }] } }])
    const odd = await upload(alice, await photo(), { fields: { focus: 'the middle' } })
    expect([odd.status, odd.body]).toMatchObject([422, { details: { focus: [expect.anything()] } }])
  })
})

describe('a post with pictures', () => {
  test('has them in their order, described, and needs no text', async () => {
    const [one, two] = [
      await uploaded(alice, await photo(), { description: 'One' }),
      await uploaded(alice, await photo(), { description: 'Two' }),
    ]
    const { status, body } = await post(alice, { media_ids: [two.id, one.id] })
    expect([status, body.content]).toEqual([200, ''])
    expect(body.media_attachments.map((picture: MediaAttachment) => picture.description)).toEqual(['Two', 'One'])
    const again = await server.visitor.get(`/api/v1/statuses/${body.id}`)
    expect(again.body.media_attachments).toEqual(body.media_attachments)
  })

  test('keeps its warning when it says nothing else', async () => {
    const { id } = await uploaded(alice)
    const { body } = await post(alice, { media_ids: [id], spoiler_text: 'Food' })
    expect([body.content, body.spoiler_text, body.sensitive]).toEqual(['', 'Food', true])
  })

  test('may be marked as sensitive without a content warning', async () => {
    const { id } = await uploaded(alice)
    const { body } = await post(alice, { status: 'Look', media_ids: [id], sensitive: true })
    expect([body.sensitive, body.spoiler_text]).toEqual([true, ''])
  })

  test('may say anew what its pictures are, as it is posted', async () => {
    const [one, two] = [await uploaded(alice), await uploaded(alice, await photo(), { description: 'Two' })]
    const rails = new URLSearchParams()
    rails.append('media_ids[]', one.id)
    rails.append('media_ids[]', two.id)
    for (const [id, said, focus] of [
      [one.id, 'Said as it was posted', '0,0'],
      [two.id, 'Two', '1,0'],
    ] as const) {
      rails.append('media_attributes[][id]', id)
      rails.append('media_attributes[][description]', said)
      rails.append('media_attributes[][focus]', focus)
    }
    const { body } = await alice.api.post('/api/v1/statuses', rails)
    expect(body.media_attachments).toMatchObject([
      { description: 'Said as it was posted', meta: { focus: { x: 0, y: 0 } } },
      { description: 'Two', meta: { focus: { x: 1, y: 0 } } },
    ])
  })

  test('is made from a form of another program, with an empty list for none', async () => {
    const { id } = await uploaded(alice)
    const form = new URLSearchParams({ status: 'A form', 'media_ids[]': id })
    expect((await alice.api.post('/api/v1/statuses', form)).body.media_attachments).toHaveLength(1)
  })

  test('stands with them on the timelines of those who follow, in one more query for all of them', async () => {
    const [bo, ash] = await cast(server, 'bo', 'ash')
    await follow(bo, ash)
    const { id } = await uploaded(ash)
    await say(ash, 'At home', { media_ids: [id] })
    const [first] = await mastoOf(server, bo).v1.timelines.home.list()
    expect(first?.mediaAttachments.map((picture) => picture.id)).toEqual([id])
  })

  test('is found on lists that show pictures alone: of everybody, of a hashtag, of a person', async () => {
    const [ash] = await cast(server, 'ash')
    const { id } = await uploaded(ash)
    await say(ash, 'Only words #walls')
    const shown = await say(ash, 'A wall #walls', { media_ids: [id] })
    const within = await say(ash, 'Ours', { media_ids: [(await uploaded(ash)).id], local_only: true })
    const ids = async (path: string, who = server.visitor) =>
      (await who.get(path)).body.map((status: { id: string }) => status.id)
    const everybody = await ids('/api/v1/timelines/public?only_media=true')
    expect([everybody[0], everybody.includes(within.id)]).toEqual([shown.id, false])
    expect((await ids('/api/v1/timelines/public?only_media=true', ash.api))[0]).toBe(within.id)
    expect(await ids('/api/v1/timelines/tag/walls?only_media=true')).toEqual([shown.id])
    expect(await ids(`/api/v1/accounts/${ash.id}/statuses?only_media=true`)).toEqual([shown.id])
    expect(await ids(`/api/v1/accounts/${ash.id}/statuses?only_media=true`, ash.api)).toEqual([within.id, shown.id])
  })

  test('takes their files with it when it is deleted so', async () => {
    const { id, url, preview_url: small } = await uploaded(alice)
    const status = await say(alice, 'Gone soon', { media_ids: [id] })
    expect((await alice.api.delete(`/api/v1/statuses/${status.id}?delete_media=true`)).status).toBe(200)
    expect((await fetchFile(url)).status).toBe(404)
    await server.advance('PT1S')
    expect([onDisk(url), onDisk(small)]).toEqual([false, false])
  })

  test('leaves them for a day to be posted anew when it is deleted to be rewritten', async () => {
    const { id } = await uploaded(alice, await photo(), { description: 'The same' })
    const status = await say(alice, 'With a slip', { media_ids: [id] })
    const { body } = await alice.api.delete(`/api/v1/statuses/${status.id}`)
    expect([body.text, body.media_attachments[0].id]).toEqual(['With a slip', id])
    const anew = await say(alice, 'Without a slip', { media_ids: [id] })
    expect(anew.media_attachments[0]?.description).toBe('The same')
  })

  test('shows nobody but its author what was taken out of it, at once, and everybody what is posted anew', async () => {
    const [first, other] = [await uploaded(alice, await photo(), { description: 'First' }), await uploaded(alice)]
    const edited = await say(alice, 'Edited', { media_ids: [first.id] })
    const redrafted = await say(alice, 'Redrafted', { media_ids: [other.id] })
    expect((await fetchFile(first.url)).status).toBe(200)
    await alice.api.put(`/api/v1/statuses/${edited.id}`, { status: 'Edited', media_ids: [] })
    await alice.api.delete(`/api/v1/statuses/${redrafted.id}`)
    const own = (url: string | null) => fetch(url ?? '', { headers: { authorization: `Bearer ${alice.token}` } })
    const [bo] = await cast(server, 'bo')
    for (const { url, preview_url: small } of [first, other]) {
      for (const file of [url, small]) {
        expect((await fetchFile(file)).status).toBe(404)
        expect((await fetch(file ?? '', { headers: { authorization: `Bearer ${bo.token}` } })).status).toBe(404)
        expect((await fetch(file ?? '', { headers: { authorization: 'Bearer no' } })).status).toBe(404)
        const mine = await own(file)
        expect([mine.status, mine.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
      }
    }
    await say(alice, 'Anew', { media_ids: [other.id] })
    expect((await fetchFile(other.url)).status).toBe(200)
    await server.advance('P1DT2H')
    expect([onDisk(first.url), onDisk(other.url)]).toEqual([false, true])
  })

  test('tells in its history which pictures it had and what was said of them, to those who may see it', async () => {
    const [one, two] = [
      await uploaded(alice, await photo(), { description: 'One' }),
      await uploaded(alice, await photo(), { description: 'Two' }),
    ]
    const { id } = await say(alice, 'Before', { media_ids: [one.id, two.id], visibility: 'private' })
    const before = (await alice.api.get(`/api/v1/statuses/${id}/history`)).body
    expect(before[0].media_attachments).toMatchObject([{ id: one.id, url: one.url }, { id: two.id }])
    const said = [{ id: two.id, description: 'Two, better' }]
    await alice.api.put(`/api/v1/statuses/${id}`, { status: 'After', media_ids: [two.id], media_attributes: said })
    const { body } = await alice.api.get(`/api/v1/statuses/${id}/history`)
    expect(body.map((version: { media_attachments: MediaAttachment[] }) => version.media_attachments)).toMatchObject([
      [
        { id: one.id, type: 'unknown', url: null, preview_url: null, description: 'One' },
        { id: two.id, url: two.url, description: 'Two' },
      ],
      [{ id: two.id, url: two.url, description: 'Two, better' }],
    ])
    expect((await server.visitor.get(`/api/v1/statuses/${id}/history`)).status).toBe(404)
  })

  test('can get others when it is edited, keeps them when nothing is said of them, and says anew what they are', async () => {
    const [one, two] = [await uploaded(alice, await photo(), { description: 'One' }), await uploaded(alice)]
    const { id } = await say(alice, 'Before', { media_ids: [one.id] })
    const put = async (form: object) => {
      const { status, body } = await alice.api.put(`/api/v1/statuses/${id}`, form)
      expect(status).toBe(200)
      return body.media_attachments
    }
    expect(await put({ status: 'Other words' })).toMatchObject([{ id: one.id }])
    expect(await put({ status: '', media_ids: [two.id, one.id] })).toMatchObject([{ id: two.id }, { id: one.id }])
    const said = [{ id: two.id, description: 'Two', focus: '0.5,0' }]
    expect(await put({ status: '', media_ids: [two.id], media_attributes: said })).toMatchObject([
      { id: two.id, description: 'Two', meta: { focus: { x: 0.5, y: 0 } } },
    ])
    expect((await alice.api.get(`/api/v1/media/${one.id}`)).status).toBe(200)
    expect(await put({ status: 'None', media_ids: [] })).toEqual([])
    const other = await say(alice, 'Elsewhere', { media_ids: [one.id] })
    const taken = await alice.api.put(`/api/v1/statuses/${id}`, { status: 'x', media_ids: [one.id] })
    expect([taken.status, other.media_attachments.length]).toEqual([422, 1])
  })

  test('goes with its author, and the pictures with it', async () => {
    const [ash] = await cast(server, 'ash')
    const { id, url } = await uploaded(ash)
    await say(ash, 'Mine', { media_ids: [id] })
    const { ctx } = server
    ctx.transact(() => {
      ctx.emit('accountRemoved', { accountId: ash.accountId })
      ctx.db.prepare('DELETE FROM accounts WHERE id = ?').run(ash.accountId)
    })
    expect((await fetchFile(url)).status).toBe(404)
    await server.advance('PT1S')
    expect(onDisk(url)).toBe(false)
  })
})
