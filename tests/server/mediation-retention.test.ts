import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../server/db/open.ts'
import { openSealedTexts } from '../../server/features/mediation/store/store.ts'
import { openRoom, type Room } from '../support/room.ts'
import { startServer, type TestServer } from '../support/server.ts'

let home: string
let server: TestServer
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'left-community-retention-'))
  server = await startServer({}, home)
  // months go by here, an hour at a time: what the disk does with each is tested elsewhere
  server.ctx.db.pragma('synchronous = OFF')
})
afterAll(async () => {
  await server.stop()
  rmSync(home, { recursive: true, force: true })
})

/** The classes of a case that still have a key. */
const keysOf = ({ id }: Room) =>
  readdirSync(join(server.ctx.config.secretsDir, 'cases'))
    .filter((file) => file.startsWith(`${id}.`))
    .map((file) => file.slice(id.length + 1))
    .sort()

/** A talk in which something was said everywhere. */
async function talked(): Promise<Room> {
  const room = await openRoom(server)
  const { a, b, m, say: tell, act } = room
  await tell(a, 'caucus_a', 'from a')
  await tell(b, 'caucus_b', 'from b')
  await tell(m, 'notes', 'a note')
  await act(m, 'move_phase', { phase: 'options' })
  const clauses = [{ type: 'free', owed_by: 'both', text: 'We ask first.' }]
  await act(a, 'propose_clause', { clauses })
  return room
}

async function agreed(): Promise<Room> {
  const room = await talked()
  const { a, b, m, act, see } = room
  await act(m, 'to_signing')
  const { agreement } = await see(a)
  for (const person of [a, b]) await act(person, 'sign', { version: agreement?.version, sha256: agreement?.sha256 })
  return room
}

// first, as a restart puts the moved clock back
test('a restart forgets nothing that was to be kept, and keeps nothing that was to go', async () => {
  const room = await talked()
  await room.act(room.a, 'leave')
  expect(keysOf(room)).toContain('notes')
  await server.stop()
  server = await startServer({}, home)
  server.ctx.db.pragma('synchronous = OFF')
  await server.advance('P8D')
  expect(keysOf(room)).toEqual(['agreement', 'intake', 'room'])
  await server.advance('P23D')
  expect(keysOf(room)).toEqual([])
})

describe('what was written goes on its date', () => {
  test('the mediator’s notes 7 days after the end, the room 30 days after it', async () => {
    const room = await talked()
    const { a, m, act, see, path } = room
    await act(a, 'leave')
    expect(keysOf(room)).toEqual(['agreement', 'intake', 'notes', 'room'])
    await server.advance('P6DT23H')
    expect(keysOf(room)).toContain('notes')
    await server.advance('PT2H')
    expect(keysOf(room)).toEqual(['agreement', 'intake', 'room'])
    expect((await see(m)).streams.find(({ name }) => name === 'notes')?.messages).toEqual([])
    await server.advance('P22DT22H')
    expect((await see(a)).streams[0]?.messages).toHaveLength(1)
    await server.advance('PT3H')
    expect(keysOf(room)).toEqual([])
    for (const person of [room.a, room.b, m]) expect((await person.api.get(path)).status).toBe(404)
    const count = (table: string) =>
      server.ctx.db.prepare(`SELECT count(*) FROM ${table} WHERE case_id = ?`).pluck().get(Number(room.id))
    expect(count('case_messages')).toBe(0)
  })

  test('at once where both choose 0 days', async () => {
    const room = await talked()
    const { a, b, m, act, path } = room
    await act(m, 'end')
    await act(a, 'keep', { days: 0 })
    expect(keysOf(room)).toContain('room')
    await act(b, 'keep', { days: '0' })
    await server.advance('PT1M')
    expect(keysOf(room)).toEqual([])
    expect((await a.api.get(path)).status).toBe(404)
  })

  test('after 90 days where both choose that, and after 30 where only one does', async () => {
    const [long, half] = [await talked(), await talked()]
    for (const room of [long, half]) await room.act(room.a, 'leave')
    for (const person of [long.a, long.b]) await long.act(person, 'keep', { days: 90 })
    await half.act(half.a, 'keep', { days: 90 })
    expect((await half.act(half.b, 'keep', { days: 45 })).status).toBe(422)
    await server.advance('P31D')
    expect([keysOf(long).includes('room'), keysOf(half)]).toEqual([true, []])
    await server.advance('P60D')
    expect(keysOf(long)).toEqual([])
  })

  test('the agreement stays 180 days in each side’s keeping, and each may drop their copy', async () => {
    const room = await agreed()
    const { a, b, act, see, path } = room
    await server.advance('P75D')
    expect((await see(a)).state).toBe('closed')
    await server.advance('P30D')
    expect(keysOf(room)).toEqual(['agreement'])
    const { agreement, streams } = await see(a)
    expect([agreement?.clauses[0]?.text, streams]).toEqual(['We ask first.', []])
    expect((await act(b, 'drop_agreement')).status).toBe(200)
    expect((await see(b)).agreement).toBeNull()
    expect((await b.api.get(`${path}/export`)).body.agreement).toBeNull()
    expect((await see(a)).agreement).not.toBeNull()
    await server.advance('P75D')
    expect(keysOf(room)).toEqual([])
    expect((await a.api.get(path)).status).toBe(404)
  }, 60_000)

  test('the agreement goes at once when both dropped it', async () => {
    const room = await agreed()
    const { a, b, act } = room
    await server.advance('P105D')
    await act(a, 'drop_agreement')
    expect(keysOf(room)).toEqual(['agreement'])
    await act(b, 'drop_agreement')
    await server.advance('PT1M')
    expect(keysOf(room)).toEqual([])
  }, 60_000)

  test('what was taken back, and earlier versions, within two days', async () => {
    const { id, a, act, say: tell, last } = await talked()
    await tell(a, 'caucus_a', 'too much')
    await act(a, 'unsend', { message_id: await last(a, 'caucus_a') })
    const db = openDatabase(join(server.ctx.config.dataDir, 'mediation.sqlite'))
    const count = () => db.prepare('SELECT count(*) FROM texts WHERE case_id = ?').pluck().get(Number(id)) as number
    const before = count()
    await server.advance('P2D')
    expect(count()).toBeLessThan(before)
    db.close()
  })
})

test('I8: room text is unreadable after the retention date even from old backups', async () => {
  const room = await talked()
  await room.act(room.a, 'leave')
  const old = join(home, 'old-copy')
  cpSync(server.ctx.config.dataDir, old, { recursive: true })
  const db = openDatabase(join(old, 'mediation.sqlite'))
  const ids = db.prepare('SELECT id FROM texts WHERE case_id = ?').pluck().all(Number(room.id)) as number[]
  db.close()
  const readOld = () => {
    const { secretsDir } = server.ctx.config
    const copy = openSealedTexts({ dataDir: old, secretsDir, now: () => 0, newId: () => 1 })
    const opened = copy.readMany(ids).size
    copy.close()
    return opened
  }
  expect(readOld()).toBe(ids.length)
  await server.advance('P30DT1H')
  expect(readOld()).toBe(0)
})

test('whoever takes a case over begins without the notes of who went', async () => {
  const room = await talked()
  const { m, act } = room
  expect((await act(m, 'hand_over')).status).toBe(200)
  await server.advance('PT1M')
  expect(keysOf(room)).toEqual(['agreement', 'intake', 'room'])
  expect((await m.api.get(room.path)).status).toBe(404)
})
