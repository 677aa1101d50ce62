import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { hash } from '@node-rs/argon2'
import { readConfig } from '../../server/config.ts'
import type { Context } from '../../server/context.ts'
import { hashSecret, newSecret } from '../../server/core/crypto.ts'
import { createLog } from '../../server/core/log.ts'
import { createAccount } from '../../server/features/accounts/create.ts'
import { openContext } from '../../server/open.ts'
import type { Role } from '../../server/policies/viewer.ts'
import { seedPreset } from '../../server/presets/seed.ts'
import { serve } from '../../server/serve.ts'
import { type Client, createClient } from './client.ts'
import { freshHome } from './fresh-home.ts'
import { freePort } from './process.ts'

/** The password of everyone whom a fixture makes. */
export const PASSWORD = 'a lantern in the reading room'

let hashed: Promise<string> | undefined
const passwordHash = () => {
  // cheap on purpose: the cost of the real one is tested where passwords are
  hashed ??= hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 })
  return hashed
}

/** A member in a test: whom they are, and a program and a browser that speak for them. */
export type Person = { id: string; accountId: number; username: string; token: string; api: Client; browser: Client }

/** What a person in a test may be beside a member who accepted the rules. */
export type Being = {
  roles?: readonly Role[]
  email?: string
  waiting?: boolean
  unaccepted?: boolean
  scopes?: string
}

/** A whole server on a free port of 127.0.0.1, with data in a folder that goes with it. */
export type TestServer = {
  ctx: Context
  url: string
  /** Asks as nobody. */
  visitor: Client
  signUp(username: string, being?: Being): Promise<Person>
  /** Moves the clock through the door for it (ISO 8601 duration) and lets all due jobs run. */
  advance(duration: string): Promise<void>
  stop(): Promise<void>
}

type Settings = Record<string, string>

/** Starts a server; `settings` are environment variables. `folder` keeps the data of an earlier one. */
export async function startServer(
  settings: Settings = {},
  folder?: string,
  logTo?: { write(line: string): void },
): Promise<TestServer> {
  const home = folder ?? freshHome()
  const port = await freePort()
  const url = settings.PUBLIC_URL ?? `http://127.0.0.1:${port}`
  const config = readConfig({
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: join(home, 'data'),
    LOG_LEVEL: logTo ? 'trace' : 'silent',
    RATE_LIMITS: 'off',
    TEST_CLOCK: '1',
    ...settings,
  })
  const ctx = openContext(config, createLog(config.logLevel, logTo))
  seedPreset(ctx)
  const running = await serve(ctx)
  const address = `http://127.0.0.1:${running.port}`
  const visitor = createClient(address)
  return {
    ctx,
    url: address,
    visitor,
    signUp: (username, being) => signUp(ctx, address, username, being),
    async advance(duration) {
      await visitor.post('/api/test/clock', { advance: duration })
    },
    async stop() {
      await running.stop()
      if (!folder) rmSync(home, { recursive: true, force: true })
    },
  }
}

/** Lets a person in by the rows of the database: quicker than the doors, which have tests of their own. */
function admit(ctx: Context, accountId: number, secrets: { token: string; session: string }, being: Being): void {
  const now = ctx.now()
  const run = (sql: string, ...values: unknown[]) => ctx.db.prepare(sql).run(...values)
  if (!being.unaccepted) {
    run(
      `INSERT INTO acceptances (account_id, version, locale, sha256, acks, via, accepted_at)
       VALUES (?, 1, 'en', '', '{}', 'admin', ?)`,
      accountId,
      now,
    )
  }
  const scopes = being.scopes ?? 'read write follow push'
  const token = hashSecret(secrets.token)
  run(
    `INSERT INTO tokens (token_hash, account_id, scopes, created_at) VALUES (?, ?, ?, ?)`,
    token,
    accountId,
    scopes,
    now,
  )
  const session = hashSecret(secrets.session)
  run(
    `INSERT INTO sessions (id, token_hash, account_id, created_at, used_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)`,
    ...[ctx.newId(), session, accountId, now, now, now + 60 * 86_400_000],
  )
}

async function signUp(ctx: Context, url: string, username: string, being: Being = {}): Promise<Person> {
  const password = await passwordHash()
  const secrets = { token: newSecret(), session: newSecret() }
  const accountId = ctx.transact(() => {
    const id = createAccount(ctx, {
      username,
      email: being.email ?? `${username}@mail.example`,
      passwordHash: password,
      locale: 'en',
      approved: !being.waiting,
      roles: being.roles,
    })
    admit(ctx, id, secrets, being)
    return id
  })
  return {
    id: String(accountId),
    accountId,
    username,
    token: secrets.token,
    api: createClient(url, { authorization: `Bearer ${secrets.token}` }),
    browser: createClient(url, { cookie: `session=${secrets.session}`, origin: url }),
  }
}
