import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Status } from '../../shared/api/wire.ts'
import { cast, follow, say } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const WORD = 'secretword'

/** Ways to ask for what one must not find, by every operator there is. */
const ways = (author: string) => [
  WORD,
  `"${WORD} plan"`,
  `from:${author}`,
  `from:@${author} ${WORD}`,
  `in:library ${WORD}`,
  `in:public ${WORD}`,
  `in:all ${WORD}`,
  `${WORD} -nothing`,
  '-nothing is:reply',
  `after:2001 ${WORD}`,
  `before:2999 ${WORD}`,
  'during:2026',
  'has:link',
  'has:cw',
  'is:sensitive',
  'language:en',
  'topic:death',
  `marks:p0 ${WORD}`,
  `words:${WORD}`,
  `${WORD}" OR marks:"p0`,
  `" OR marks : "p0`,
  `${WORD} OR p0`,
]

const audiences = ['public', 'unlisted', 'private', 'direct'] as const

async function found(person: Person, q: string, more = ''): Promise<string[]> {
  const reply = await person.api.get<{ statuses: Status[] }>(
    `/api/v2/search?q=${encodeURIComponent(q)}&limit=40${more}`,
  )
  expect([q, reply.status]).toEqual([q, 200])
  return reply.body.statuses.map(({ id }) => id)
}

describe('posts that are not for somebody', () => {
  test('are found by no operator, by strangers, followers, people named elsewhere, blocked ones or visitors', async () => {
    const [author, stranger, follower, named, blocked] = await cast(
      server,
      'author',
      'stranger',
      'follower',
      'named',
      'blocked',
    )
    for (const person of [follower, blocked]) await follow(person, author)
    const ids = new Map<string, string>()
    for (const visibility of audiences) {
      for (const who of ['', `@${named.username} `]) {
        const text = `${who}${WORD} plan https://example.org`
        const more = { visibility, language: 'en', spoiler_text: 'death', warning_topics: ['death'] }
        ids.set(`${visibility}${who && ' named'}`, (await say(author, text, more)).id)
      }
    }
    await server.advance('PT5S')
    await author.api.post(`/api/v1/accounts/${blocked.id}/block`)
    const may: [Person, string[]][] = [
      [stranger, []],
      [follower, []],
      [named, audiences.map((visibility) => `${visibility} named`)],
      [blocked, []],
    ]
    for (const [person, names] of may) {
      const allowed = names.map((name) => ids.get(name))
      for (const q of ways(author.username)) {
        for (const more of ['', '&type=statuses', `&account_id=${author.id}`]) {
          for (const id of await found(person, q, more)) {
            expect([...ids.values()].includes(id) && !allowed.includes(id), `${person.username}: ${q}`).toBe(false)
          }
        }
      }
    }
    expect((await found(named, WORD)).sort()).toEqual(may[2]?.[1].map((name) => ids.get(name)).sort())
    expect(await found(author, WORD)).toHaveLength(8)
    const visitor = await server.visitor.get(`/api/v2/search?q=${WORD}`)
    expect([visitor.status, visitor.body.statuses]).toEqual([200, []])
  })

  test('stay out although the index says otherwise', async () => {
    const [author, other] = await cast(server, 'writer', 'other')
    const status = await say(author, 'Plantedword', { visibility: 'private' })
    await server.advance('PT5S')
    const marks = `a${author.id} a${other.id} p0`
    server.ctx.db.prepare('UPDATE search_posts SET marks = ? WHERE rowid = ?').run(marks, BigInt(status.id))
    expect(await found(other, 'plantedword')).toEqual([])
    expect(await found(author, 'plantedword')).toEqual([status.id])
  })

  test('of members alone are found by no visitor, and people who wait are visitors', async () => {
    const [author] = await cast(server, 'localist')
    const waiting = await server.signUp('waiting_one', { waiting: true })
    await author.api.patch('/api/v1/accounts/update_credentials', { indexable: true })
    await say(author, 'Hereonlyword', { local_only: true })
    await server.advance('PT5S')
    expect(await found(author, 'hereonlyword')).toHaveLength(1)
    expect(await found(waiting, 'hereonlyword')).toEqual([])
  })
})

test('a hashtag that only private posts have is not told', async () => {
  const [author, other] = await cast(server, 'tagger', 'reader')
  await say(author, '#undergroundtag', { visibility: 'private' })
  await say(author, '#hereonlytag', { local_only: true })
  const tags = async (client: { get: TestServer['visitor']['get'] }, q: string) =>
    (await client.get(`/api/v2/search?type=hashtags&q=${q}`)).body.hashtags.length
  expect(await tags(other.api, 'undergroundtag')).toBe(0)
  expect(await tags(other.api, 'hereonlytag')).toBe(1)
  expect(await tags(server.visitor, 'hereonlytag')).toBe(0)
})

test('whatever is typed is words, and never breaks the search', async () => {
  const [person] = await cast(server, 'typist')
  const signs = ['"', "'", '""', '"""', '*', 'a*', '(', ')', '{words}', 'NEAR(a b, 3)', 'a NEAR b', 'AND', 'OR', 'NOT']
  const more = [
    '^a',
    'a + b',
    '-',
    '--',
    '-"',
    'a:b:c',
    'marks : a',
    '- words',
    ';',
    '%',
    '\\',
    '\0',
    'a\0b',
    '🐈',
    '\u200b',
  ]
  const long = ['a '.repeat(12), 'x'.repeat(499), '"'.repeat(499), '('.repeat(499), 'from:', 'language:', 'topic:']
  for (const q of [...signs, ...more, ...long, 'rowid', 'rank', 'search_posts', "'; DROP TABLE statuses; --"]) {
    for (const type of ['', '&type=statuses', '&type=accounts', '&type=hashtags']) {
      const reply = await person.api.get(`/api/v2/search?q=${encodeURIComponent(q)}${type}`)
      expect([q, type, reply.status]).toEqual([q, type, 200])
    }
    const people = await person.api.get(`/api/v1/accounts/search?q=${encodeURIComponent(q)}`)
    expect([q, people.status]).toEqual([q, 200])
  }
  for (const q of ['a '.repeat(25), 'x'.repeat(501), 'in:x', 'has:x', 'before:0000-00-00', 'during:99999']) {
    expect((await person.api.get(`/api/v2/search?type=statuses&q=${encodeURIComponent(q)}`)).status, q).toBe(400)
  }
  for (const wrong of ['offset=-1', 'offset=100000', 'type=everything']) {
    expect((await person.api.get(`/api/v2/search?q=a&${wrong}`)).status, wrong).toBe(400)
  }
})
