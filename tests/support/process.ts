import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const main = join(import.meta.dirname, '../../server/main.ts')

/** A server as a process of its own, as `npm start` runs it. */
export type ServerProcess = {
  child: ChildProcess
  url: string
  home: string
  /** What it printed so far. */
  output: { stdout: string; stderr: string }
  /** Resolves with the exit code, or the signal's name. */
  ended: Promise<number | string>
}

/** A port of 127.0.0.1 that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** A folder of its own for a test. */
export const newHome = () => mkdtempSync(join(tmpdir(), 'left-community-'))

/** Starts the server's process on the data of `home` and gives it at once, whether or not it comes up. */
export async function spawnServer(settings: Record<string, string> = {}, home = newHome()): Promise<ServerProcess> {
  const port = settings.PORT ?? String(await freePort())
  // a server of its own in a trial has an address of its own; what is no address of this machine is the server's to refuse
  const host = settings.HOST?.startsWith('127.') ? settings.HOST : '127.0.0.1'
  const url = `http://${host}:${port}`
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
    env: {
      PATH: process.env.PATH,
      PORT: port,
      PUBLIC_URL: url,
      DATA_DIR: join(home, 'data'),
      LOG_LEVEL: 'error',
      RATE_LIMITS: 'off',
      TEST_CLOCK: '1',
      NODE_COMPILE_CACHE: join(tmpdir(), 'left-community-compiled'),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => (output.stdout += chunk))
  child.stderr.on('data', (chunk) => (output.stderr += chunk))
  const ended = new Promise<number | string>((resolve) =>
    child.on('close', (code, signal) => resolve(code ?? signal ?? -1)),
  )
  return { child, url, home, output, ended }
}

/** Resolves once the server answers; throws with what it printed when it ended instead. */
export async function untilHealthy(server: ServerProcess): Promise<void> {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline && server.child.exitCode === null) {
    try {
      if ((await fetch(`${server.url}/healthz`)).ok) return
    } catch {
      // not listening yet
    }
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  throw new Error(`the server did not come up: ${server.output.stderr || server.output.stdout}`)
}
