import { type ChildProcess, spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'

const server = `
process.on('SIGTERM', () => setTimeout(() => process.exit(0), 100))
process.stdout.write('serving from ' + process.version + '\\n')
process.env.FAIL ? process.exit(3) : setInterval(() => {}, 1_000)
`

/** What stands in a checkout besides the real scripts: the smallest client and server that can be started. */
const small: Record<string, string> = {
  'vite.config.ts': `export default { root: 'client', build: { outDir: '../dist/client' } }`,
  'client/index.html': '<!doctype html><title>first</title>',
  'shared/word.ts': 'export const word = 1',
  'server/main.ts': server,
  'server/admin/main.ts': `const said: string[] = process.argv.slice(2)\nprocess.stdout.write(said.join('|') + '\\n')`,
}

/** Makes a checkout of the real scripts round a small program, in which everything is installed. */
export function smallCheckout(): string {
  const root = mkdtempSync(join(tmpdir(), 'checkout-'))
  cpSync('scripts', join(root, 'scripts'), { recursive: true })
  cpSync('package.json', join(root, 'package.json'))
  const lock = JSON.stringify({
    lockfileVersion: 3,
    packages: { '': {}, 'node_modules/vite': { integrity: 'sha512-x' } },
  })
  const files = { ...small, 'package-lock.json': lock, 'node_modules/.package-lock.json': lock }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const name of readdirSync('node_modules').filter((name) => /^(vite$|node-(linux|win))/.test(name))) {
    symlinkSync(join(process.cwd(), 'node_modules', name), join(root, 'node_modules', name))
  }
  return root
}

/** A started npm command, and what it said so far. */
export type Started = { child: ChildProcess; said: () => string; ended: Promise<number | string | null> }

/** Runs npm in a checkout, as the leader of a process group of its own. */
export function npm(root: string, args: string[], env: Record<string, string> = {}): Started {
  const child = spawn('npm', args, { cwd: root, detached: true, env: { ...process.env, ...env } })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const ended = new Promise<number | string | null>((resolve) =>
    child.on('close', (code, signal) => resolve(code ?? signal)),
  )
  return { child, said: () => said, ended }
}

/** Waits until a start serves. */
export const untilServing = (started: Started) =>
  expect.poll(started.said, { timeout: 15_000 }).toContain('serving from')

/** The built page of a checkout. */
export function builtPage(root: string): string | undefined {
  const path = join(root, 'dist/client/index.html')
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
