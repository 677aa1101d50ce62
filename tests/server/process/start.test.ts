import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, test } from 'vitest'
import { newHome, type ServerProcess, spawnServer, untilHealthy } from '../../support/process.ts'

const started: ServerProcess[] = []
afterEach(() => {
  for (const server of started.splice(0)) server.child.kill('SIGKILL')
})

async function start(settings?: Record<string, string>, home?: string) {
  const server = await spawnServer(settings, home)
  started.push(server)
  return server
}

describe('a start on an empty folder', () => {
  test('serves, and prints the address and a one-time link to set it up', async () => {
    const server = await start()
    await untilHealthy(server)
    expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: 'ok' })
    await expect.poll(() => server.output.stdout).toMatch(new RegExp(`${server.url}/setup#[\\w-]{30,}`))
    expect(server.output.stdout).toContain(server.url)
    expect(server.output.stderr).toBe('')
  })

  test('keeps its folders to itself', async () => {
    const server = await start()
    await untilHealthy(server)
    expect(statSync(join(server.home, 'data-secrets')).mode & 0o777).toBe(0o700)
    for (const file of readdirSync(join(server.home, 'data-secrets'), { recursive: true })) {
      const found = statSync(join(server.home, 'data-secrets', String(file)))
      expect(found.mode & 0o777).toBe(found.isDirectory() ? 0o700 : 0o600)
    }
  })

  test('the link is not in the log', async () => {
    const server = await start({ LOG_LEVEL: 'trace' })
    await untilHealthy(server)
    await expect.poll(() => server.output.stdout).toContain('/setup#')
    expect(server.output.stderr).not.toContain('/setup#')
  })
})

describe('SIGTERM', () => {
  test('ends it with 0, and the data can be opened again', async () => {
    const server = await start()
    await untilHealthy(server)
    const asked = Date.now()
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(Date.now() - asked).toBeLessThan(10_000)
    const again = await start({}, server.home)
    await untilHealthy(again)
  })
})

/** Starts it, expects that it refuses: one line, exit 1. */
async function refusal(settings: Record<string, string>, home?: string): Promise<string> {
  const server = await start(settings, home)
  expect(await server.ended).toBe(1)
  expect(server.output.stderr.trim().split('\n')).toHaveLength(1)
  expect(server.output.stdout).toBe('')
  return server.output.stderr.trim()
}

test('a trial’s moved clock holds for the next start too', async () => {
  const server = await start()
  await untilHealthy(server)
  const move = (advance: string, { url }: ServerProcess) =>
    fetch(`${url}/api/test/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advance }),
    }).then(async (answer) => Date.parse(((await answer.json()) as { now: string }).now))
  const moved = await move('P8D', server)
  server.child.kill('SIGTERM')
  await server.ended
  const again = await start({}, server.home)
  await untilHealthy(again)
  expect(await move('PT0S', again)).toBeGreaterThanOrEqual(moved)
})

describe('what cannot work is said in one line, with the way to mend it', () => {
  test.each([
    [{ PORT: 'many' }, /PORT/],
    [{ PUBLIC_URL: 'left.example' }, /PUBLIC_URL/],
    [{ REGISTRATIONS: 'perhaps' }, /REGISTRATIONS.*open, approval, invite, closed/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL/],
    [{ SMTP_URL: 'mail.example' }, /SMTP_URL/],
    [{ PUBLIC_URL: 'https://left.example' }, /RATE_LIMITS|TEST_CLOCK/],
    [
      { PUBLIC_URL: 'https://left.example', RATE_LIMITS: 'on', TEST_CLOCK: '', FEDERATION_ALLOW_LOOPBACK: '1' },
      /FEDERATION_ALLOW_LOOPBACK/,
    ],
    [{ HOST: '203.0.113.9' }, /HOST/],
    [{ PUBLIC_URL: 'http://localhost:3000/sub' }, /PUBLIC_URL.*without a path/],
    [{ TRUST_PROXY: 'nonsense' }, /TRUST_PROXY/],
    [{ DATA_DIR: '/proc/nowhere' }, /DATA_DIR/],
    [{ DATA_DIR: '/dev/null' }, /DATA_DIR/],
  ])('%j', async (settings, line) => expect(await refusal(settings)).toMatch(line))

  test('a used port', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address ? String(address.port) : ''
    expect(await refusal({ PORT: port })).toMatch(/port is used/i)
    other.close()
  })

  test('a data folder of a newer version, which stays as it was', async () => {
    const home = newHome()
    mkdirSync(join(home, 'data'))
    const path = join(home, 'data/community.sqlite')
    const newer = new Database(path)
    newer.exec('CREATE TABLE later (id INTEGER PRIMARY KEY); PRAGMA user_version = 9000')
    newer.close()
    expect(await refusal({}, home)).toMatch(/older than its data/)
    const after = new Database(path, { readonly: true })
    expect(after.prepare(`SELECT name FROM sqlite_master`).all()).toEqual([{ name: 'later' }])
    after.close()
  })

  test('a data folder that another server serves, which goes on', async () => {
    const first = await start()
    await untilHealthy(first)
    expect(await refusal({}, first.home)).toMatch(/Another server runs on this data folder/)
    expect((await fetch(`${first.url}/healthz`)).status).toBe(200)
    first.child.kill('SIGKILL')
    await first.ended
    const next = await start({}, first.home)
    await untilHealthy(next)
  })

  test('a file that is no database', async () => {
    const home = newHome()
    mkdirSync(join(home, 'data'))
    writeFileSync(
      join(home, 'data/community.sqlite'),
      'a shopping list, not a database, long enough to be read as one'.repeat(20),
    )
    expect(await refusal({}, home)).toMatch(/no database or is damaged/)
  })
})
