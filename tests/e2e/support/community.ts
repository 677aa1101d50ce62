import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, test as base, expect } from 'playwright/test'
import { runAdmin } from '../../support/admin.ts'
import { newHome, type ServerProcess, spawnServer, untilHealthy } from '../../support/process.ts'

/** The password of everyone whom a fixture makes. */
export const PASSWORD = 'a lantern in the reading room'

/** A mail as `mail list --json` shows it. */
export type Mail = { to: string; subject: string; text: string; links: string[]; state: string }

/** A running community, as a process of its own on a folder of its own. */
export type Community = {
  url: string
  /** The one-time link that a community without an owner prints. */
  setupLink(): Promise<string>
  /** Runs an admin command beside the server; gives what it printed. */
  admin(...words: string[]): Promise<string>
  mails(to: string): Promise<Mail[]>
  /** Makes a member, who has accepted the rules. */
  member(name: string, ...options: string[]): Promise<void>
  /** A bearer token of a member. */
  token(name: string): Promise<string>
  /** Logs a browser in as a member, as the log-in page does. */
  logIn(context: BrowserContext, name: string): Promise<void>
  /** Speaks with Mastodon's API as a member. */
  api(name: string, method: string, path: string, body?: unknown): Promise<unknown>
  /** Moves the community's clock on by an ISO 8601 duration, and lets happen what falls due; gives its time then. */
  advance(duration: string): Promise<Date>
  /** The server's process; another one after `revive`. */
  readonly server: ServerProcess
  /** Ends the server's process at once, as a crash does. */
  crash(): Promise<void>
  /** Starts the server again, on the same address and data. */
  revive(): Promise<void>
}

/** The operator beside the server, with the admin commands. */
function operatorOf(url: string, home: string): Pick<Community, 'admin' | 'token' | 'mails' | 'member'> {
  const tokens = new Map<string, string>()
  const settings = { PUBLIC_URL: url, DATA_DIR: join(home, 'data'), LOG_LEVEL: 'silent' }
  const admin = async (...words: string[]) => {
    const { code, stdout, stderr } = await runAdmin(settings, ...words)
    if (code !== 0) throw new Error(stderr)
    return stdout.trim()
  }
  return {
    admin,
    async token(name) {
      const words = ['--username', name, '--scopes', 'read write follow']
      const known = tokens.get(name) ?? (await admin('tokens', 'create', ...words)).split('\n').at(-1) ?? ''
      tokens.set(name, known)
      return known
    },
    mails: async (to) => JSON.parse(await admin('mail', 'list', '--to', to, '--json')),
    async member(name, ...options) {
      await admin('accounts', 'create', name, '--email', `${name}@mail.example`, '--password', PASSWORD, ...options)
    },
  }
}

async function logIn(url: string, context: BrowserContext, name: string): Promise<void> {
  const answer = await context.request.post(`${url}/auth/session`, {
    data: { login: name, password: PASSWORD },
    headers: { origin: url },
  })
  if (!answer.ok()) throw new Error(`${name} could not log in: ${answer.status()}`)
}

async function ask(url: string, token: string, method: string, body: unknown): Promise<unknown> {
  const answer = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

async function startCommunity(settings: Record<string, string>): Promise<Community> {
  const home = newHome()
  let server = await spawnServer(settings, home)
  const { url } = server
  await untilHealthy(server)
  const operator = operatorOf(url, home)
  return {
    url,
    get server() {
      return server
    },
    async crash() {
      server.child.kill('SIGKILL')
      await server.ended
    },
    async revive() {
      server = await spawnServer({ ...settings, PORT: new URL(url).port }, home)
      await untilHealthy(server)
    },
    ...operator,
    async setupLink() {
      const printed = () => /\S+\/setup#\S+/.exec(server.output.stdout)?.[0] ?? ''
      await expect.poll(printed, 'a set-up link is printed').not.toBe('')
      return printed()
    },
    async advance(duration) {
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify({ advance: duration })
      const answer = await fetch(`${url}/api/test/clock`, { method: 'POST', headers, body })
      if (!answer.ok) throw new Error(`the clock did not move: ${answer.status}`)
      return new Date((await answer.json()).now)
    },
    logIn: (context, name) => logIn(url, context, name),
    api: async (name, method, path, body) => ask(url + path, await operator.token(name), method, body),
  }
}

async function stopCommunity({ server }: Community): Promise<void> {
  // A story may have left it asleep.
  server.child.kill('SIGCONT')
  server.child.kill('SIGTERM')
  await server.ended
  rmSync(server.home, { recursive: true, force: true })
}

type OfTest = {
  baseURL: string
  /** Starts a community that this test has for itself: one without an owner, or whose clock or settings it changes. */
  newCommunity(settings?: Record<string, string>): Promise<Community>
}

/** Playwright's test, with a community that the specs of one file and worker share. */
export const test = base.extend<OfTest, { settings: Record<string, string>; community: Community }>({
  settings: [{}, { option: true, scope: 'worker' }],
  community: [
    async ({ settings }, use) => {
      const community = await startCommunity(settings)
      await use(community)
      await stopCommunity(community)
    },
    { scope: 'worker' },
  ],
  baseURL: ({ community }, use) => use(community.url),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  newCommunity: async ({}, use) => {
    const started: Community[] = []
    await use(async (settings = {}) => {
      const community = await startCommunity(settings)
      started.push(community)
      return community
    })
    await Promise.all(started.map(stopCommunity))
  },
})

let made = 0
/** A name that no other test of this run uses. */
export const newName = (start: string) => `${start}_${process.pid.toString(36)}${(made++).toString(36)}`
