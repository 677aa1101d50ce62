import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodePicture } from '../../server/core/pictures/decode.ts'
import { storeProfilePicture } from '../../server/core/pictures/profile.ts'
import { mediaUrl } from '../../server/features/media/present.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

type Sort = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif'

const plain = (width: number, height: number, background: object | string = '#b01e17') =>
  sharp({ create: { width, height, channels: 4, background } })

const picture = (sort: Sort, width = 640, height = 480) => plain(width, height).toFormat(sort).toBuffer()

const store = (bytes: Buffer) => storeProfilePicture(server.ctx, 'avatar', bytes)

async function fetchStored(file: string) {
  const response = await fetch(mediaUrl(server.ctx, file))
  return { headers: response.headers, status: response.status, bytes: Buffer.from(await response.arrayBuffer()) }
}

describe('an avatar', () => {
  test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('may be a %s and becomes a square WebP', async (sort) => {
    const { bytes, status } = await fetchStored(await store(await picture(sort)))
    expect(status).toBe(200)
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 400, height: 400 })
  })

  test('keeps nothing of what a camera wrote into it', async () => {
    const photo = await plain(500, 500)
      .withExif({ IFD0: { Artist: 'Rosa at home' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Rosa at home</x:xmpmeta>')
      .jpeg()
      .toBuffer()
    expect(photo.includes('Rosa at home')).toBe(true)
    const { bytes } = await fetchStored(await store(photo))
    const { exif, xmp, icc, iptc, orientation } = await sharp(bytes).metadata()
    expect([exif, xmp, icc, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined])
    expect(bytes.includes('Rosa')).toBe(false)
  })

  test('stands upright when the camera was turned', async () => {
    const left = await plain(200, 400, '#ff0000').png().toBuffer()
    const turned = await plain(400, 400, '#0000ff')
      .composite([{ input: left, left: 0, top: 0 }])
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const { bytes } = await fetchStored(await store(turned))
    const at = async (left: number, top: number) => [
      ...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer()),
    ]
    const [red = 0, , blue = 0] = await at(200, 40)
    expect(red).toBeGreaterThan(blue)
    const [lowRed = 0, , lowBlue = 0] = await at(200, 360)
    expect(lowBlue).toBeGreaterThan(lowRed)
  })

  test('keeps what one can see through', async () => {
    const { bytes } = await fetchStored(
      await store(await plain(300, 300, { r: 0, g: 0, b: 0, alpha: 0 }).png().toBuffer()),
    )
    const { hasAlpha } = await sharp(bytes).metadata()
    expect(hasAlpha).toBe(true)
  })

  test('of moving pictures is the first one', async () => {
    const frames = await Promise.all(['#ff0000', '#0000ff'].map((colour) => plain(64, 64, colour).png().toBuffer()))
    const moving = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [100, 100] })
      .toBuffer()
    expect((await sharp(moving, { animated: true }).metadata()).pages).toBe(2)
    const { bytes } = await fetchStored(await store(moving))
    const [red = 0, , blue = 0] = await sharp(bytes).removeAlpha().raw().toBuffer()
    expect([(await sharp(bytes).metadata()).pages ?? 1, red > blue]).toEqual([1, true])
  })

  test('several at once are all made', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, async () => store(await picture('png', 300, 300))))
    expect(new Set(all).size).toBe(6)
  })

  test('is refused when too many wait already', async () => {
    const bytes = await picture('png', 1000, 1000)
    const tried = await Promise.allSettled(Array.from({ length: 12 }, () => store(bytes)))
    const refused = tried.filter((one) => one.status === 'rejected')
    expect(refused.length).toBe(4)
    expect(refused[0]?.reason).toMatchObject({ status: 503 })
  })
})

describe('what is no picture is refused with a reason at its field', () => {
  const refusal = (bytes: Buffer) => store(bytes).catch((thrown: unknown) => thrown)
  const details = { avatar: [{ error: 'ERR_INVALID', description: expect.any(String) }] }

  test.each([
    ['a text', Buffer.from('Not a picture at all, whatever its name says.')],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['nothing', Buffer.alloc(0)],
    ['a HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')],
    ['a TIFF', Buffer.from('II*\0aaaaaaaaaaaaaaaaaaaa', 'latin1')],
    ['a page behind the first bytes of a GIF', Buffer.from('GIF89a<script>alert(1)</script>/*aaaaaaaaaa*/')],
    [
      'noise behind the first bytes of a PNG',
      Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(900, 7)]),
    ],
    ['an AVIF in name only', Buffer.from('\0\0\0\x18ftypavif\0\0\0\0mif1avifaaaaaaaaaaaaaaaa', 'latin1')],
  ])('%s', async (_what, bytes) => {
    expect(await refusal(bytes)).toMatchObject({ status: 422, extra: { details } })
  })

  test('half a picture', async () => {
    const whole = await sharp(
      await sharp({
        create: {
          width: 800,
          height: 800,
          channels: 3,
          background: '#fff',
          noise: { type: 'gaussian', mean: 120, sigma: 60 },
        },
      })
        .png()
        .toBuffer(),
    )
      .jpeg()
      .toBuffer()
    expect(await refusal(whole.subarray(0, whole.length / 2))).toMatchObject({ status: 422, extra: { details } })
  })

  test('more bytes than the limit', async () => {
    expect(await refusal(Buffer.alloc(9 * 1024 * 1024, 0xff))).toMatchObject({ status: 413 })
  })

  test('what the decoder never comes back from, and the pictures behind it wait for another decoder', async () => {
    // a stream that never comes
    const endless = { bytes: undefined as never, kind: 'png' } as const
    const stuck = decodePicture(endless, { make: 'cut', width: 8, height: 8, pixels: 100 }, 300)
    const next = store(await picture('png'))
    expect(await stuck).toEqual({ id: expect.any(Number), problem: 'broken' })
    expect(await next).toMatch(/\.webp$/)
  })

  test('and afterwards the next picture is made as ever', async () => {
    expect(await store(await picture('jpeg'))).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{40}\.webp$/)
  })
})

describe('a stored file', () => {
  test('has headers of its own: no script, no guessing of types, kept for a year', async () => {
    const { headers } = await fetchStored(await store(await picture('png')))
    expect(headers.get('content-type')).toBe('image/webp')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox; frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(headers.get('set-cookie')).toBeNull()
  })

  test('has a name that does not tell whose it is', async () => {
    const bytes = await picture('png')
    const [one, other] = [await store(bytes), await store(bytes)]
    expect(one).not.toBe(other)
  })

  test('goes when another takes its place', async () => {
    const file = await store(await picture('png'))
    server.ctx.transact(() => server.ctx.emit('pictureReplaced', { accountId: 1, file }))
    await server.advance('PT1S')
    expect((await fetchStored(file)).status).toBe(404)
    expect(existsSync(join(server.ctx.config.dataDir, 'media', file))).toBe(false)
  })

  test('goes with its account', async () => {
    const { ctx } = server
    const alice = await server.signUp('alice')
    const file = await store(await picture('png'))
    ctx.db.prepare('UPDATE accounts SET avatar = ? WHERE id = ?').run(file, alice.accountId)
    ctx.transact(() => {
      ctx.emit('accountRemoved', { accountId: alice.accountId })
      ctx.db.prepare('DELETE FROM accounts WHERE id = ?').run(alice.accountId)
    })
    await server.advance('PT1S')
    expect((await fetchStored(file)).status).toBe(404)
  })

  test('leaves no draft beside it', async () => {
    await store(await picture('png'))
    const files = readdirSync(join(server.ctx.config.dataDir, 'media'), { recursive: true }).map(String)
    expect(files.filter((name) => name.endsWith('.new'))).toEqual([])
  })

  test('lies under another host where the operator says so', () => {
    const config = { publicUrl: 'https://left.example', mediaUrl: 'https://media.left.example' }
    expect(mediaUrl({ config }, 'ab/abc.webp')).toBe('https://media.left.example/ab/abc.webp')
  })
})

test.each(['/avatar-missing.png', '/header-missing.png'])('%s may be shown by every client', async (path) => {
  const response = await fetch(server.url + path)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  await response.arrayBuffer()
})
