import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../server/db/open.ts'
import { openSealedTexts } from '../../server/features/mediation/store/store.ts'
import { textClasses } from '../../shared/mediation/retention.ts'
import { runAdmin } from '../support/admin.ts'
import { createClient } from '../support/client.ts'
import { openRoom } from '../support/room.ts'
import { startServer, type TestServer } from '../support/server.ts'

const CASE = 77
const words = textClasses.map((cls) => `unmistakable-${cls}-sentence`)

let home: string
let server: TestServer
const ids: number[] = []
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'left-community-raid-'))
  server = await startServer({}, home)
  for (const [at, cls] of textClasses.entries()) ids.push(server.ctx.mediation.write(CASE, cls, { said: words[at] }))
})
afterAll(async () => {
  await server.stop()
  rmSync(home, { recursive: true, force: true })
})

const dataDir = () => server.ctx.config.dataDir
const secretsDir = () => server.ctx.config.secretsDir

/** Every byte of every file below a folder, WAL and shared memory included. */
const bytesOf = (folder: string) =>
  (readdirSync(folder, { recursive: true }) as string[])
    .map((file) => join(folder, file))
    .filter((path) => statSync(path).isFile())
    .map((path): [string, Buffer] => [path, readFileSync(path)])

function expectNoWordIn(folder: string): void {
  const files = bytesOf(folder)
  expect(files.length).toBeGreaterThan(0)
  for (const word of words) {
    for (const [path, bytes] of files) {
      expect([path, word, bytes.includes(word)]).toEqual([path, word, false])
      const inBase64 = Buffer.from(word).toString('base64').slice(0, -4)
      expect([path, word, bytes.includes(inBase64)]).toEqual([path, word, false])
      expect([path, word, bytes.includes(Buffer.from(word, 'utf16le'))]).toEqual([path, word, false])
    }
  }
}

/** What the texts' own code reads from a copy, with these secrets. */
function readWith(copy: string, secrets: string): unknown[] {
  const stolen = openSealedTexts({ dataDir: copy, secretsDir: secrets, now: () => 0, newId: () => 1 })
  const read = ids.map((id) => stolen.read(id))
  stolen.close()
  return read
}

const nothing = textClasses.map(() => undefined)
const everything = words.map((said) => ({ said }))

describe('a raid', () => {
  test('that takes the data folder finds no word of any room, also beside the database', () => {
    expect(existsSync(join(dataDir(), 'mediation.sqlite-wal'))).toBe(true)
    expectNoWordIn(dataDir())
    const copy = join(home, 'seized')
    cpSync(dataDir(), copy, { recursive: true })
    expect(readWith(copy, join(home, 'no-secrets'))).toEqual(nothing)
    // with the keys it opens, so that this test is known to look in the right place
    const keys = join(home, 'keys')
    cpSync(secretsDir(), keys, { recursive: true })
    expect(readWith(copy, keys)).toEqual(everything)
  })

  test('that takes the case keys without mediation.key opens nothing', () => {
    const keys = join(home, 'half-the-keys')
    cpSync(secretsDir(), keys, { recursive: true })
    rmSync(join(keys, 'mediation.key'))
    expect(readWith(join(home, 'seized'), keys)).toEqual(nothing)
  })

  test('that takes a backup and its passphrase finds neither the texts nor their keys', async () => {
    const file = join(home, 'taken.backup')
    const secret = { BACKUP_PASSPHRASE: 'a lantern for the archive' }
    const settings = { DATA_DIR: dataDir(), PUBLIC_URL: server.url, ...secret }
    expect((await runAdmin(settings, 'backup', file)).code).toBe(0)
    const target = { ...settings, DATA_DIR: join(home, 'restored/data') }
    expect((await runAdmin(target, 'restore', file)).code).toBe(0)
    expect(readdirSync(target.DATA_DIR).sort()).toEqual(['community.sqlite'])
    expectNoWordIn(target.DATA_DIR)
    for (const name of ['mediation.key', `cases/${CASE}.room`]) {
      const key = readFileSync(join(secretsDir(), name))
      for (const [path, bytes] of bytesOf(target.DATA_DIR)) expect([path, bytes.includes(key)]).toEqual([path, false])
    }
  })

  test('I8: after the retention date neither the folder nor an old copy opens, not even with the secrets', () => {
    const old = join(home, 'old-copy')
    cpSync(dataDir(), old, { recursive: true })
    const db = openDatabase(join(old, 'mediation.sqlite'))
    const sealed = db.prepare('SELECT sealed FROM texts').pluck().all() as Buffer[]
    db.close()
    expect(sealed).toHaveLength(textClasses.length)
    server.ctx.mediation.shred(CASE)
    const today = join(home, 'todays-secrets')
    cpSync(secretsDir(), today, { recursive: true })
    expect(readWith(old, today)).toEqual(nothing)
    expect(ids.map((id) => server.ctx.mediation.read(id))).toEqual(nothing)
    const files = bytesOf(dataDir()).filter(([path]) => path.includes('mediation.sqlite'))
    for (const [path, bytes] of files) expect([path, sealed.some((one) => bytes.includes(one))]).toEqual([path, false])
    expect(readdirSync(join(secretsDir(), 'cases'))).toEqual([])
  })
})

test('after a restore without the keys an open case closes as lost, with one neutral text for both', async () => {
  const room = await openRoom(server)
  await room.say(room.a, 'caucus_a', 'words that went with the disk')
  const settings = { DATA_DIR: dataDir(), PUBLIC_URL: server.url, BACKUP_PASSPHRASE: 'a lantern for the archive' }
  const file = join(home, 'before-the-fire.backup')
  expect((await runAdmin(settings, 'backup', file)).code).toBe(0)
  const after = join(home, 'after')
  expect((await runAdmin({ ...settings, DATA_DIR: join(after, 'data') }, 'restore', file)).code).toBe(0)
  // what the owner keeps a copy of; the keys of mediations are in no copy
  mkdirSync(join(after, 'data-secrets'), { recursive: true })
  cpSync(join(secretsDir(), 'server.key'), join(after, 'data-secrets/server.key'))
  const again = await startServer({}, after)
  const read = async (token: string) => {
    const client = createClient(again.url, { authorization: `Bearer ${token}` })
    const { state, title, text, next, streams, other } = (await client.get(room.path)).body
    return { state, title, text, next, streams, other }
  }
  const [ofA, ofB] = [await read(room.a.token), await read(room.b.token)]
  expect(ofA).toEqual(ofB)
  expect(ofA).toMatchObject({ state: 'closed', streams: [], other: null })
  await again.stop()
})
