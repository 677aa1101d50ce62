import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import { afterEach, expect, test } from 'vitest'
import { type ServerProcess, spawnServer, untilHealthy } from '../../support/process.ts'

const run = promisify(execFile)
const cli = join(import.meta.dirname, '../../../server/admin/main.ts')

const started: ServerProcess[] = []
afterEach(() => {
  for (const server of started.splice(0)) server.child.kill('SIGKILL')
})

async function tokenFor(server: ServerProcess, name: string): Promise<string> {
  const env = { ...process.env, PUBLIC_URL: server.url, DATA_DIR: join(server.home, 'data'), LOG_LEVEL: 'silent' }
  const words = [
    'tokens',
    'create',
    '--username',
    name,
    '--scopes',
    'read write',
    '--password',
    'a lantern in the reading room',
  ]
  const { stdout } = await run(process.execPath, [cli, ...words], { env })
  return stdout.trim().split('\n').at(-1) ?? ''
}

const post = (server: ServerProcess, token: string, number: number) =>
  fetch(`${server.url}/api/v1/statuses`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ status: `post ${number} for @fern #kill`, spoiler_text: 'food' }),
  })

test('a kill -9 while posting leaves each post whole or not at all, and loses none that was answered', async () => {
  const server = await spawnServer()
  started.push(server)
  await untilHealthy(server)
  const token = await tokenFor(server, 'fern')
  const answered: number[] = []
  let number = 0
  let dead = false
  const writer = async () => {
    while (!dead) {
      const mine = number++
      try {
        if ((await post(server, token, mine)).ok) answered.push(mine)
      } catch {
        return
      }
    }
  }
  const writers = [writer(), writer(), writer(), writer()]
  await expect.poll(() => answered.length, { timeout: 15_000 }).toBeGreaterThan(60)
  server.child.kill('SIGKILL')
  dead = true
  await Promise.all(writers)
  await server.ended

  const again = await spawnServer({}, server.home)
  started.push(again)
  await untilHealthy(again)
  again.child.kill('SIGTERM')
  await again.ended

  const db = new Database(join(server.home, 'data/community.sqlite'), { readonly: true })
  const texts = db.prepare('SELECT text FROM statuses').pluck().all() as string[]
  const found = new Set(texts.map((text) => Number(/post (\d+)/.exec(text)?.[1])))
  expect(answered.filter((mine) => !found.has(mine))).toEqual([])
  const count = (sql: string) => db.prepare(sql).pluck().get()
  expect(count('SELECT count(*) FROM status_tags')).toBe(texts.length)
  expect(count('SELECT count(*) FROM home_entries')).toBe(texts.length)
  expect(count(`SELECT value FROM stats WHERE name = 'statuses'`)).toBe(texts.length)
  expect(count('SELECT statuses_count FROM accounts')).toBe(texts.length)
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.close()
})
