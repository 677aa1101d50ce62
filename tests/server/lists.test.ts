import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { List } from '../../shared/api/wire.ts'
import { cast, follow, mastoOf, say, wordsOf } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const make = async (person: Person, title: string, more: object = {}): Promise<List> =>
  (await person.api.post<List>('/api/v1/lists', { title, ...more })).body
const put = (person: Person, list: List, ...people: Person[]) =>
  person.api.post(`/api/v1/lists/${list.id}/accounts`, { account_ids: people.map(({ id }) => id) })
const read = async (person: Person, list: List) =>
  wordsOf((await person.api.get(`/api/v1/timelines/list/${list.id}`)).body)
const home = async (person: Person) => wordsOf((await person.api.get('/api/v1/timelines/home')).body)

describe('a list', () => {
  test('is made, renamed, filled, read and taken away', async () => {
    const [ann, ben, cem] = await cast(server, 'ann', 'ben', 'cem')
    for (const person of [ben, cem]) await follow(ann, person)
    await say(ben, 'Before')
    const masto = mastoOf(server, ann)
    const list = await masto.v1.lists.create({ title: 'Bakers' })
    expect(list).toEqual({ id: list.id, title: 'Bakers', repliesPolicy: 'list', exclusive: false })
    await masto.v1.lists.$select(list.id).accounts.create({ accountIds: [ben.id] })
    await say(ben, 'After')
    await say(cem, 'Not in it')
    expect(wordsOf(await masto.v1.timelines.list.$select(list.id).list())).toEqual(['After', 'Before'])
    expect((await masto.v1.lists.$select(list.id).accounts.list()).map(({ id }) => id)).toEqual([ben.id])
    expect((await masto.v1.accounts.$select(ben.id).lists.list()).map(({ id }) => id)).toEqual([list.id])
    expect(await masto.v1.accounts.$select(cem.id).lists.list()).toEqual([])
    const renamed = await masto.v1.lists.$select(list.id).update({ title: 'Millers' })
    expect(renamed).toMatchObject({ title: 'Millers', repliesPolicy: 'list' })
    expect((await masto.v1.lists.list()).map(({ title }) => title)).toEqual(['Millers'])
    await masto.v1.lists.$select(list.id).accounts.remove({ accountIds: [ben.id] })
    expect(await masto.v1.timelines.list.$select(list.id).list()).toEqual([])
    await masto.v1.lists.$select(list.id).remove()
    expect(await masto.v1.lists.list()).toEqual([])
  })

  test('is nobody’s but its owner’s', async () => {
    const [ann, ben] = await cast(server, 'ann', 'ben')
    await follow(ann, ben)
    const list = await make(ann, 'Mine')
    await put(ann, list, ben)
    const path = `/api/v1/lists/${list.id}`
    const asked = [
      ben.api.get(path),
      ben.api.put(path, { title: 'Yours' }),
      ben.api.delete(path),
      ben.api.get(`${path}/accounts`),
      put(ben, list, ben),
      ben.api.delete(`${path}/accounts`, { account_ids: [ben.id] }),
      ben.api.get(`/api/v1/timelines/list/${list.id}`),
    ]
    for (const answer of await Promise.all(asked)) expect(answer.status).toBe(404)
    expect((await ben.api.get(`/api/v1/accounts/${ben.id}/lists`)).body).toEqual([])
    expect((await server.visitor.get(path)).status).toBe(401)
    expect(await mastoOf(server, ann).v1.lists.list()).toHaveLength(1)
  })

  test('holds only people whom one follows, as long as one does', async () => {
    const [ann, ben, cem] = await cast(server, 'ann', 'ben', 'cem')
    await follow(ann, ben)
    const list = await make(ann, 'Friends')
    expect((await put(ann, list, ben, cem)).status).toBe(404)
    await put(ann, list, ben)
    await say(ben, 'Here')
    await ann.api.post(`/api/v1/accounts/${ben.id}/unfollow`)
    expect(await read(ann, list)).toEqual([])
    expect((await ann.api.get(`/api/v1/lists/${list.id}/accounts?limit=0`)).body).toEqual([])
  })

  test.each([
    ['list', ['to cem', 'to ann', 'to themselves', 'plain']],
    ['followed', ['to dora', 'to cem', 'to ann', 'to themselves', 'plain']],
    ['none', ['to ann', 'to themselves', 'plain']],
  ])('shows answers as its policy %s says', async (policy, expected) => {
    const [ann, ben, cem, dora, eve] = await cast(server, 'ann', 'ben', 'cem', 'dora', 'eve')
    for (const person of [ben, cem, dora]) await follow(ann, person)
    const list = await make(ann, 'Talk', { replies_policy: policy })
    await put(ann, list, ben, cem)
    const roots = new Map<Person, string>()
    for (const person of [ann, cem, dora, eve])
      roots.set(person, (await say(person, 'root', { visibility: 'unlisted' })).id)
    const own = await say(ben, 'plain')
    await say(ben, 'to themselves', { in_reply_to_id: own.id })
    for (const [name, person] of Object.entries({ ann, cem, dora, eve })) {
      await say(ben, `to ${name}`, { in_reply_to_id: roots.get(person) })
    }
    expect((await read(ann, list)).filter((words) => words !== 'root')).toEqual(expected)
  })

  test('that is exclusive keeps its people out of the home, until it is not or they leave it', async () => {
    const [ann, ben] = await cast(server, 'ann', 'ben')
    await follow(ann, ben)
    await say(ben, 'One')
    const list = await make(ann, 'Loud', { exclusive: true })
    await put(ann, list, ben)
    expect(await home(ann)).toEqual([])
    await say(ben, 'Two')
    expect(await home(ann)).toEqual([])
    expect(await read(ann, list)).toEqual(['Two', 'One'])
    await ann.api.put(`/api/v1/lists/${list.id}`, { exclusive: false })
    expect(await home(ann)).toEqual(['Two', 'One'])
    await ann.api.put(`/api/v1/lists/${list.id}`, { exclusive: true })
    expect(await home(ann)).toEqual([])
    await ann.api.delete(`/api/v1/lists/${list.id}`)
    expect(await home(ann)).toEqual(['Two', 'One'])
  })

  test('shows boosts once, and nothing of people whom its owner mutes', async () => {
    const [ann, ben, cem, dora] = await cast(server, 'ann', 'ben', 'cem', 'dora')
    for (const person of [ben, cem]) await follow(ann, person)
    const list = await make(ann, 'Friends')
    await put(ann, list, ben, cem)
    const post = await say(dora, 'Boosted')
    for (const person of [ben, cem]) await person.api.post(`/api/v1/statuses/${post.id}/reblog`)
    expect(await read(ann, list)).toEqual(['Boosted'])
    await ann.api.post(`/api/v1/accounts/${dora.id}/mute`)
    expect(await read(ann, list)).toEqual([])
  })

  test('shows no direct post that is for somebody else', async () => {
    const [ann, ben, cem] = await cast(server, 'ann', 'ben', 'cem')
    await follow(ann, ben)
    const list = await make(ann, 'Friends')
    await put(ann, list, ben)
    await say(ben, `@${cem.username} between us`, { visibility: 'direct' })
    expect(await read(ann, list)).toEqual([])
  })

  test('says which field is wrong', async () => {
    const [ann] = await cast(server, 'ann')
    for (const form of [{}, { title: ' ' }, { title: 'x'.repeat(101) }]) {
      const reply = await ann.api.post('/api/v1/lists', form)
      expect([reply.status, Object.keys(reply.body.details)]).toEqual([422, ['title']])
    }
    const reply = await ann.api.post('/api/v1/lists', { title: 'A', replies_policy: 'all' })
    expect([reply.status, Object.keys(reply.body.details)]).toEqual([422, ['replies_policy']])
    for (let n = 0; n < 50; n += 1) await make(ann, `${n}`)
    expect((await ann.api.post('/api/v1/lists', { title: 'One more' })).status).toBe(422)
  })
})

describe('a followed hashtag', () => {
  test('brings public posts home, from then on and the newest before, until it is left', async () => {
    const [ann, ben] = await cast(server, 'ann', 'ben')
    const tag = `Bread${ann.id}`
    await say(ben, `#${tag} earlier`)
    const masto = mastoOf(server, ann)
    expect(await masto.v1.tags.$select(tag).fetch()).toMatchObject({ name: tag.toLowerCase(), following: false })
    expect(await masto.v1.tags.$select(tag).follow()).toMatchObject({ following: true })
    await say(ben, `#${tag.toUpperCase()} later`)
    await say(ben, `#${tag} for followers`, { visibility: 'private' })
    await say(ben, `#${tag} quiet`, { visibility: 'unlisted' })
    expect(await home(ann)).toEqual([`#${tag.toUpperCase()} later`, `#${tag} earlier`])
    expect((await masto.v1.followedTags.list()).map(({ name }) => name)).toEqual([tag.toLowerCase()])
    expect(await mastoOf(server, ben).v1.followedTags.list()).toEqual([])
    await say(ann, `#${tag} my own`)
    await masto.v1.tags.$select(tag).unfollow()
    expect(await home(ann)).toEqual([`#${tag} my own`])
    expect(await masto.v1.followedTags.list()).toEqual([])
  })

  test('brings nothing of people whom one blocks or mutes', async () => {
    const [ann, ben] = await cast(server, 'ann', 'ben')
    const tag = `tea${ann.id}`
    await ann.api.post(`/api/v1/tags/${tag}/follow`)
    await ann.api.post(`/api/v1/accounts/${ben.id}/mute`)
    await say(ben, `#${tag}`)
    expect(await home(ann)).toEqual([])
  })

  test('is one that can be, and visitors read it without a word of following', async () => {
    const [ann] = await cast(server, 'ann')
    for (const name of ['12', 'two%20words', 'a%2Fb', '%23x']) {
      expect((await ann.api.post(`/api/v1/tags/${name}/follow`)).status, name).toBe(404)
    }
    const { body } = await server.visitor.get('/api/v1/tags/never_used')
    expect(body).toMatchObject({ name: 'never_used', history: [] })
    expect(body).not.toHaveProperty('following')
  })
})

describe('following somebody', () => {
  test('with notify tells of their posts, but of no answer to others and no boost', async () => {
    const [ann, ben, cem] = await cast(server, 'ann', 'ben', 'cem')
    await follow(ann, ben, { notify: true })
    const [standing] = await mastoOf(server, ann).v1.accounts.relationships.fetch({ id: [ben.id] })
    expect(standing).toMatchObject({ following: true, notifying: true, showingReblogs: true })
    const other = await say(cem, 'Hm')
    await say(ben, 'An answer', { in_reply_to_id: other.id })
    await ben.api.post(`/api/v1/statuses/${other.id}/reblog`)
    const post = await say(ben, 'A post')
    const { body } = await ann.api.get('/api/v1/notifications')
    expect(body.map(({ type, status }: { type: string; status: { id: string } }) => [type, status.id])).toEqual([
      ['status', post.id],
    ])
    // what is not said stays as it is
    await follow(ann, ben, { reblogs: false })
    const [after] = await mastoOf(server, ann).v1.accounts.relationships.fetch({ id: [ben.id] })
    expect(after).toMatchObject({ notifying: true, showingReblogs: false })
  })

  test('without boosts any more takes those away that stand in the home', async () => {
    const [ann, ben, cem] = await cast(server, 'ann', 'ben', 'cem')
    await follow(ann, ben)
    await say(ben, 'His own')
    await ben.api.post(`/api/v1/statuses/${(await say(cem, 'Passed on')).id}/reblog`)
    expect(await home(ann)).toEqual(['Passed on', 'His own'])
    await follow(ann, ben, { reblogs: false })
    expect(await home(ann)).toEqual(['His own'])
  })

  test('in some languages leaves boosts in others out', async () => {
    const [ann, ben, cem] = await cast(server, 'ann', 'ben', 'cem')
    await follow(ann, ben, { languages: ['de'] })
    for (const language of ['de', 'fr']) {
      await ben.api.post(`/api/v1/statuses/${(await say(cem, language, { language })).id}/reblog`)
    }
    expect(await home(ann)).toEqual(['de'])
  })
})
