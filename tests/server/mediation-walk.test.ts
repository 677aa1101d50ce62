import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { startServer } from '../support/server.ts'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/mediation-walk.md'), 'utf8')
const script = [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block).join('\n')
const promised = [...script.matchAll(/# → (.*)$/gm)].map(([, words]) => words)

type Ran = { code: number | null; stdout: string; stderr: string }

/** Runs commands as a person's shell would; the first one that fails ends it. Without a `curl` here, ours stands in. */
function runShell(commands: string, env: Record<string, string>): Promise<Ran> {
  const path = [dirname(process.execPath), process.env.PATH, join(root, 'tests/support/bin')].join(':')
  const child = spawn('sh', ['-eu', '-c', commands], { cwd: root, env: { ...process.env, ...env, PATH: path } })
  const ran = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => {
    ran.stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    ran.stderr += chunk
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...ran })))
}

test('the walk through a mediation does what its page says, from asking to the signed agreement', async () => {
  expect(promised.length).toBeGreaterThan(12)
  const home = mkdtempSync(join(tmpdir(), 'left-community-walk-'))
  const server = await startServer({}, home)
  const env = { URL: server.url, DATA_DIR: join(home, 'data'), PUBLIC_URL: server.url }
  const { code, stdout, stderr } = await runShell(script, env)
  await server.stop()
  rmSync(home, { recursive: true, force: true })
  expect([code, stderr.replace(/^npm warn .*\n/gm, '')]).toEqual([0, ''])
  expect(stdout.trimEnd().split('\n')).toEqual(promised)
}, 120_000)
