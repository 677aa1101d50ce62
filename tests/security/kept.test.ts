import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashSecret, newSecret } from '../../server/core/crypto.ts'
import { createClient } from '../support/client.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let alice: Person
let berta: Person
beforeAll(async () => {
  server = await startServer()
  alice = await server.signUp('alice')
  berta = await server.signUp('berta')
  await alice.api.post('/api/v1/statuses', { status: 'For everybody.' })
  await alice.api.post('/api/v1/statuses', { status: 'For members.', local_only: true })
  await alice.api.post('/api/v1/statuses', { status: 'For myself.', visibility: 'private' })
})
afterAll(() => server.stop())

const home = '/api/v1/timelines/home'
const local = '/api/v1/timelines/public?local=true'
const texts = (body: { content: string }[]) => body.map(({ content }) => content.replace(/<[^>]+>/g, ''))

/** A token of somebody's for so much. */
function tokenFor(person: Person, scopes: string) {
  const token = newSecret()
  const add = 'INSERT INTO tokens (token_hash, account_id, scopes, created_at) VALUES (?, ?, ?, 1)'
  server.ctx.db.prepare(add).run(hashSecret(token), person.accountId, scopes)
  return createClient(server.url, { authorization: `Bearer ${token}` })
}

/** Asks twice, so that whatever is kept between two requests is used. */
async function twice(client: Person['api'], path: string) {
  await client.get(path)
  return client.get(path)
}

describe('what is kept ready for one is never given to another', () => {
  test('by one person after the other', async () => {
    expect(texts((await twice(alice.api, home)).body)).toHaveLength(3)
    expect((await twice(berta.api, home)).body).toEqual([])
    expect(texts((await twice(alice.browser, home)).body)).toHaveLength(3)
    expect((await twice(server.visitor, home)).status).toBe(401)
  })

  test('by members before visitors and people who wait', async () => {
    const wanda = await server.signUp('wanda', { waiting: true })
    expect(texts((await twice(berta.api, local)).body)).toEqual(['For members.', 'For everybody.'])
    expect(texts((await twice(server.visitor, local)).body)).toEqual(['For everybody.'])
    expect(texts((await twice(wanda.browser, local)).body)).toEqual(['For everybody.'])
    expect((await twice(wanda.api, home)).status).toBe(403)
  })

  test('by a token that may read before one that may not', async () => {
    expect((await twice(tokenFor(alice, 'read'), home)).status).toBe(200)
    expect((await twice(tokenFor(alice, 'write'), home)).status).toBe(403)
    expect((await twice(tokenFor(alice, 'read:accounts'), home)).status).toBe(403)
  })

  test('by a cookie beside a token', async () => {
    await twice(alice.browser, home)
    const cookie = `session=${alice.browser.cookies.get('session')}`
    const both = createClient(server.url, { cookie, authorization: `Bearer ${berta.token}` })
    expect((await twice(both, home)).body).toEqual([])
  })
})

describe('what ended is not kept', () => {
  test('a token that was taken back', async () => {
    const client = tokenFor(alice, 'read')
    expect((await twice(client, home)).status).toBe(200)
    server.ctx.db.prepare("DELETE FROM tokens WHERE account_id = ? AND scopes = 'read'").run(alice.accountId)
    expect((await client.get(home)).status).toBe(401)
  })

  test('a session that was left', async () => {
    const carla = await server.signUp('carla')
    const cookie = `session=${carla.browser.cookies.get('session')}`
    expect((await twice(carla.browser, home)).status).toBe(200)
    await carla.browser.delete('/auth/session')
    expect((await createClient(server.url, { cookie }).get(home)).status).toBe(401)
  })

  test('a person who was suspended, or lost a role', async () => {
    const olga = await server.signUp('olga', { roles: ['owner'] })
    const settings = '/api/community/v1/admin/settings'
    expect((await twice(olga.browser, settings)).status).toBe(200)
    server.ctx.db.prepare('DELETE FROM roles WHERE account_id = ?').run(olga.accountId)
    expect((await olga.browser.get(settings)).status).toBe(403)
    server.ctx.db.prepare('UPDATE accounts SET suspended_at = 1 WHERE id = ?').run(olga.accountId)
    expect((await olga.browser.get(home)).status).toBe(401)
  })

  test('a post that was deleted, or whose author blocked the reader', async () => {
    const { body } = await alice.api.post('/api/v1/statuses', { status: 'For a moment.' })
    expect(texts((await twice(berta.api, local)).body)).toContain('For a moment.')
    await alice.api.delete(`/api/v1/statuses/${body.id}`)
    expect(texts((await berta.api.get(local)).body)).not.toContain('For a moment.')
    await alice.api.post(`/api/v1/accounts/${berta.id}/block`)
    expect((await berta.api.get(local)).body).toEqual([])
  })

  test('what another process changed', async () => {
    const { default: Database } = await import('better-sqlite3')
    const { join } = await import('node:path')
    expect(texts((await twice(server.visitor, local)).body)).toEqual(['For everybody.'])
    const beside = new Database(join(server.ctx.config.dataDir, 'community.sqlite'))
    beside.prepare('UPDATE accounts SET suspended_at = 1 WHERE id = ?').run(alice.accountId)
    beside.close()
    expect((await server.visitor.get(local)).body).toEqual([])
  })
})
