import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { explain, run } from '../../server/admin/run.ts'
import type { ServerProcess } from './process.ts'

const main = join(import.meta.dirname, '../../server/admin/main.ts')

/** What a command of the operator said. */
export type Said = { code: number | null; stdout: string; stderr: string }

/** Runs what stands behind `npm run admin --`, with these environment variables. */
export async function runAdmin(settings: Record<string, string>, ...args: string[]): Promise<Said> {
  try {
    return { code: 0, stdout: `${await run(args, settings)}\n`, stderr: '' }
  } catch (thrown) {
    return { code: 1, stdout: '', stderr: `${explain(thrown)}\n` }
  }
}

/** The same as a process of its own. */
export function spawnAdmin(settings: Record<string, string>, ...args: string[]): Promise<Said> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => {
    said.stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    said.stderr += chunk
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })))
}

/** A token for a member of a server that runs as a process of its own; makes the member where there is none. */
export async function tokenFor(server: ServerProcess, name: string): Promise<string> {
  const settings = { PUBLIC_URL: server.url, DATA_DIR: join(server.home, 'data'), LOG_LEVEL: 'silent' }
  const words = ['--username', name, '--scopes', 'read write follow', '--password', 'a lantern in the hall']
  const { stdout } = await spawnAdmin(settings, 'tokens', 'create', ...words)
  return stdout.trim().split('\n').at(-1) ?? ''
}
