import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { seed } from '../../server/admin/seed.ts'
import { hashSecret, newSecret } from '../../server/core/crypto.ts'
import { timeOfId } from '../../server/core/ids.ts'
import { hashPassword } from '../../server/core/passwords/passwords.ts'
import { countStatus } from '../../shared/text/length.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.stop())

const size = { users: 176, statuses: 2676, peers: 561, passwordHash: '' }
const small = { users: 12, statuses: 150, peers: 3, passwordHash: '' }

const rows = (from: TestServer, sql: string) => from.ctx.db.prepare(sql).all() as Record<string, unknown>[]

/** A token for somebody who was made up. */
function tokenOf(username: string): { authorization: string } {
  const token = newSecret()
  const [account] = rows(server, `SELECT id FROM accounts WHERE username = '${username}'`)
  server.ctx.db
    .prepare(`INSERT INTO tokens (token_hash, account_id, scopes, created_at) VALUES (?, ?, 'read write', 1)`)
    .run(hashSecret(token), account?.id)
  return { authorization: `Bearer ${token}` }
}

test('176 members, 2676 posts and 561 peers are on the about page as just these numbers', async () => {
  seed(server.ctx, size)
  const { body } = await server.visitor.get('/api/community/v1/about')
  expect(body.stats).toEqual({ users: 176, statuses: 2676, peers: 561 })
  const { body: instance } = await server.visitor.get('/api/v1/instance')
  expect(instance.stats).toEqual({ user_count: 176, status_count: 2676, domain_count: 561 })
  const { text } = await server.visitor.get('/about', { accept: 'text/html' })
  for (const number of ['176', '2,676', '561']) expect(text).toContain(`<strong>${number}</strong>`)
})

describe('what is made up', () => {
  beforeEach(() => seed(server.ctx, small))

  test('is the same with every run', async () => {
    const other = await startServer()
    try {
      seed(other.ctx, small)
      const texts = 'SELECT text, spoiler_text, visibility, local_only FROM statuses ORDER BY id'
      expect(rows(other, texts)).toEqual(rows(server, texts))
      const people =
        'SELECT username, display_name, note, followers_count, following_count, statuses_count FROM accounts ORDER BY id'
      expect(rows(other, people)).toEqual(rows(server, people))
    } finally {
      await other.stop()
    }
  })

  test('are members seed001 and on, who say so and who accepted the rules', async () => {
    const members = rows(server, 'SELECT username, made_up FROM accounts ORDER BY id')
    expect(members[0]).toEqual({ username: 'seed001', made_up: 1 })
    expect(members.at(-1)).toEqual({ username: 'seed012', made_up: 1 })
    const { status } = await server.visitor.post('/api/v1/statuses', { status: 'I may post.' }, tokenOf('seed003'))
    expect(status).toBe(200)
  })

  test('lies in the last year, with ids of its time', () => {
    const now = server.ctx.now()
    for (const { id, created_at: at } of rows(server, 'SELECT id, created_at FROM statuses')) {
      expect(timeOfId(Number(id))).toBe(at)
      expect(Number(at)).toBeLessThanOrEqual(now)
      expect(Number(at)).toBeGreaterThanOrEqual(now - 366 * 86_400_000)
    }
    const early = rows(
      server,
      'SELECT 1 FROM statuses JOIN accounts ON accounts.id = account_id WHERE statuses.created_at < accounts.created_at',
    )
    expect(early).toEqual([])
  })

  test('could have been posted: short enough, answers never more public than what they answer', () => {
    for (const { text, spoiler_text: warning } of rows(server, 'SELECT text, spoiler_text FROM statuses')) {
      expect(countStatus(String(text), String(warning))).toBeLessThanOrEqual(500)
    }
    const width = `CASE %.visibility WHEN 'public' THEN 3 WHEN 'unlisted' THEN 2 WHEN 'private' THEN 1 ELSE 0 END`
    const wider = `SELECT 1 FROM statuses AS a JOIN statuses AS b ON b.id = a.in_reply_to_id
      WHERE (${width.replace('%', 'a')}) > (${width.replace('%', 'b')}) OR a.local_only < b.local_only OR a.thread_id <> b.thread_id`
    expect(rows(server, wider)).toEqual([])
    expect(rows(server, 'PRAGMA foreign_key_check')).toEqual([])
  })

  test('has answers, warnings, hashtags, mentions and followers', () => {
    const count = (from: string) => Number(rows(server, `SELECT count(*) AS count FROM ${from}`)[0]?.count)
    for (const from of [
      'statuses WHERE in_reply_to_id > 0',
      "statuses WHERE spoiler_text <> ''",
      'status_tags',
      'mentions',
      'follows',
      'notifications',
    ]) {
      expect([from, count(from) > 0]).toEqual([from, true])
    }
  })

  test('stands on homes that only show what their people may see', async () => {
    const headers = tokenOf('seed005')
    const { body } = await server.visitor.get('/api/v1/timelines/home?limit=40', headers)
    expect(body.length).toBeGreaterThan(20)
    const authors = [...new Set(body.map((status: { account: { id: string } }) => status.account.id))]
    const query = authors.map((id) => `id[]=${id}`).join('&')
    const { body: relations } = await server.visitor.get(`/api/v1/accounts/relationships?${query}`, headers)
    const { body: me } = await server.visitor.get('/api/v1/accounts/verify_credentials', headers)
    for (const relation of relations) expect(relation.following || relation.id === me.id).toBe(true)
  })
})

test('a given password opens every made-up account', async () => {
  const password = 'seven lanterns in a row'
  seed(server.ctx, { ...small, passwordHash: await hashPassword(password) })
  const { status } = await server.visitor.post('/auth/session', { login: 'seed007', password }, { origin: server.url })
  expect(status).toBe(200)
})

describe('nothing is made up', () => {
  test('where real people have accounts', async () => {
    await server.signUp('alice')
    expect(() => seed(server.ctx, small)).toThrow('Real people have accounts here')
    expect(rows(server, 'SELECT count(*) AS count FROM accounts')).toEqual([{ count: 1 }])
  })

  test('a second time', () => {
    seed(server.ctx, small)
    expect(() => seed(server.ctx, small)).toThrow('made-up members already')
    expect(rows(server, 'SELECT count(*) AS count FROM statuses')).toEqual([{ count: 150 }])
  })
})
