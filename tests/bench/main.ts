import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Asker, createAsker, describe, median, ratioOf, round, type Tried, warmUp } from './asker.ts'
import { makeCommunity, settingsFor } from './community.ts'
import { measureInbound } from './inbound.ts'
import { cpuOf, familyOf, memberRunning, memoryOf, start, stop, untilWell } from './process.ts'

/** The least share of a bare handler's requests a second that the home timeline has to reach. */
const LEAST = 0.4
const ROUNDS = 6
const ROUND = 2500
const CONNECTIONS = 16
const PATH = '/api/v1/timelines/home?limit=20'

const checkout = join(import.meta.dirname, '../..')
const say = (name: string, found: string) => console.log(`${name.padEnd(30)}${found}`)

/** Starts the community as `npm start` does. */
async function launch(folder: string) {
  const settings = await settingsFor(folder)
  const child = start([join(checkout, 'scripts/start.mjs')], settings)
  await untilWell(Number(settings.PORT))
  return { child, port: Number(settings.PORT), pid: memberRunning(child.pid, 'server/main.ts') }
}

/** CPU (user and system) from the command to the first healthy answer, of the launcher and all that it starts. */
async function measureStart(folder: string): Promise<number> {
  const { child } = await launch(folder)
  const cpu = familyOf(child.pid).reduce((sum, pid) => sum + cpuOf(pid), 0)
  await stop(child)
  return cpu / 1000
}

async function measureStarts(folder: string): Promise<void> {
  // the first one builds what is not built yet
  await measureStart(folder)
  const starts = [await measureStart(folder), await measureStart(folder), await measureStart(folder)]
  say('CPU to start', `${median(starts).toFixed(2)} s until healthy, launcher included (aim: at most 1.5 s)`)
}

/** The home timeline as it is answered: 20 posts. */
async function readHome(port: number, headers: Record<string, string>) {
  const answer = await fetch(`http://127.0.0.1:${port}${PATH}`, {
    headers: { ...headers, 'accept-encoding': 'identity' },
  })
  const body = Buffer.from(await answer.arrayBuffer())
  const posts: unknown = JSON.parse(body.toString())
  if (!Array.isArray(posts) || posts.length !== 20) throw new Error('the home timeline does not hold 20 posts')
  return { body, type: answer.headers.get('content-type') ?? '' }
}

async function startBare(folder: string, { body, type }: { body: Buffer; type: string }) {
  const file = join(folder, 'home.json')
  writeFileSync(file, body)
  const child = start([fileURLToPath(new URL('./bare.ts', import.meta.url)), file, type], { NODE_ENV: 'production' })
  const port = await new Promise<number>((resolve) => child.stdout?.once('data', (line) => resolve(Number(line))))
  return { child, port }
}

/** Who comes first changes with every round, so that a box that warms up or slows down favours nobody. */
async function compare(asker: Asker, all: readonly Tried[]): Promise<void> {
  for (const tried of [...all, ...all]) await warmUp(asker, tried)
  for (let count = 0; count < ROUNDS; count++) {
    for (let place = 0; place < all.length; place++) {
      const tried = all[(count + place) % all.length]
      if (tried) await round(asker, tried)
    }
  }
  for (const tried of all) console.log(describe(tried))
}

async function measureHome(folder: string, token: string, running: ChildProcess[]): Promise<number> {
  const { child, port, pid } = await launch(folder)
  running.push(child)
  await sleep(3000)
  say('memory after the start', `${memoryOf(pid).toFixed(0)} MiB (aim: at most 120 MiB)`)
  const headers = { Authorization: `Bearer ${token}` }
  const bare = await startBare(folder, await readHome(port, headers))
  running.push(bare.child)
  const load = { port, path: PATH, headers, connections: CONNECTIONS, lasts: ROUND }
  const found = () => ({ rates: [], cpu: [], last: undefined })
  const handler: Tried = {
    name: 'bare Express handler',
    pid: bare.child.pid,
    load: { ...load, port: bare.port },
    ...found(),
  }
  const home: Tried = { name: 'home of 20 posts', pid, load, ...found() }
  const anew: Tried = { name: 'home, made anew each time', pid, load: { ...load, anew: true }, ...found() }
  const asker = createAsker()
  await compare(asker, [handler, home, anew]).finally(() => asker.end())
  await sleep(5000)
  say('memory after the load', `${memoryOf(pid).toFixed(0)} MiB`)
  say('home, made anew', `${ratioOf(anew, handler).toFixed(2)} of the bare handler`)
  return ratioOf(home, handler)
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const running: ChildProcess[] = []
  try {
    const token = makeCommunity(await settingsFor(folder))
    await measureStarts(folder)
    const ratio = await measureHome(folder, token, running)
    const verdict = ratio >= LEAST ? 'passed' : 'failed'
    say('home', `${ratio.toFixed(2)} of the bare handler; at least ${LEAST} is asked: ${verdict}`)
    process.exitCode = ratio >= LEAST ? 0 : 1
    await Promise.all(running.splice(0).map(stop))
    await measureInbound()
  } finally {
    await Promise.all(running.map(stop))
    rmSync(folder, { recursive: true, force: true })
  }
}

await main()
