import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAdmin } from '../support/admin.ts'
import { startServer, type TestServer } from '../support/server.ts'

let home: string
let server: TestServer
let settings: Record<string, string>
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'left-community-backup-'))
  server = await startServer({}, home)
  settings = { DATA_DIR: join(home, 'data'), PUBLIC_URL: server.url }
  await server.signUp('alder', { roles: ['owner'] })
})
afterAll(async () => {
  await server.stop()
  rmSync(home, { recursive: true, force: true })
})

describe('a backup', () => {
  const secret = { BACKUP_PASSPHRASE: 'a lantern for the archive' }
  const picture = 'ab/ab0123456789abcdef0123456789abcdef012345.webp'

  test('of the running server is sealed, and restored into an empty folder', async () => {
    const file = join(home, 'first.backup')
    const picturePath = join(home, 'data/media', picture)
    mkdirSync(dirname(picturePath), { recursive: true })
    writeFileSync(picturePath, 'a picture')
    const made = await runAdmin({ ...settings, ...secret }, 'backup', file)
    expect([made.code, made.stdout]).toEqual([0, expect.stringContaining('server.key is not in it')])
    const bytes = readFileSync(file).toString('latin1')
    expect(bytes).not.toMatch(/SQLite|CREATE TABLE|alder/)

    const target = { ...settings, DATA_DIR: join(home, 'restored/data'), SECRETS_DIR: join(home, 'data-secrets') }
    const restored = await runAdmin({ ...target, ...secret }, 'restore', file)
    expect([restored.code, restored.stderr]).toEqual([0, ''])
    expect(readFileSync(join(home, 'restored/data/media', picture), 'utf8')).toBe('a picture')
    const { stdout } = await runAdmin(target, 'accounts', 'list')
    expect(stdout).toMatch(/^alder {2}active {2}owner$/m)
    const again = await runAdmin({ ...target, ...secret }, 'restore', file)
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('is not empty')])
    expect((await runAdmin({ ...settings, ...secret }, 'backup', file)).code).toBe(1)
  })

  test('is not read with another passphrase, nor when a byte of it was changed', async () => {
    const file = join(home, 'second.backup')
    await runAdmin({ ...settings, ...secret }, 'backup', file)
    const target = join(home, 'elsewhere/data')
    const refused = 'The passphrase is not the right one, or the file is damaged. Nothing was changed.\n'
    const wrong = await runAdmin(
      { ...settings, DATA_DIR: target, BACKUP_PASSPHRASE: 'another lantern altogether' },
      'restore',
      file,
    )
    expect([wrong.code, wrong.stderr]).toEqual([1, refused])
    const bytes = readFileSync(file)
    const at = Math.floor(bytes.length / 2)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(file, bytes)
    const damaged = await runAdmin({ ...settings, DATA_DIR: target, ...secret }, 'restore', file)
    expect([damaged.code, damaged.stderr]).toEqual([1, refused])
    writeFileSync(file, 'something else')
    expect((await runAdmin({ ...settings, DATA_DIR: target, ...secret }, 'restore', file)).stderr).toBe(refused)
    expect(existsSync(target)).toBe(false)
    expect(existsSync(`${target}.restoring`)).toBe(false)
  })

  test('needs a passphrase that is long enough', async () => {
    const none = await runAdmin(settings, 'backup', join(home, 'third.backup'))
    expect([none.code, none.stderr]).toEqual([
      1,
      'Set BACKUP_PASSPHRASE, or run this at a terminal to be asked for it.\n',
    ])
    const short = await runAdmin({ ...settings, BACKUP_PASSPHRASE: 'short' }, 'backup', join(home, 'third.backup'))
    expect([short.code, existsSync(join(home, 'third.backup'))]).toEqual([1, false])
  })
})
