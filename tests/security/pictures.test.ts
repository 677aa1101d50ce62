import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, startServer, type TestServer } from '../support/server.ts'
import { gifOf, pngOf } from './support/bombs.ts'

let server: TestServer
let alice: Person
beforeAll(async () => {
  server = await startServer()
  alice = await server.signUp('alice')
})
afterAll(() => server.stop())

const pixel = () => sharp({ create: { width: 8, height: 8, channels: 3, background: '#b01e17' } })

async function upload(bytes: Uint8Array<ArrayBuffer>, name = 'me.png', type = 'image/png') {
  const form = new FormData()
  form.set('avatar', new Blob([bytes], { type }), name)
  return alice.api.patch('/api/v1/accounts/update_credentials', form)
}

const memory = () => process.memoryUsage.rss() / 1_048_576

describe('a decompression bomb', () => {
  test.each([
    ['PNG of 30,000 by 30,000 pixels', () => pngOf(30_000, 30_000, Buffer.alloc(30_000 * 3751))],
    ['PNG of two thousand million pixels', () => pngOf(2_147_483_647, 1)],
    ['PNG of more pixels than a number holds', () => pngOf(2_147_483_647, 2_147_483_647)],
    ['GIF of 65,535 by 65,535 pixels', () => gifOf(65_535, 65_535)],
  ])('as a %s is refused before it is unpacked', async (_what, make) => {
    const bytes = make()
    expect(bytes.length).toBeLessThan(300_000)
    const before = memory()
    const from = performance.now()
    const { status, body } = await upload(bytes)
    expect([status, Object.keys(body.details)]).toEqual([422, ['avatar']])
    expect(performance.now() - from).toBeLessThan(3000)
    expect(memory() - before).toBeLessThan(200)
  })

  test('of a thousand frames costs one', async () => {
    const frames = await Promise.all(Array.from({ length: 200 }, () => pixel().resize(256, 256).png().toBuffer()))
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer()
    const from = performance.now()
    expect((await upload(new Uint8Array(moving), 'me.gif', 'image/gif')).status).toBe(200)
    expect(performance.now() - from).toBeLessThan(3000)
  })

  test('that claims more rows than it has is refused', async () => {
    const { status } = await upload(pngOf(4000, 4000))
    expect(status).toBe(422)
  })
})

describe('a file is taken for what it is, not for what it is called', () => {
  test.each([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    [
      'XML that reads a file',
      '<?xml version="1.0"?><!DOCTYPE s [<!ENTITY e SYSTEM "file:///etc/passwd">]><svg>&e;</svg>',
    ],
    [
      'a script for an image tool',
      "push graphic-context\nviewbox 0 0 640 480\nfill 'url(https://127.0.0.1/x.jpg\"|id)'\npop graphic-context",
    ],
    ['PostScript', '%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n'],
    ['a PDF', '%PDF-1.7\n1 0 obj<<>>endobj'],
    ['a list of pictures', '#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd'],
  ])('%s behind the name of a picture is refused', async (_what, text) => {
    for (const [name, type] of [
      ['me.png', 'image/png'],
      ['me.jpg', 'image/jpeg'],
      ['me.svg', 'image/svg+xml'],
    ]) {
      const { status, body } = await upload(new TextEncoder().encode(text), name, type)
      expect([status, body.details.avatar[0].error]).toEqual([422, 'ERR_INVALID'])
    }
    expect((await alice.api.get('/api/v1/accounts/verify_credentials')).body.avatar).not.toContain('svg')
  })

  test('a picture behind the name of a page becomes a picture', async () => {
    const bytes = new Uint8Array(await pixel().png().toBuffer())
    const { status, body } = await upload(bytes, '../../evil.html', 'text/html')
    expect(status).toBe(200)
    expect(body.avatar).toMatch(/\/media\/[0-9a-f]{2}\/[0-9a-f]{40}\.webp$/)
    expect((await fetch(body.avatar)).headers.get('content-type')).toBe('image/webp')
  })

  test('what is hidden behind a picture does not come along', async () => {
    const hidden = Buffer.concat([await pixel().png().toBuffer(), Buffer.from('<script>alert(1)</script>PK\x03\x04')])
    const { body } = await upload(new Uint8Array(hidden))
    const kept = Buffer.from(await (await fetch(body.avatar)).arrayBuffer())
    expect(kept.includes('script')).toBe(false)
    expect(kept.subarray(0, 4).toString()).toBe('RIFF')
  })
})

test('a picture that breaks the decoder breaks nothing else', async () => {
  const good = await sharp({
    create: {
      width: 300,
      height: 300,
      channels: 3,
      background: '#fff',
      noise: { type: 'gaussian', mean: 128, sigma: 50 },
    },
  })
    .jpeg()
    .toBuffer()
  for (let at = 20; at < good.length; at += Math.ceil(good.length / 40)) {
    const broken = new Uint8Array(good)
    for (let count = 0; count < 16; count++) broken[(at + count * 37) % broken.length] = (at * 31 + count * 17) & 255
    expect([200, 422]).toContain((await upload(broken)).status)
  }
  expect((await upload(new Uint8Array(await pixel().png().toBuffer()))).status).toBe(200)
})
