import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { readCase, refold } from '../../server/features/mediation/cases.ts'
import { caseById } from '../../server/features/mediation/queries.ts'
import type { MediationView } from '../../shared/api/mediation.ts'
import { newHome, type ServerProcess, spawnServer, untilHealthy } from '../support/process.ts'
import { openRoom, type Room, wordsIn } from '../support/room.ts'
import { type Person, startServer } from '../support/server.ts'

const KILLS = 15

/** Says one thing after another in a part of the talk until the server is gone; what it answered goes into `answered`. */
async function talk(server: ServerProcess, who: Person, path: string, stream: string, answered: string[]) {
  for (;;) {
    const text = crypto.randomUUID()
    try {
      const reply = await fetch(`${server.url}${path}/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${who.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ stream, text }),
      })
      if (reply.ok) answered.push(text)
    } catch {
      return
    }
  }
}

/** Kills a server in the middle of a talk, again and again; gives what it had answered. */
async function killInTheMiddle(home: string, { a, b, m, path }: Room): Promise<Record<'a' | 'b', string[]>> {
  const answered = { a: [] as string[], b: [] as string[] }
  for (let kill = 0; kill < KILLS; kill += 1) {
    const server = await spawnServer({}, home)
    await untilHealthy(server)
    const talks = [
      talk(server, a, path, 'caucus_a', answered.a),
      talk(server, b, path, 'caucus_b', answered.b),
      talk(server, m, path, 'notes', []),
    ]
    await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 400))
    server.child.kill('SIGKILL')
    await Promise.all(talks)
    await server.ended
  }
  return answered
}

test('a server that is killed at any moment of a talk loses no word that it took, and shows none without its text', async () => {
  const home = newHome()
  const first = await startServer({}, home)
  const room = await openRoom(first)
  await first.stop()
  const answered = await killInTheMiddle(home, room)
  expect(answered.a.length + answered.b.length).toBeGreaterThan(0)

  const again = await startServer({}, home)
  const see = async (who: Person) =>
    await fetch(`${again.url}${room.path}`, { headers: { authorization: `Bearer ${who.token}` } }).then(
      (reply) => reply.json() as Promise<MediationView>,
    )
  for (const side of ['a', 'b'] as const) {
    const said = wordsIn(await see(room[side]), `caucus_${side}`)
    expect(answered[side].filter((words) => !said.includes(words))).toEqual([])
    expect(said.filter((words) => !/^[\da-f-]{36}$/.test(words))).toEqual([])
  }
  const row = caseById(again.ctx.db, { id: Number(room.id) })
  expect(row && readCase(row).now, 'the case is what its events make it').toEqual(
    JSON.parse(JSON.stringify(refold(again.ctx, Number(room.id)))),
  )
  await again.stop()

  const sealed = new Database(join(home, 'data/mediation.sqlite'), { readonly: true })
  const main = new Database(join(home, 'data/community.sqlite'), { readonly: true })
  const texts = new Set(sealed.prepare('SELECT id FROM texts').pluck().all())
  const wanted = main.prepare('SELECT text_id FROM case_messages').pluck().all()
  expect(wanted.filter((id) => !texts.has(id))).toEqual([])
  for (const db of [sealed, main]) {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    db.close()
  }
  rmSync(home, { recursive: true, force: true })
})
