import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { tokenFor } from '../support/admin.ts'
import { newHome, type ServerProcess, spawnServer, untilHealthy } from '../support/process.ts'

const KILLS = 30

/** Posts one after another until the server is gone; what it answered goes into `answered`. */
async function write(server: ServerProcess, token: string, answered: string[]): Promise<void> {
  for (;;) {
    const words = crypto.randomUUID()
    try {
      const reply = await fetch(`${server.url}/api/v1/statuses`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': words },
        body: JSON.stringify({ status: `${words} #night` }),
      })
      if (reply.ok) answered.push(words)
    } catch {
      return
    }
  }
}

test(`${KILLS} kills at moments nobody chose lose nothing and leave nothing half done`, async () => {
  const home = newHome()
  const answered: string[] = []
  let token = ''
  for (let kill = 0; kill < KILLS; kill += 1) {
    const server = await spawnServer({}, home)
    await untilHealthy(server)
    token ||= await tokenFor(server, 'fern')
    const writers = [write(server, token, answered), write(server, token, answered), write(server, token, answered)]
    await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 400))
    server.child.kill('SIGKILL')
    await Promise.all(writers)
    await server.ended
  }
  const db = new Database(join(home, 'data/community.sqlite'))
  const stored = db.prepare('SELECT text FROM statuses').pluck().all() as string[]
  const found = new Set(stored.map((text) => text.split(' ')[0]))
  expect(answered.filter((words) => !found.has(words))).toEqual([])
  expect(found.size).toBe(stored.length)
  const count = (sql: string) => db.prepare(sql).pluck().get()
  expect(count('SELECT count(*) FROM status_tags')).toBe(stored.length)
  expect(count(`SELECT value FROM stats WHERE name = 'statuses'`)).toBe(stored.length)
  expect(count('SELECT statuses_count FROM accounts')).toBe(stored.length)
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  db.close()
})
