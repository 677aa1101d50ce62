import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import type { BroughtPictures } from '../../shared/api/elsewhere.ts'
import { tokenFor } from '../support/admin.ts'
import { createClient } from '../support/client.ts'
import { photo } from '../support/pictures.ts'
import { newHome, type ServerProcess, spawnServer, untilHealthy } from '../support/process.ts'

const POSTS = '/api/community/v1/arrivals/posts'
const PICTURES = '/api/community/v1/arrivals/pictures'
const PASSWORD = 'a lantern in the hall'
const COUNT = 24

const home = newHome()
let server: ServerProcess
afterAll(() => {
  db?.close()
  server.child.kill('SIGKILL')
})

async function start(): Promise<void> {
  server = await spawnServer({}, home)
  await untilHealthy(server)
}

async function logIn() {
  const browser = createClient(server.url, { origin: server.url })
  await browser.post('/auth/session', { login: 'fern', password: PASSWORD })
  return browser
}

const pathOf = (n: number) => `media_attachments/files/${n}/photo.jpg`
const orderedItems = Array.from({ length: 2000 }, (_, n) => ({
  type: 'Create',
  object: {
    id: `https://old.example/${n}`,
    type: 'Note',
    published: new Date(Date.UTC(2019, 0, 1) + n * 60_000).toISOString(),
    content: `<p>Words ${n}</p>`,
    inReplyTo: null,
    to: ['as:Public'],
    cc: [],
    attachment:
      n < COUNT ? [{ type: 'Document', mediaType: 'image/jpeg', url: `/${pathOf(n)}`, name: `Picture ${n}` }] : [],
  },
}))

function partOf(name: string, content: Blob, path?: string): FormData {
  const form = new FormData()
  if (path) form.set('path', path)
  form.set(name, content, name)
  return form
}

const sendPosts = async () => (await logIn()).post(POSTS, partOf('data', new Blob([JSON.stringify({ orderedItems })])))

let db: Database.Database | undefined
function rows(sql: string): unknown {
  db ??= new Database(join(home, 'data/community.sqlite'), { readonly: true })
  return db.prepare(sql).pluck().get()
}

test('an archive whose way was cut by kill -9, among its posts and among its pictures, comes whole and once', async () => {
  await start()
  await tokenFor(server, 'fern')
  // killed while posts are put down, a hundred at a time
  const cut = sendPosts().catch(() => undefined)
  await expect
    .poll(() => rows('SELECT count(*) FROM brought_posts'), { interval: 5, timeout: 15_000 })
    .toBeGreaterThan(0)
  server.child.kill('SIGKILL')
  await Promise.all([cut, server.ended])
  await start()
  const { status, body: after } = await sendPosts()
  expect(status).toBe(200)
  expect(after.came + after.known).toBe(2000)

  const bytes = new Blob([new Uint8Array(await photo())])
  for (let round = 0; round < 4; round += 1) {
    const browser = await logIn()
    const { body } = await browser.get<BroughtPictures>(PICTURES)
    const send = (path: string) => browser.post(PICTURES, partOf('file', bytes, path))
    if (round === 3) for (const path of body.wanted) await send(path)
    else {
      const sent = body.wanted.slice(0, 4).map((path) => send(path).catch(() => undefined))
      await Promise.race(sent)
      server.child.kill('SIGKILL')
      await Promise.all([...sent, server.ended])
      await start()
    }
  }
  const { body: end } = await (await logIn()).get<BroughtPictures>(PICTURES)
  expect(end).toMatchObject({ waiting: 0, came: COUNT, failed: 0 })
  expect(rows('SELECT count(*) FROM statuses')).toBe(2000)
  expect(rows('SELECT count(DISTINCT status_id) FROM media')).toBe(COUNT)
  expect(rows('SELECT count(*) FROM media')).toBe(COUNT)
  expect(rows('SELECT count(*) FROM statuses WHERE media_count = 1')).toBe(COUNT)
  expect(rows('SELECT count(*) FROM activities')).toBe(0)
}, 120_000)
