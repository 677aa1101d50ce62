import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast, say } from '../support/masto.ts'
import { caseAbout, noticesOf, settle } from '../support/moderation.ts'
import { scene, uploaded } from '../support/pictures.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

/** What the scanner on this machine was shown, and how it answers. */
const shown: Buffer[] = []
let says: string | undefined
const scanner = createServer(async (request, response) => {
  shown.push(Buffer.concat(await request.toArray()))
  if (says !== undefined) response.end(says)
  else response.writeHead(500).end()
})
let server: TestServer
let mo: Person

beforeAll(async () => {
  await new Promise<void>((done) => void scanner.listen(0, '127.0.0.1', done))
  const { port } = scanner.address() as AddressInfo
  server = await startServer({ SCANNER_URL: `http://127.0.0.1:${port}/scan` })
  mo = await server.signUp('mo', { roles: ['moderator'] })
})
afterAll(async () => {
  await server.stop()
  scanner.close()
})

test('what the operator’s own scanner names is hidden for people to decide; one that fails keeps no picture out', async () => {
  const [ann, ben] = await cast(server, 'ann', 'ben')
  const show = async (person: Person, bytes: Buffer) =>
    say(person, 'look', { media_ids: [(await uploaded(person, bytes)).id] })
  const status = async (post: { id: string }) => (await ann.api.get(`/api/v1/statuses/${post.id}`)).status
  const file = await scene(3).png().toBuffer()
  says = '{"match": true}'
  const named = await show(ben, file)
  expect(shown[0]?.equals(file)).toBe(true)
  expect(await status(named)).toBe(404)
  await settle(server)
  expect((await noticesOf(ben)).map(({ kind }) => kind)).toContain('decision')
  const found = await caseAbout(mo, ben)
  expect([found.kind, found.actions[0]?.by, found.log.map(({ verb }) => verb)]).toEqual([
    'legal',
    null,
    expect.arrayContaining(['scanner_named']),
  ])
  for (const other of ['{"match": false}', 'what?', undefined]) {
    says = other
    expect(await status(await show(ben, file))).toBe(200)
  }
  expect(shown).toHaveLength(4)
})

test('a scanner that is not on this machine is refused, so that no third party is shown anything', async () => {
  for (const SCANNER_URL of [
    'http://scan.example/',
    'http://192.0.2.1/',
    'http://localhost.example/',
    'https://127.0.0.1/',
  ]) {
    await expect(startServer({ SCANNER_URL })).rejects.toThrow('SCANNER_URL cannot be used')
  }
})
