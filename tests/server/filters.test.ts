import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Status, WholeFilter } from '../../shared/api/wire.ts'
import { cast, follow, mastoOf, say, wordsOf } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const everywhere = ['home', 'notifications', 'public', 'thread', 'account']
const make = async (person: Person, keyword: string, more: object = {}): Promise<WholeFilter> => {
  const form = { title: keyword, context: everywhere, keywords_attributes: [{ keyword, whole_word: true }], ...more }
  const reply = await person.api.post<WholeFilter>('/api/v2/filters', form)
  expect(reply.status, reply.text).toBe(200)
  return reply.body
}
const read = async (person: Person, status: { id: string }): Promise<Status> =>
  (await person.api.get(`/api/v1/statuses/${status.id}`)).body
const finds = async (person: Person, status: { id: string }) =>
  (await read(person, status)).filtered?.map(({ keyword_matches }) => keyword_matches)

describe('a filter', () => {
  test('is made, changed word by word, and taken away, through masto', async () => {
    const [ann] = await cast(server, 'ann')
    const masto = mastoOf(server, ann).v2.filters
    const filter = await masto.create({
      title: 'Football',
      context: ['home', 'public'],
      filterAction: 'hide',
      expiresIn: 3600,
      keywordsAttributes: [{ keyword: 'goal', wholeWord: true }],
    })
    expect(filter).toMatchObject({ title: 'Football', context: ['home', 'public'], filterAction: 'hide' })
    expect(new Date(filter.expiresAt ?? 0).getTime() - server.ctx.now()).toBeGreaterThan(3_500_000)
    const word = await masto.$select(filter.id).keywords.create({ keyword: 'penalty', wholeWord: false })
    expect(await masto.$select(filter.id).keywords.list()).toHaveLength(2)
    await masto.keywords.$select(word.id).update({ keyword: 'penalties', wholeWord: false })
    expect(await masto.keywords.$select(word.id).fetch()).toMatchObject({ keyword: 'penalties' })
    await masto.keywords.$select(word.id).remove()
    const changed = await masto.$select(filter.id).update({ title: 'Ball', context: ['home'], filterAction: 'warn' })
    expect(changed).toMatchObject({ title: 'Ball', context: ['home'], keywords: [{ keyword: 'goal' }] })
    expect(await masto.list()).toHaveLength(1)
    await masto.$select(filter.id).remove()
    expect(await masto.list()).toEqual([])
  })

  test('is nobody’s but its owner’s', async () => {
    const [ann, ben] = await cast(server, 'ann', 'ben')
    const post = await say(ben, 'Hm')
    const filter = await make(ann, 'secret')
    const kept = (await ann.api.post(`/api/v2/filters/${filter.id}/statuses`, { status_id: post.id })).body
    const [word] = filter.keywords
    const one = `/api/v2/filters/${filter.id}`
    const paths = [one, `${one}/keywords`, `${one}/statuses`, `/api/v2/filters/keywords/${word?.id}`]
    for (const path of [...paths, `/api/v2/filters/statuses/${kept.id}`, `/api/v1/filters/${word?.id}`]) {
      expect((await ben.api.get(path)).status, path).toBe(404)
      expect((await server.visitor.get(path)).status, path).toBe(401)
    }
    const v1 = { phrase: 'mine', context: ['home'] }
    expect((await ben.api.put(one, { title: 'Mine' })).status).toBe(404)
    expect((await ben.api.delete(one)).status).toBe(404)
    expect((await ben.api.post(`${one}/keywords`, { keyword: 'x' })).status).toBe(404)
    expect((await ben.api.post(`${one}/statuses`, { status_id: post.id })).status).toBe(404)
    expect((await ben.api.put(`/api/v2/filters/keywords/${word?.id}`, { keyword: 'x' })).status).toBe(404)
    expect((await ben.api.delete(`/api/v2/filters/keywords/${word?.id}`)).status).toBe(404)
    expect((await ben.api.delete(`/api/v2/filters/statuses/${kept.id}`)).status).toBe(404)
    expect((await ben.api.put(`/api/v1/filters/${word?.id}`, v1)).status).toBe(404)
    expect((await ben.api.delete(`/api/v1/filters/${word?.id}`)).status).toBe(404)
    expect((await ben.api.get('/api/v2/filters')).body).toEqual([])
  })

  test('finds words in the text, the warning, a picture’s description and a poll, whole or in part', async () => {
    const [ann, ben] = await cast(server, 'ann', 'ben')
    await make(ann, 'Goal')
    await make(ann, 'ball', { keywords_attributes: [{ keyword: 'ball', whole_word: false }] })
    await make(ann, 'c++', { keywords_attributes: [{ keyword: 'c++' }] })
    expect(await finds(ann, await say(ben, 'what a GOAL!'))).toEqual([['Goal']])
    expect(await finds(ann, await say(ben, 'goalkeeper, football'))).toEqual([['ball']])
    expect(await finds(ann, await say(ben, 'x', { spoiler_text: 'the goal' }))).toEqual([['Goal']])
    expect(await finds(ann, await say(ben, 'learning c++ now'))).toEqual([['c++']])
    const poll = { options: ['a goal', 'none'], expires_in: 3600 }
    expect(await finds(ann, await say(ben, 'Which?', { poll }))).toEqual([['Goal']])
    expect(await finds(ann, await say(ben, 'nothing'))).toEqual([])
    const own = await say(ann, 'my goal')
    expect(await finds(ann, own)).toEqual([])
    expect(await read(ben, own)).toMatchObject({ filtered: [] })
    expect((await server.visitor.get(`/api/v1/statuses/${own.id}`)).body).not.toHaveProperty('filtered')
  })

  test('that hides takes posts out of the lists it is for, and one that warns says so', async () => {
    const [ann, ben, cem] = await cast(server, 'ann', 'ben', 'cem')
    await follow(ann, ben)
    const word = `leek${ann.id}`
    const root = await say(cem, 'The root')
    const post = await say(ben, `@${ann.username} ${word}`, { in_reply_to_id: root.id })
    const boosted = await say(cem, `${word} soup`)
    await ben.api.post(`/api/v1/statuses/${boosted.id}/reblog`)
    const filter = await make(ann, word, {
      filter_action: 'hide',
      context: ['home', 'public', 'notifications', 'thread'],
    })
    const lists = async () => ({
      home: wordsOf((await ann.api.get('/api/v1/timelines/home')).body).filter((one) => one.includes(word)).length,
      local: wordsOf((await ann.api.get('/api/v1/timelines/public?local=true')).body).filter((one) =>
        one.includes(word),
      ).length,
      told: (await ann.api.get('/api/v1/notifications')).body.length,
      thread: (await ann.api.get(`/api/v1/statuses/${root.id}/context`)).body.descendants.length,
      profile: (await ann.api.get(`/api/v1/accounts/${cem.id}/statuses`)).body.length,
    })
    expect(await lists()).toEqual({ home: 0, local: 0, told: 0, thread: 0, profile: 2 })
    expect((await read(ann, post)).filtered?.[0]?.filter).toMatchObject({ id: filter.id, filter_action: 'hide' })
    await ann.api.put(`/api/v2/filters/${filter.id}`, { filter_action: 'warn' })
    expect(await lists()).toMatchObject({ home: 1, local: 1, told: 1, thread: 1, profile: 2 })
    const [got] = (await ann.api.get('/api/v1/timelines/home')).body
    expect(got.reblog.filtered[0].keyword_matches).toEqual([word])
  })

  test('of a post finds that one, and ends with it', async () => {
    const [ann, ben] = await cast(server, 'ann', 'ben')
    const post = await say(ben, 'This very one')
    const filter = await make(ann, 'nothing-else')
    const path = `/api/v2/filters/${filter.id}/statuses`
    const kept = await ann.api.post(path, { status_id: post.id })
    expect(kept.body).toEqual({ id: kept.body.id, status_id: post.id })
    expect((await read(ann, post)).filtered).toMatchObject([{ keyword_matches: null, status_matches: [post.id] }])
    expect((await ann.api.post(path, { status_id: post.id })).status).toBe(422)
    const secret = await say(ben, 'Not for ann', { visibility: 'private' })
    expect((await ann.api.post(path, { status_id: secret.id })).status).toBe(404)
    expect((await ann.api.get(`/api/v2/filters/statuses/${kept.body.id}`)).body.status_id).toBe(post.id)
    await ann.api.delete(`/api/v2/filters/statuses/${kept.body.id}`)
    expect((await read(ann, post)).filtered).toEqual([])
  })

  test('holds no longer than it should, and stays to be taken up again', async () => {
    const [ann, ben] = await cast(server, 'ann', 'ben')
    await make(ann, 'rain', { expires_in: 60 })
    const post = await say(ben, 'rain again')
    expect(await finds(ann, post)).toEqual([['rain']])
    await server.advance('PT2M')
    expect(await finds(ann, post)).toEqual([])
    expect((await ann.api.get('/api/v2/filters')).body).toHaveLength(1)
  })

  test('is for older programs one word with a place', async () => {
    const [ann] = await cast(server, 'ann')
    const masto = mastoOf(server, ann).v1.filters
    const made = await masto.create({ phrase: 'old', context: ['home'], irreversible: true, wholeWord: true })
    expect(made).toMatchObject({
      phrase: 'old',
      context: ['home'],
      irreversible: true,
      wholeWord: true,
      expiresAt: null,
    })
    expect((await masto.list()).map(({ id }) => id)).toEqual([made.id])
    expect(await masto.$select(made.id).update({ phrase: 'older', context: ['public'] })).toMatchObject({
      phrase: 'older',
      context: ['public'],
      irreversible: false,
    })
    expect((await ann.api.get('/api/v2/filters')).body).toMatchObject([
      { keywords: [{ id: made.id, keyword: 'older' }] },
    ])
    await masto.$select(made.id).remove()
    expect((await ann.api.get('/api/v2/filters')).body).toEqual([])
  })

  test('says beforehand how many of the newest posts it would have found', async () => {
    const [ann, ben] = await cast(server, 'ann', 'ben')
    await follow(ann, ben)
    for (const words of ['beans', 'Beans and rice', 'beanstalk', 'rice']) await say(ben, words)
    const { body } = await ann.browser.post('/api/community/v1/filters/preview', {
      keywords_attributes: [{ keyword: 'beans', whole_word: true }],
    })
    expect(body).toEqual({ checked: 4, found: 2 })
  })

  test.each([
    [{ context: ['home'] }, 'title'],
    [{ title: 'A', context: [] }, 'context'],
    [{ title: 'A', context: ['nowhere'] }, 'context'],
    [{ title: 'A', context: ['home'], filter_action: 'burn' }, 'filter_action'],
    [{ title: 'x'.repeat(101), context: ['home'] }, 'title'],
    [{ title: 'A', context: ['home'], keywords_attributes: [{ keyword: '' }] }, 'keywords_attributes'],
  ])('%j is refused by the name of the field', async (form, field) => {
    const [ann] = await cast(server, 'ann')
    const reply = await ann.api.post('/api/v2/filters', form)
    expect([reply.status, Object.keys(reply.body.details)]).toEqual([422, [field]])
  })
})
