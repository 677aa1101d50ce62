import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast, say } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let ann: Person
let filled: Record<string, string>
beforeAll(async () => {
  server = await startServer()
  ;[ann] = await cast(server, 'ann')
  const post = await say(ann, 'hello')
  filled = { handle: '@ann', id: post.id, which: 'likes', tag: 'hello', domain: 'a.example', area: 'topics' }
})
afterAll(() => server.stop())

const table = readFileSync(new URL('../../client/app.tsx', import.meta.url), 'utf8')
const paths = [...table.matchAll(/\bpath=(?:"([^"]+)"|\{\[([^\]]+)\]\})/g)]
  .flatMap(([, one, some = '']) => one ?? [...some.matchAll(/'([^']+)'/g)].map(([, each]) => each ?? ''))
  .filter((path) => path !== '*')

test('Every page that the client knows opens from its address, too, and what none of them is does not', async () => {
  expect(paths.length).toBeGreaterThan(80)
  const missing: string[] = []
  for (const path of paths) {
    const at = path.replace(/:(\w+)/g, (_all, name: string) => filled[name] ?? '1')
    const { status } = await ann.browser.get(at, { accept: 'text/html' })
    if (status === 404) missing.push(path)
  }
  expect(missing).toEqual([])
  for (const at of ['/homes', '/nothing', '/@ann/1/others'])
    expect((await ann.browser.get(at, { accept: 'text/html' })).status, at).toBe(404)
})
