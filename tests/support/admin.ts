import { spawn } from 'node:child_process'
import { join } from 'node:path'

const main = join(import.meta.dirname, '../../server/admin/main.ts')

/** What a command of the operator said. */
export type Said = { code: number | null; stdout: string; stderr: string }

/** Runs `npm run admin -- …args` as a process of its own, with these environment variables. */
export function runAdmin(settings: Record<string, string>, ...args: string[]): Promise<Said> {
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
