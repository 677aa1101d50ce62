import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from '../../server/db/migrate.ts'
import { openDatabase } from '../../server/db/open.ts'
import type { WarningTopic } from '../../shared/api/warnings.ts'
import { cast, say } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const TOPICS = '/api/community/v1/warnings/topics'

let server: TestServer
let moderator: Person
let member: Person
beforeAll(async () => {
  server = await startServer()
  moderator = await server.signUp('guard', { roles: ['moderator'] })
  ;[member] = await cast(server, 'member')
})
afterAll(() => server.stop())

const topics = async (query = ''): Promise<WarningTopic[]> => (await server.visitor.get(TOPICS + query)).body
const one = async (slug: string) => (await topics('?retired=true')).find((topic) => topic.slug === slug)
const order = async () => (await topics()).map((topic) => topic.slug)

describe('the topics for warnings', () => {
  test('say their other words, their guidance and what the rules expect them for', async () => {
    expect(await one('food')).toEqual({
      slug: 'food',
      label: 'food',
      kind: 'courtesy',
      guidance: expect.stringContaining('food'),
      aliases: expect.arrayContaining(['cooking']),
      required_for: '',
      discreet: false,
      retired: false,
    })
    expect(await one('sexual-content')).toMatchObject({ required_for: expect.stringContaining('explicit') })
    expect(await one('sexual-assault')).toMatchObject({ label: 'sexual assault', discreet: true })
  })

  test('of the seed share no word, so that a warning is of what it names', async () => {
    const words = (await topics()).flatMap(({ label, aliases }) => [label, ...aliases])
    expect(words.filter((word, n) => words.indexOf(word) !== n)).toEqual([])
  })

  test('are added, changed, moved, retired and brought back by owners, admins and moderators', async () => {
    const added = await moderator.browser.post(TOPICS, { label: 'US politics', kind: 'courtesy', aliases: ['uspol'] })
    expect([added.status, added.body.slug, added.body.aliases]).toEqual([200, 'us-politics', ['uspol']])
    expect((await order()).at(-1)).toBe('us-politics')
    const changed = await moderator.browser.patch(`${TOPICS}/us-politics`, {
      label: 'politics of the US',
      guidance: 'Elections, parties, presidents.',
      kind: 'sensitive',
      position: 1,
    })
    expect(changed.body).toMatchObject({ slug: 'us-politics', label: 'politics of the US', aliases: ['uspol'] })
    expect((await order()).slice(0, 3)).toEqual(['sexual-content', 'us-politics', 'graphic-violence'])
    expect(await one('us-politics')).toMatchObject({ kind: 'sensitive', guidance: 'Elections, parties, presidents.' })
    expect((await moderator.browser.delete(`${TOPICS}/us-politics`)).body).toMatchObject({ retired: true })
    expect(await order()).not.toContain('us-politics')
    await moderator.browser.patch(`${TOPICS}/us-politics`, { retired: false })
    expect(await order()).toContain('us-politics')
    expect(await one('us-politics')).toMatchObject({ retired: false, label: 'politics of the US' })
  })

  test('are edited by nobody else: no visitor, no member, no steward, no program', async () => {
    const steward = await server.signUp('steward_one', { roles: ['steward', 'mediator', 'coordinator'] })
    const program = (await server.signUp('guard_two', { roles: ['moderator'] })).api
    for (const client of [member.browser, steward.browser, program]) {
      expect((await client.post(TOPICS, { label: 'x', kind: 'courtesy' })).status).toBe(403)
      expect((await client.patch(`${TOPICS}/food`, { label: 'x' })).status).toBe(403)
      expect((await client.delete(`${TOPICS}/food`)).status).toBe(403)
      expect((await client.get('/api/community/v1/warnings/stop-list')).status).toBe(403)
      expect((await client.get('/api/community/v1/warnings/stats')).status).toBe(403)
    }
    const stranger = { origin: server.url }
    expect((await server.visitor.post(TOPICS, { label: 'x', kind: 'courtesy' }, stranger)).status).toBe(401)
  })

  test.each([
    [{ label: '', kind: 'courtesy' }, 'label'],
    [{ label: 'a, b', kind: 'courtesy' }, 'label'],
    [{ label: '…', kind: 'courtesy' }, 'label'],
    [{ label: 'x'.repeat(41), kind: 'courtesy' }, 'label'],
    [{ label: 'Food', kind: 'courtesy' }, 'label'],
    [{ label: 'cooking', kind: 'courtesy' }, 'label'],
    [{ label: 'spiders', kind: 'odd' }, 'kind'],
    [{ label: 'spiders', kind: 'sensitive', aliases: ['Fóod'] }, 'aliases'],
    [{ label: 'spiders', kind: 'sensitive', guidance: 'two\nlines' }, 'guidance'],
  ])('refuse %j in the words of the field', async (form, field) => {
    const { status, body } = await moderator.browser.post(TOPICS, form)
    expect(status).toBe(422)
    expect(Object.keys(body.details)).toEqual([field])
    expect(await order()).not.toContain('spiders')
  })

  test('that are not there are not found', async () => {
    expect((await moderator.browser.patch(`${TOPICS}/nonsense`, { label: 'x' })).status).toBe(404)
    expect((await moderator.browser.delete(`${TOPICS}/nonsense`)).status).toBe(404)
  })

  test('stay on their posts when they are retired, and can no longer be chosen', async () => {
    await moderator.browser.post(TOPICS, { label: 'clowns', kind: 'courtesy' })
    const post = await say(member, 'One came by.', { spoiler_text: 'clowns' })
    await moderator.browser.delete(`${TOPICS}/clowns`)
    expect((await member.api.get(`/api/v1/statuses/${post.id}`)).body.warning_topics).toEqual(['clowns'])
    expect(await one('clowns')).toMatchObject({ label: 'clowns', retired: true })
    const late = await member.api.post('/api/v1/statuses', { status: 'Again.', warning_topics: ['clowns'] })
    expect(late.body.details.warning_topics[0].error).toBe('ERR_INCLUSION')
    expect((await say(member, 'Again.', { spoiler_text: 'clowns' })).warning_topics).toEqual([])
  })
})

describe('a post says which topics its warning is of', () => {
  const of = async (spoiler: string, more = {}) =>
    (await say(member, 'Words.', { spoiler_text: spoiler, ...more })).warning_topics

  test('those that were chosen, and those that its words name, from whatever app', async () => {
    expect(await of('my lunch', { warning_topics: ['food'] })).toEqual(['food'])
    expect(await of('Cooking, BOOZE')).toEqual(['food', 'alcohol'])
    expect(await of('booze', { warning_topics: ['food'] })).toEqual(['food', 'alcohol'])
    expect(await of('my landlord')).toEqual([])
    expect(await of('')).toEqual([])
  })

  test('by other words that a topic has when the post is written', async () => {
    const before = await say(member, 'Words.', { spoiler_text: 'nosh' })
    const { aliases = [] } = (await one('food')) ?? {}
    await moderator.browser.patch(`${TOPICS}/food`, { aliases: [...aliases, 'Nösh'] })
    expect(await of('NOSH')).toEqual(['food'])
    expect((await member.api.get(`/api/v1/statuses/${before.id}`)).body.warning_topics).toEqual([])
  })

  test('and which thread it belongs to', async () => {
    const top = await say(member, 'Top.')
    const reply = await say(member, 'Below.', { in_reply_to_id: top.id })
    expect([top.thread_id, reply.thread_id]).toEqual([top.id, top.id])
  })
})

test('posts about sexual assault are not in the look at recent posts on the about page', async () => {
  await say(member, 'Words that nobody came for.', { spoiler_text: 'sexual violence, mentioned' })
  const last = await say(member, 'Bread.', { spoiler_text: 'food' })
  const { recent } = (await server.visitor.get('/api/community/v1/about')).body
  expect(recent[0].id).toBe(last.id)
  expect(JSON.stringify(recent)).not.toContain('nobody came for')
  expect((await server.visitor.get('/about')).text).not.toContain('sexual violence, mentioned')
})

test('staff read the share of posts with a warning and the top topics, and nothing about people', async () => {
  const stats = async () => (await moderator.browser.get('/api/community/v1/warnings/stats')).body
  const before = await stats()
  const countOf = ({ topics: list }: { topics: { slug: string; count: number }[] }, slug: string) =>
    list.find((topic) => topic.slug === slug)?.count ?? 0
  await say(member, 'No warning.')
  const warned = await say(member, 'A warning.', { spoiler_text: 'eye contact' })
  await say(member, 'For few.', { spoiler_text: 'eye contact', visibility: 'private' })
  await say(member, 'For nobody.', { spoiler_text: 'eye contact', visibility: 'direct' })
  const after = await stats()
  expect([after.statuses - before.statuses, after.warned - before.warned]).toEqual([2, 1])
  expect(countOf(after, 'eye-contact') - countOf(before, 'eye-contact')).toBe(1)
  expect(Object.keys(after)).toEqual(['statuses', 'warned', 'topics'])
  expect(JSON.stringify(after)).not.toContain(member.username)
  await member.api.delete(`/api/v1/statuses/${warned.id}`)
  const last = await stats()
  expect([last.statuses, last.warned]).toEqual([before.statuses + 1, before.warned])
  expect(countOf(last, 'eye-contact')).toBe(countOf(before, 'eye-contact'))
})

test('a community from before keeps its topics, and its warnings are counted', () => {
  const db = openDatabase(':memory:')
  db.exec(readFileSync(join(import.meta.dirname, '../../server/db/migrations/0001-start.sql'), 'utf8'))
  db.pragma('user_version = 1')
  db.exec(`INSERT INTO warning_topics (slug, label, kind, position) VALUES ('food', 'food', 'courtesy', 0);
    INSERT INTO accounts (id, username, username_key, created_at) VALUES (1, 'a', 'a', 0)`)
  const post = db.prepare(`INSERT INTO statuses
    (id, account_id, local, thread_id, text, spoiler_text, warning_topics, visibility, created_at)
    VALUES (?, 1, 1, 1, 'x', ?, ?, ?, 0)`)
  post.run(1, 'food', '["food"]', 'public')
  post.run(2, 'food', '["food"]', 'direct')
  post.run(3, '', '[]', 'unlisted')
  migrate(db)
  const numbers = db
    .prepare(`SELECT name, value FROM stats WHERE name LIKE '%\\_statuses' ESCAPE '\\' ORDER BY name`)
    .all()
  expect(numbers).toEqual([
    { name: 'open_statuses', value: 2 },
    { name: 'warned_statuses', value: 1 },
  ])
  expect(db.prepare(`SELECT label, aliases, uses FROM warning_topics`).all()).toEqual([
    { label: 'food', aliases: '["eating", "cooking", "meals"]', uses: 1 },
  ])
  db.exec(`UPDATE statuses SET spoiler_text = '', warning_topics = '[]' WHERE id = 1`)
  expect(db.prepare(`SELECT uses FROM warning_topics`).pluck().get(), 'also when a warning changes').toBe(0)
  db.close()
})
