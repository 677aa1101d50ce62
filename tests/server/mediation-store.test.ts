import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../server/db/open.ts'
import { openSealedTexts, type SealedTexts } from '../../server/features/mediation/store/store.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let texts: SealedTexts
beforeAll(async () => {
  server = await startServer()
  texts = server.ctx.mediation
})
afterAll(() => server.stop())

const keyPath = (caseId: number, cls: string) => join(server.ctx.config.secretsDir, 'cases', `${caseId}.${cls}`)
const keyFiles = () => readdirSync(join(server.ctx.config.secretsDir, 'cases')).sort()

describe('what is said in a mediation', () => {
  test('is read again as it was written', () => {
    const said = { story: 'The river rose – “twice” 🌊', hopes: ['understood'], consent: true }
    const id = texts.write(1, 'intake', said)
    const other = texts.write(1, 'room', 'hello')
    expect(texts.read(id)).toEqual(said)
    expect([...texts.readMany([other, id, 12345])].sort()).toEqual(
      [
        [id, said],
        [other, 'hello'],
      ].sort(),
    )
    expect(texts.read(12345)).toBeUndefined()
  })

  test('has a key of its own for each case and class, which only this user may read', () => {
    texts.write(2, 'room', 'one')
    texts.write(2, 'room', 'two')
    texts.write(2, 'notes', 'three')
    expect(keyFiles().filter((file) => file.startsWith('2.'))).toEqual(['2.notes', '2.room'])
    expect(statSync(keyPath(2, 'room')).mode & 0o777).toBe(0o600)
    expect(statSync(join(server.ctx.config.secretsDir, 'cases')).mode & 0o777).toBe(0o700)
    expect(statSync(join(server.ctx.config.dataDir, 'mediation.sqlite')).mode & 0o077).toBe(0)
    expect(readFileSync(keyPath(2, 'room'))).not.toEqual(readFileSync(keyPath(2, 'notes')))
  })

  test('is gone once its class is shredded, and the rest of the case is not', () => {
    const room = texts.write(3, 'room', 'out loud')
    const agreement = texts.write(3, 'agreement', ['a clause'])
    texts.shred(3, 'room')
    expect(texts.read(room)).toBeUndefined()
    expect(texts.read(agreement)).toEqual(['a clause'])
    expect([texts.has(3), texts.has(3, 'room'), texts.has(3, 'agreement')]).toEqual([true, false, true])
    texts.shred(3)
    texts.shred(3)
    expect([texts.read(agreement), texts.has(3)]).toEqual([undefined, false])
    expect(existsSync(keyPath(3, 'agreement'))).toBe(false)
  })

  test('cannot be opened with the key of another case, nor put in the place of another sentence', () => {
    const mine = texts.write(4, 'room', 'mine')
    const yours = texts.write(5, 'room', 'yours')
    const again = texts.write(4, 'room', 'again')
    const files = { four: readFileSync(keyPath(4, 'room')), five: readFileSync(keyPath(5, 'room')) }
    writeFileSync(keyPath(4, 'room'), files.five)
    expect([texts.read(mine), texts.has(4)]).toEqual([undefined, false])
    expect(() => texts.write(4, 'room', 'more')).toThrow(/another mediation.key/)
    writeFileSync(keyPath(4, 'room'), files.four)
    expect([texts.read(mine), texts.read(yours), texts.read(again)]).toEqual(['mine', 'yours', 'again'])
  })

  test('is as long on the disk for a yes as for a no', () => {
    const ids = ['yes', 'no', 'unsure', 'x'.repeat(500)].map((answer) => texts.write(6, 'screening', answer))
    const db = openDatabase(join(server.ctx.config.dataDir, 'mediation.sqlite'))
    const lengths = ids.map((id) => db.prepare('SELECT length(sealed) FROM texts WHERE id = ?').pluck().get(id))
    db.close()
    expect(new Set(lengths).size).toBe(1)
  })
})

describe('sweeping', () => {
  test('takes what no case refers to, and a key without a text, but nothing that is still being written', async () => {
    const kept = texts.write(10, 'room', 'kept')
    const orphan = texts.write(10, 'room', 'orphan')
    const alone = texts.write(11, 'room', 'alone')
    await server.advance('PT2H')
    const fresh = texts.write(10, 'room', 'fresh')
    texts.sweepOrphans(() => new Set([kept]), server.ctx.now() - 3_600_000)
    expect([kept, orphan, alone, fresh].map((id) => texts.read(id))).toEqual(['kept', undefined, undefined, 'fresh'])
    expect([texts.has(10), texts.has(11)]).toEqual([true, false])
  })
})

describe('a write that fails leaves no half state', () => {
  test('when the key cannot be written', () => {
    const before = keyFiles()
    // a folder in the way stands for a disk that refuses, as the one who runs this test may be allowed everything
    const draft = `${keyPath(20, 'room')}.new`
    mkdirSync(draft)
    expect(() => texts.write(20, 'room', 'never')).toThrow()
    expect(texts.has(20)).toBe(false)
    rmSync(draft, { recursive: true, force: true })
    expect(keyFiles()).toEqual(before)
    expect(texts.read(texts.write(20, 'room', 'now'))).toBe('now')
  })

  test('when the disk is full: neither a row nor a key stays, and what was there can be read', () => {
    // a store of its own, whose file may not grow: SQLite answers as it does on a full disk
    const home = mkdtempSync(join(tmpdir(), 'left-community-texts-'))
    let id = 0
    const parts = { dataDir: home, secretsDir: join(home, 'secrets'), now: () => 1, newId: () => ++id }
    const small = openSealedTexts(parts, 12)
    const first = small.write(1, 'room', 'there was room')
    let refused: unknown
    try {
      for (let n = 0; n < 50; n += 1) small.write(100 + n, 'room', 'x'.repeat(4000))
    } catch (thrown) {
      refused = thrown
    }
    expect(refused).toMatchObject({ code: 'SQLITE_FULL' })
    const last = id
    const failed = readdirSync(join(home, 'secrets/cases')).includes(`${100 + last - 2}.room`)
    expect([small.read(last), failed, small.read(first)]).toEqual([undefined, false, 'there was room'])
    small.shred(1)
    expect(small.read(first)).toBeUndefined()
    small.close()
    rmSync(home, { recursive: true, force: true })
  })
})
