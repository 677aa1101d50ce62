import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo, upload } from '../support/pictures.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

// SQLite's page limit stands in for a full disk: both answer a write with SQLITE_FULL
test('a full disk refuses a post with a clear word, and nothing is damaged', async () => {
  const fern = await server.signUp('fern')
  const kept = await fern.api.post('/api/v1/statuses', { status: 'before the disk was full' })
  expect(kept.status).toBe(200)

  const pages = Number(server.ctx.db.pragma('page_count', { simple: true }))
  server.ctx.db.pragma(`max_page_count = ${pages}`)
  const refused = []
  for (let n = 0; n < 40; n += 1) {
    const reply = await fern.api.post('/api/v1/statuses', { status: `${n} ${'no room '.repeat(55)}` })
    if (reply.status !== 200) refused.push(reply)
  }
  expect(refused.length).toBeGreaterThan(0)
  expect(refused[0]?.status).toBe(507)
  expect(refused[0]?.body.error).toMatch(/no room left/)

  const read = await fern.api.get('/api/v1/timelines/home?limit=40')
  expect(read.status).toBe(200)
  const stored = Number(server.ctx.db.prepare('SELECT count(*) FROM statuses').pluck().get())
  expect(stored).toBe(41 - refused.length)
  expect(server.ctx.db.prepare('SELECT count(*) FROM home_entries').pluck().get()).toBe(stored)
  expect(server.ctx.db.pragma('integrity_check', { simple: true })).toBe('ok')

  server.ctx.db.pragma('max_page_count = 1073741823')
  expect((await fern.api.post('/api/v1/statuses', { status: 'there is room again' })).status).toBe(200)
})

test('a picture whose profile cannot be written down is not kept either', async () => {
  const gus = await server.signUp('gus')
  const plain = { create: { width: 60, height: 60, channels: 3, background: '#944' } } as const
  const form = new FormData()
  form.set('note', 'no room '.repeat(60))
  form.set('avatar', new Blob([new Uint8Array(await sharp(plain).png().toBuffer())]), 'me.png')
  const folder = join(server.ctx.config.dataDir, 'media')
  const files = () =>
    existsSync(folder) ? readdirSync(folder, { recursive: true }).filter((f) => `${f}`.endsWith('.webp')) : []
  server.ctx.db.exec(`CREATE TRIGGER no_room BEFORE UPDATE ON accounts BEGIN SELECT RAISE(ABORT, 'no room'); END`)
  const { status } = await gus.api.patch('/api/v1/accounts/update_credentials', form)
  expect(status).toBe(500)
  expect(files()).toEqual([])
  server.ctx.db.exec('DROP TRIGGER no_room')
  expect((await gus.api.patch('/api/v1/accounts/update_credentials', form)).status).toBe(200)
  expect(files()).toHaveLength(1)
})

test('a picture that finds no room is refused with a clear word, and none of it stays on the disk', async () => {
  const full = await startServer()
  const rose = await full.signUp('rose')
  const folder = join(full.ctx.config.dataDir, 'media')
  const files = () => (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [])
  const count = () => files().filter((one) => one.isFile()).length
  const first = await upload(rose, await photo(64, 48))
  expect(first.status).toBe(200)
  const before = count()
  const pages = Number(full.ctx.db.pragma('page_count', { simple: true }))
  full.ctx.db.pragma(`max_page_count = ${pages}`)
  const replies = []
  // what room the pages that are there still have is used up first
  for (let n = 0; n < 60; n += 1) replies.push((await upload(rose, await photo(64, 48))).status)
  expect(new Set(replies)).toEqual(new Set([200, 507]))
  const kept = replies.filter((status) => status === 200).length
  expect(count() - before).toBe(before * kept)
  full.ctx.db.pragma('max_page_count = 1073741823')
  expect((await rose.api.get(`/api/v1/media/${first.body.id}`)).status).toBe(200)
  expect((await upload(rose, await photo(64, 48))).status).toBe(200)
  await full.stop()
})
