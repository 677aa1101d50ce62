import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast, say } from '../support/masto.ts'
import { fetchFile, moving, photo, plain, upload, uploaded } from '../support/pictures.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'
import { gifOf, pngOf } from './support/bombs.ts'

let server: TestServer
let alice: Person
beforeAll(async () => {
  server = await startServer()
  alice = await server.signUp('alice')
})
afterAll(() => server.stop())

const memory = () => process.memoryUsage.rss() / 1_048_576

describe('a picture that is posted', () => {
  test('tells nothing of where, when and by whom it was taken', async () => {
    const taken = await photo()
    expect([taken.includes('Rosa at home'), (await sharp(taken).metadata()).exif !== undefined]).toEqual([true, true])
    const { url, preview_url: small } = await uploaded(alice, taken)
    for (const address of [url, small]) {
      const { bytes } = await fetchFile(address)
      const { exif, xmp, icc, iptc, orientation } = await sharp(bytes).metadata()
      expect([exif, xmp, icc, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined])
      for (const secret of ['Rosa', 'Telephone', 'GPS', 'xmp']) expect(bytes.includes(secret)).toBe(false)
    }
  })

  test('tells nothing of what was written into a moving one, or behind the picture', async () => {
    const hidden = Buffer.concat([await moving(), Buffer.from('<script>alert(1)</script>PK\x03\x04')])
    const { bytes } = await fetchFile((await uploaded(alice, hidden)).url)
    expect([bytes.includes('script'), bytes.subarray(0, 4).toString()]).toEqual([false, 'RIFF'])
  })

  test('is never named after its file, its owner or its number', async () => {
    const [one, two] = [await uploaded(alice), await uploaded(alice)]
    for (const { url, preview_url: small } of [one, two]) {
      for (const address of [url, small]) expect(address).toMatch(/\/media\/([0-9a-f]{2})\/\1[0-9a-f]{38}\.webp$/)
    }
    expect(new Set([one.url, one.preview_url, two.url, two.preview_url]).size).toBe(4)
  })

  test('is served as a picture that nothing can run in, and stays out of shared caches unless its post is open', async () => {
    const of = async (more: object) => {
      const picture = await uploaded(alice)
      await say(alice, 'Look', { ...more, media_ids: [picture.id] })
      return (await fetchFile(picture.url)).headers
    }
    const open = await of({ visibility: 'public' })
    expect(open.get('content-type')).toBe('image/webp')
    expect(open.get('x-content-type-options')).toBe('nosniff')
    expect(open.get('content-security-policy')).toBe("default-src 'none'; sandbox; frame-ancestors 'none'")
    expect(open.get('cache-control')).toBe('public, max-age=31536000, immutable')
    for (const more of [{ visibility: 'private' }, { visibility: 'direct' }, { local_only: true }]) {
      const kept = await of(more)
      expect(kept.get('cache-control')).toBe('private, max-age=31536000, immutable')
      expect(kept.get('x-robots-tag')).toBe('noindex')
    }
  })

  test('of a suspended person is shown no more', async () => {
    const [ash] = await cast(server, 'ash')
    const { id, url } = await uploaded(ash)
    await say(ash, 'Mine', { media_ids: [id] })
    server.ctx.db.prepare('UPDATE accounts SET suspended_at = 1 WHERE id = ?').run(ash.accountId)
    expect((await fetchFile(url)).status).toBe(404)
  })
})

describe('somebody else’s picture', () => {
  test('cannot be posted, read, described or taken away by its number', async () => {
    const [bo] = await cast(server, 'bo')
    const { id } = await uploaded(alice, await photo(), { description: 'Hers' })
    const stolen = await bo.api.post('/api/v1/statuses', { status: 'Mine now', media_ids: [id] })
    expect([stolen.status, Object.keys(stolen.body.details)]).toEqual([422, ['media_ids']])
    expect((await bo.api.get(`/api/v1/media/${id}`)).status).toBe(404)
    expect((await bo.api.put(`/api/v1/media/${id}`, { description: 'Mine' })).status).toBe(404)
    expect((await bo.api.delete(`/api/v1/media/${id}`)).status).toBe(404)
    expect((await alice.api.get(`/api/v1/media/${id}`)).body.description).toBe('Hers')
  })

  test('cannot be described through a post of one’s own', async () => {
    const [bo] = await cast(server, 'bo')
    const { id } = await uploaded(alice, await photo(), { description: 'Hers' })
    await say(bo, 'Mine', { media_ids: [(await uploaded(bo)).id], media_attributes: [{ id, description: 'Mine' }] })
    expect((await alice.api.get(`/api/v1/media/${id}`)).body.description).toBe('Hers')
  })

  test('and a number that there is not answer alike', async () => {
    const [bo] = await cast(server, 'bo')
    const { id } = await uploaded(alice)
    const tried = async (mediaId: string) =>
      (await bo.api.post('/api/v1/statuses', { status: 'x', media_ids: [mediaId] })).body
    expect(await tried(id)).toEqual(await tried('1234567890123456'))
  })
})

describe('a picture goes into one post, once', () => {
  const refused = async (form: object) => {
    const { status, body } = await alice.api.post('/api/v1/statuses', { status: 'Look', ...form })
    expect([status, Object.keys(body.details)]).toEqual([422, ['media_ids']])
  }

  test('not into a second one', async () => {
    const { id } = await uploaded(alice)
    await say(alice, 'First', { media_ids: [id] })
    await refused({ media_ids: [id] })
  })

  test('not twice into the same', async () => {
    const { id } = await uploaded(alice)
    await refused({ media_ids: [id, id] })
    expect((await alice.api.get(`/api/v1/media/${id}`)).status).toBe(200)
  })

  test('not with more than three others', async () => {
    const ids: string[] = []
    for (let n = 0; n < 5; n++) ids.push((await uploaded(alice, await plain(8, 8).png().toBuffer())).id)
    await refused({ media_ids: ids })
    expect((await say(alice, 'Four', { media_ids: ids.slice(1) })).media_attachments).toHaveLength(4)
  })

  test('and a request that is repeated does not need it again', async () => {
    const { id } = await uploaded(alice)
    const ask = () =>
      alice.api.post('/api/v1/statuses', { status: 'Once', media_ids: [id] }, { 'idempotency-key': 'once-1' })
    const [first, second] = [await ask(), await ask()]
    expect([first.status, second.body.id]).toEqual([200, first.body.id])
  })
})

describe('what is no picture is refused with a reason', () => {
  const refused = async (bytes: Uint8Array, words: RegExp) => {
    const { status, text } = await upload(alice, bytes, { name: 'photo.jpg', type: 'image/jpeg' })
    expect([status, JSON.parse(text).details.file[0].error]).toEqual([422, 'ERR_INVALID'])
    expect(JSON.parse(text).error).toMatch(words)
  }

  test.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a video', '\0\0\0\x18ftypmp42\0\0\0\0mp42isom'],
    ['a page behind the first bytes of a GIF', 'GIF89a<script>alert(1)</script>/*aaaaaaaaaa*/'],
  ])('%s', (_what, text) => refused(Buffer.from(text, 'latin1'), /not a picture|damaged/))

  test('a HEIC, with the way out', () =>
    refused(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), /HEIC picture.* JPEG/))

  test('half a photo', async () => {
    const noise = { type: 'gaussian', mean: 120, sigma: 60 } as const
    const whole = await sharp({ create: { width: 600, height: 600, channels: 3, background: '#fff', noise } })
      .jpeg()
      .toBuffer()
    await refused(whole.subarray(0, whole.length / 2), /damaged/)
  })

  test('nothing', async () => {
    expect((await upload(alice, Buffer.alloc(0))).status).toBe(422)
    expect((await alice.api.post('/api/v2/media', {})).status).toBe(422)
  })

  test('more bytes than the limit', async () => {
    const { status, text } = await upload(alice, Buffer.alloc(17 * 1024 * 1024, 0xff))
    expect([status, JSON.parse(text).error]).toEqual([413, 'The file is larger than 16 MB.'])
  })
})

describe('a decompression bomb is refused before it is unpacked', () => {
  test.each([
    ['PNG of 30,000 by 30,000 pixels', () => pngOf(30_000, 30_000, Buffer.alloc(30_000 * 3751)), /million pixels/],
    ['PNG of two thousand million pixels', () => pngOf(2_147_483_647, 1), /pixels|damaged/],
    ['GIF of 65,535 by 65,535 pixels', () => gifOf(65_535, 65_535), /pixels|damaged/],
  ])('as a %s', async (_what, make, words) => {
    const bytes = make()
    const before = memory()
    const { status, text } = await upload(alice, bytes, { type: 'image/png' })
    expect([status, JSON.parse(text).error]).toEqual([422, expect.stringMatching(words)])
    expect(memory() - before).toBeLessThan(200)
  })

  test('as a moving picture of ten thousand frames', async () => {
    const frame = Buffer.concat([
      Buffer.from(',\0\0\0\0', 'latin1'),
      Buffer.from(Uint16Array.of(4000, 4000).buffer),
      Buffer.from('\0\x02\x02D\x01\0', 'latin1'),
    ])
    const head = gifOf(4000, 4000).subarray(0, 19)
    const bytes = Buffer.concat([head, ...Array.from({ length: 10_000 }, () => frame), Buffer.from(';')])
    const { status, text } = await upload(alice, bytes, { type: 'image/gif' })
    expect([status, JSON.parse(text).error]).toEqual([422, expect.stringMatching(/in all its frames|damaged/)])
  })
})

describe('nobody can fill the disk', () => {
  test('with pictures of one day', async () => {
    const [ash] = await cast(server, 'ash')
    const { id } = await uploaded(ash)
    server.ctx.db.prepare('UPDATE media SET bytes = ? WHERE id = ?').run(300 * 1024 * 1024, Number(id))
    const { status, text } = await upload(ash, await photo())
    expect([status, JSON.parse(text).error]).toEqual([429, expect.stringContaining('in a day')])
    await server.advance('P1DT1M')
    expect((await upload(ash, await photo())).status).toBe(200)
  })

  test('with thirty pictures in half an hour, where requests are counted', async () => {
    const counted = await startServer({ RATE_LIMITS: 'on' })
    const [ash] = await cast(counted, 'ash')
    const bytes = await plain(4, 4).png().toBuffer()
    let last = await upload(ash, bytes)
    for (let n = 1; n <= 30; n++) last = await upload(ash, bytes)
    expect(last.status).toBe(429)
    await counted.stop()
  })

  test('and who has not accepted the rules, or is not let in yet, adds none', async () => {
    const late = await server.signUp('late', { unaccepted: true })
    const waiting = await server.signUp('waiting', { waiting: true })
    for (const person of [late, waiting]) expect((await upload(person, await photo())).status).toBe(403)
  })
})
