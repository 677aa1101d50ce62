import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast, say } from '../support/masto.ts'
import { startServer, type TestServer } from '../support/server.ts'

const EVIDENCE = '/api/community/v1/evidence'

let server: TestServer
const logged: string[] = []
beforeAll(async () => {
  server = await startServer({}, undefined, { write: (line) => void logged.push(line) })
})
afterAll(() => server.stop())

test('nobody keeps a post that they cannot see, and cannot tell it from one that is not there', async () => {
  const [ann, ben, eve] = await cast(server, 'ann', 'ben', 'eve')
  const secret = await say(ben, `@${ann.username} between us`, { visibility: 'direct' })
  const inner = await say(ben, 'for my followers', { visibility: 'private' })
  const absent = await eve.api.post(EVIDENCE, { status_ids: ['1234567890123456'] })
  for (const { id } of [secret, inner]) {
    const refused = await eve.api.post(EVIDENCE, { status_ids: [id] })
    expect([refused.status, refused.text]).toEqual([absent.status, absent.text])
  }
  const open = await say(ben, 'for all')
  const { body } = await eve.api.post(EVIDENCE, { status_ids: [secret.id, open.id, '1234567890123456'] })
  expect(JSON.stringify(body)).not.toContain('between us')
  expect(body.missing).toEqual([secret.id, '1234567890123456'])
})

test('what somebody kept is read, renewed, taken out and deleted by nobody else, whatever their role', async () => {
  const [ann, ben] = await cast(server, 'ann', 'ben')
  const admin = await server.signUp('evidenceadmin', { roles: ['owner', 'admin', 'moderator', 'steward'] })
  const waiting = await server.signUp('evidencewaits', { waiting: true })
  const { body } = await ann.api.post(EVIDENCE, { status_ids: [(await say(ben, 'words')).id] })
  for (const other of [ben, admin, waiting]) {
    const doors = [
      await other.api.get(`${EVIDENCE}/${body.id}`),
      await other.api.get(`${EVIDENCE}/${body.id}/export`),
      await other.api.post(`${EVIDENCE}/${body.id}/renew`),
      await other.api.delete(`${EVIDENCE}/${body.id}`),
    ]
    for (const { status } of doors) expect([403, 404]).toContain(status)
    if (other !== waiting) expect((await other.api.get(EVIDENCE)).body).toEqual([])
  }
  expect((await server.visitor.get(`${EVIDENCE}/${body.id}`)).status).toBe(401)
  expect((await ann.api.get(`${EVIDENCE}/${body.id}`)).status).toBe(200)
})

test('a program reads what somebody kept only when it may read everything', async () => {
  const some = await server.signUp('someprogram', { scopes: 'read:statuses read:accounts write:statuses' })
  expect((await some.api.get(EVIDENCE)).status).toBe(403)
  expect((await some.api.post(EVIDENCE, { status_ids: ['1'] })).status).toBe(403)
})

test('no word of what somebody kept lies in the clear in the data folder, in a log or in an address', async () => {
  const [ann, ben] = await cast(server, 'ann', 'ben')
  const marks = ['zephyrgrove', 'quillmarsh']
  const post = await say(ben, `${marks[0]} said`)
  await ann.api.post(EVIDENCE, { status_ids: [post.id], note: `${marks[1]} noted` })
  await ben.api.delete(`/api/v1/statuses/${post.id}`)
  server.ctx.db.exec('VACUUM')
  server.ctx.db.pragma('wal_checkpoint(TRUNCATE)')
  const { dataDir } = server.ctx.config
  for (const entry of readdirSync(dataDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const bytes = readFileSync(join(entry.parentPath, entry.name)).toString('latin1')
    for (const mark of marks) expect(bytes.includes(mark), `${mark} in ${entry.name}`).toBe(false)
  }
  expect(marks.filter((mark) => logged.join('').includes(mark))).toEqual([])
  expect(logged.length).toBeGreaterThan(0)
  expect((await ann.api.get(EVIDENCE)).text).toContain(marks[1])
})

test('a changed byte anywhere in a bundle is found, and stands in the way of no other one', async () => {
  const [ann, ben] = await cast(server, 'ann', 'ben')
  const keep = async (words: string) =>
    (await ann.api.post(EVIDENCE, { status_ids: [(await say(ben, words)).id] })).body
  const [whole, hurt] = [await keep('words that stay'), await keep('words that are changed')]
  const { db } = server.ctx
  const read = db.prepare('SELECT content FROM evidence_bundles WHERE id = ?').pluck()
  const write = db.prepare('UPDATE evidence_bundles SET content = ? WHERE id = ?')
  const sealed = read.get(hurt.id) as Buffer
  const found = async () => (await ann.api.get(`${EVIDENCE}/${hurt.id}`)).body.intact
  expect([await found(), (await ann.api.get(`${EVIDENCE}/${whole.id}`)).body.intact]).toEqual([true, true])
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    write.run(changed, hurt.id)
    // a tenth is asked for over HTTP, the rest of the vault that every reading goes through
    if (at % 10 === 0) expect(await found(), `byte ${at}`).toBe(false)
    else expect(() => server.ctx.vault.open(changed), `byte ${at}`).toThrow()
  }
  // sealed anew by somebody with the key, the chain tells it all the same
  const forged = server.ctx.vault.open(sealed).replace('words that are changed', 'words that were forged')
  write.run(server.ctx.vault.seal(forged), hurt.id)
  expect(await found()).toBe(false)
  const list = (await ann.api.get(EVIDENCE)).body
  expect(list.map(({ id, intact }: { id: string; intact: boolean }) => [id, intact])).toEqual([
    [hurt.id, false],
    [whole.id, true],
  ])
  expect((await ann.api.get(`${EVIDENCE}/${hurt.id}/export`)).body.error_code).toBe('damaged')
  const report = { account_id: ben.id, evidence_ids: [hurt.id] }
  expect((await ann.browser.post('/api/community/v1/reports', report)).body.details.evidence_ids).toHaveLength(1)
  write.run(sealed, hurt.id)
  expect(await found()).toBe(true)
})
