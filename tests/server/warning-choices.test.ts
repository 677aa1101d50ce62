import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast, follow, say, wordsOf } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const CHOICES = '/api/community/v1/warnings/choices'
const open = { text: 'open', media: 'open' }
const hide = { text: 'hide', media: 'hide' }
const none = { default: { text: 'fold', media: 'blur' }, topics: {}, people: {}, suggest: true }

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const put = (person: Person, changes: object) => person.browser.put(CHOICES, changes)
const list = async (person: Person, path: string) => wordsOf((await person.api.get(path)).body)

describe('what a reader does with warnings', () => {
  test('is folding all of them until they choose', async () => {
    const [ann] = await cast(server, 'ann')
    expect((await ann.browser.get(CHOICES)).body).toEqual(none)
    expect((await ann.browser.get('/auth/session')).body.warnings).toEqual(none)
    expect((await server.visitor.get('/auth/session')).body.warnings).toBeNull()
    expect((await server.visitor.get(CHOICES)).status).toBe(401)
  })

  test('is kept by topic and by person, words and pictures apart, and nothing else is touched by a change', async () => {
    const [ann, ben] = await cast(server, 'ann', 'ben')
    await put(ann, { topics: { food: open, death: hide } })
    await put(ann, { people: { [ben.id]: 'open' } })
    await put(ann, { default: { text: 'open', media: 'blur' }, suggest: false })
    const { body } = await put(ann, { topics: { death: null, alcohol: { text: 'open', media: 'hide' } } })
    const all = {
      default: { text: 'open', media: 'blur' },
      topics: { food: open, alcohol: { text: 'open', media: 'hide' } },
      people: { [ben.id]: 'open' },
      suggest: false,
    }
    expect(body).toEqual(all)
    expect((await ann.api.get(CHOICES)).body).toEqual(all)
    expect((await ben.api.get(CHOICES)).body).toEqual(none)
    expect((await put(ann, { people: { [ben.id]: null } })).body.people).toEqual({})
  })

  test.each([
    [{ topics: { nonsense: open } }, 'topics'],
    [{ topics: { food: { text: 'blur', media: 'open' } } }, 'topics'],
    [{ people: { '1': 'open' } }, 'people'],
    [{ people: { x: 'hide' } }, 'people'],
    [{ default: 'open' }, 'default'],
  ])('refuses %j in the words of the field, and changes nothing', async (changes, field) => {
    const [ann] = await cast(server, 'ann')
    const reply = await put(ann, changes)
    expect([reply.status, Object.keys(reply.body.details)]).toEqual([422, [field]])
    expect((await ann.browser.get(CHOICES)).body).toEqual(none)
  })

  test('is no choice about oneself, and goes with whom it is about', async () => {
    const [ann, ben] = await cast(server, 'ann', 'ben')
    expect((await put(ann, { people: { [ann.id]: 'open' } })).status).toBe(422)
    await put(ann, { people: { [ben.id]: 'fold' } })
    server.ctx.db.prepare('DELETE FROM accounts WHERE id = ?').run(ben.accountId)
    expect((await ann.browser.get(CHOICES)).body.people).toEqual({})
  })

  test('is told to other apps in Mastodon’s words', async () => {
    const [ann] = await cast(server, 'ann')
    const read = async () => (await ann.api.get('/api/v1/preferences')).body
    expect(await read()).toMatchObject({ 'reading:expand:spoilers': false, 'reading:expand:media': 'default' })
    await put(ann, { default: open })
    expect(await read()).toMatchObject({ 'reading:expand:spoilers': true, 'reading:expand:media': 'show_all' })
    await put(ann, { default: { text: 'fold', media: 'hide' } })
    expect(await read()).toMatchObject({ 'reading:expand:spoilers': false, 'reading:expand:media': 'hide_all' })
  })
})

describe('a post that a reader hides', () => {
  test('leaves home, the local list and hashtags, for that reader alone', async () => {
    const [ann, ben] = await cast(server, 'ann', 'ben')
    await follow(ann, ben)
    await put(ann, { topics: { death: hide } })
    await say(ben, 'a funeral #village', { spoiler_text: 'the death of a friend' })
    await say(ben, 'a wedding #village', { spoiler_text: 'food' })
    for (const path of [
      '/api/v1/timelines/home',
      '/api/v1/timelines/public?local=true',
      '/api/v1/timelines/tag/village',
    ]) {
      expect(await list(ann, path)).not.toContain('a funeral #village')
      expect(await list(ann, path)).toContain('a wedding #village')
    }
    for (const path of ['/api/v1/timelines/public?local=true', '/api/v1/timelines/tag/village']) {
      expect(await list(ben, path)).toContain('a funeral #village')
    }
  })

  test('stays in its thread, on its author’s profile and at its address', async () => {
    const [ann, ben] = await cast(server, 'ann', 'ben')
    await put(ann, { topics: { death: hide } })
    const top = await say(ben, 'news')
    const reply = await say(ben, 'a funeral', { spoiler_text: 'death', in_reply_to_id: top.id })
    const { descendants } = (await ann.api.get(`/api/v1/statuses/${top.id}/context`)).body
    expect(wordsOf(descendants)).toEqual(['a funeral'])
    expect(await list(ann, `/api/v1/accounts/${ben.id}/statuses`)).toEqual(['a funeral', 'news'])
    expect((await ann.api.get(`/api/v1/statuses/${reply.id}`)).status).toBe(200)
  })

  test('by the default leaves out warnings in other words, and never what has none', async () => {
    const [ann, ben] = await cast(server, 'ann', 'ben')
    await follow(ann, ben)
    await put(ann, { default: hide, topics: { food: open } })
    await say(ben, 'no warning')
    await say(ben, 'soup', { spoiler_text: 'food' })
    await say(ben, 'rent', { spoiler_text: 'my landlord' })
    await say(ann, 'mine', { spoiler_text: 'my landlord' })
    expect(await list(ann, '/api/v1/timelines/home')).toEqual(['mine', 'soup', 'no warning'])
    await put(ann, { people: { [ben.id]: 'open' } })
    expect(await list(ann, '/api/v1/timelines/home'), 'what is hidden stays hidden').not.toContain('rent')
    await put(ann, { default: { text: 'fold', media: 'blur' } })
    expect(await list(ann, '/api/v1/timelines/home')).toContain('rent')
  })

  test('leaves pages full, as long as there are enough others', async () => {
    const [ann, ben] = await cast(server, 'ann', 'ben')
    await follow(ann, ben)
    await put(ann, { topics: { death: hide } })
    for (let n = 0; n < 12; n += 1) await say(ben, `post ${n}`, n % 2 === 0 ? { spoiler_text: 'death' } : {})
    expect(await list(ann, '/api/v1/timelines/home?limit=5')).toEqual([11, 9, 7, 5, 3].map((n) => `post ${n}`))
  })
})
