import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeCommunity, settingsFor } from './community.ts'
import type { Load, Result } from './load.ts'
import { cpuOf, familyOf, memoryOf, start, stop, untilWell } from './process.ts'

/** The least share of a bare handler's requests a second that the home timeline has to reach. */
const LEAST = 0.4
const ROUNDS = 6
const ROUND = 2500
const CONNECTIONS = 16
const PATH = '/api/v1/timelines/home?limit=20'

const checkout = join(import.meta.dirname, '../..')
const say = (line: string) => console.log(line)
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const at = ({ times }: Result, share: number) => times[Math.floor((times.length - 1) * share)] ?? 0

type Tried = { name: string; pid: number; load: Load; rates: number[]; cpu: number[]; last: Result | undefined }

/** Asks from a process of its own, so that asking costs the asked one nothing. */
function createAsker() {
  const child = fork(join(import.meta.dirname, 'load.ts'))
  return {
    ask: (load: Load) =>
      new Promise<Result>((resolve, reject) => {
        child
          .once('message', (result: Result) => resolve(result))
          .once('exit', () => reject(new Error('the asker ended')))
        child.send(load)
      }).finally(() => child.removeAllListeners()),
    end: () => child.disconnect(),
  }
}

async function round(asker: ReturnType<typeof createAsker>, tried: Tried, lasts = ROUND): Promise<void> {
  const before = cpuOf(tried.pid)
  const result = await asker.ask({ ...tried.load, lasts })
  if (result.failures > 0) throw new Error(`${tried.name}: ${result.failures} answers were not 200`)
  if (lasts < ROUND) return
  tried.rates.push(result.answers / result.seconds)
  tried.cpu.push((cpuOf(tried.pid) - before) / result.answers)
  tried.last = result
}

/** CPU (user and system) from the command to the first healthy answer, of the launcher and all that it starts. */
async function measureStart(folder: string): Promise<number> {
  const settings = await settingsFor(folder)
  const child = start([join(checkout, 'scripts/start.mjs')], settings)
  await untilWell(Number(settings.PORT))
  const cpu = familyOf(child.pid).reduce((sum, pid) => sum + cpuOf(pid), 0)
  await stop(child)
  return cpu
}

async function startBare(folder: string, body: Buffer, type: string) {
  const file = join(folder, 'home.json')
  writeFileSync(file, body)
  const child = start([join(import.meta.dirname, 'bare.ts'), file, type], { NODE_ENV: 'production' })
  const port = await new Promise<number>((resolve) => child.stdout?.once('data', (line) => resolve(Number(line))))
  return { child, port }
}

function report(name: string, { rates, cpu, last }: Tried): void {
  const time = last ? `p50 ${at(last, 0.5).toFixed(1)} ms, p99 ${at(last, 0.99).toFixed(1)} ms` : ''
  say(
    `${name.padEnd(28)} ${median(rates).toFixed(0).padStart(6)} requests/s   ${median(cpu).toFixed(3)} ms CPU each   ${time}`,
  )
}

async function measureHome(folder: string, token: string): Promise<number> {
  const settings = await settingsFor(folder)
  const server = start(['--disable-warning=ExperimentalWarning', join(checkout, 'server/main.ts')], settings)
  await untilWell(Number(settings.PORT))
  await sleep(3000)
  say(`idle memory after start       ${memoryOf(server.pid).toFixed(0)} MiB`)
  const headers = { Authorization: `Bearer ${token}` }
  const answer = await fetch(`http://127.0.0.1:${settings.PORT}${PATH}`, {
    headers: { ...headers, 'accept-encoding': 'identity' },
  })
  const body = Buffer.from(await answer.arrayBuffer())
  const posts: unknown = JSON.parse(body.toString())
  if (!Array.isArray(posts) || posts.length !== 20) throw new Error('the home timeline does not hold 20 posts')
  const bare = await startBare(folder, body, answer.headers.get('content-type') ?? '')
  const common = { path: PATH, headers, connections: CONNECTIONS, lasts: ROUND }
  const one = (name: string, pid: number, port: number): Tried => ({
    name,
    pid,
    load: { ...common, port },
    rates: [],
    cpu: [],
    last: undefined,
  })
  const [home, handler] = [
    one('home', server.pid, Number(settings.PORT)),
    one('bare handler', bare.child.pid, bare.port),
  ]
  const asker = createAsker()
  try {
    for (const tried of [handler, home, handler, home]) await round(asker, tried, 1500)
    for (let count = 0; count < ROUNDS; count++) {
      // who comes first changes, so that a box that warms up or slows down favours neither
      for (const tried of count % 2 ? [home, handler] : [handler, home]) await round(asker, tried)
    }
    const ratio = median(home.rates.map((rate, index) => rate / (handler.rates[index] ?? 1)))
    report('bare Express handler', handler)
    report(`home of 20 posts (${(body.length / 1024).toFixed(0)} KiB)`, home)
    await sleep(5000)
    say(`idle memory after the load    ${memoryOf(server.pid).toFixed(0)} MiB`)
    return ratio
  } finally {
    asker.end()
    await Promise.all([stop(server), stop(bare.child)])
  }
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const token = makeCommunity(await settingsFor(folder))
    await measureStart(folder)
    const starts = [await measureStart(folder), await measureStart(folder), await measureStart(folder)]
    say(
      `CPU from start to healthy     ${(median(starts) / 1000).toFixed(2)} s (of ${starts.length} starts, launcher included)`,
    )
    const ratio = await measureHome(folder, token)
    const good = ratio >= LEAST
    say(
      `home reaches ${ratio.toFixed(2)} of the bare handler's requests per second; at least ${LEAST} is asked: ${good ? 'passed' : 'failed'}`,
    )
    process.exitCode = good ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

await main()
