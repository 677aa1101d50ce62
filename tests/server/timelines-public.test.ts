import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast, follow, mastoOf, say, wordsOf } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let alice: Person
let bob: Person
beforeAll(async () => {
  server = await startServer()
  ;[alice, bob] = await cast(server, 'alice', 'bob')
})
afterAll(() => server.stop())

const read = async (path: string, person?: Person) => wordsOf((await (person?.api ?? server.visitor).get(path)).body)

describe('the local timeline', () => {
  const local = (person?: Person, more = '') => read(`/api/v1/timelines/public?local=true&limit=4${more}`, person)

  test('has public posts of this community, but no answers to others', async () => {
    const first = await say(alice, 'first')
    await say(alice, 'quiet', { visibility: 'unlisted' })
    await say(alice, 'for followers', { visibility: 'private' })
    await say(bob, 'an answer', { in_reply_to_id: first.id })
    await say(alice, 'more of it', { in_reply_to_id: first.id })
    expect(await local()).toEqual(['more of it', 'first'])
    expect(await local(bob)).toEqual(['more of it', 'first'])
  })

  test('shows members what stays within the community, and visitors full pages without it', async () => {
    for (let n = 0; n < 4; n += 1) await say(alice, `open ${n}`)
    for (let n = 0; n < 30; n += 1) await say(alice, `among us ${n}`, { local_only: true })
    expect(await local()).toEqual(['open 3', 'open 2', 'open 1', 'open 0'])
    expect(await local(bob)).toEqual(['among us 29', 'among us 28', 'among us 27', 'among us 26'])
  })

  test('leaves out whom its reader blocks or mutes, and who blocks its reader', async () => {
    const [reader, muted, blocked, blocker] = await cast(server, 'reader', 'muted', 'blocked', 'blocker')
    for (const person of [muted, blocked, blocker, alice]) await say(person, `by ${person.username}`)
    await reader.api.post(`/api/v1/accounts/${muted.id}/mute`)
    await reader.api.post(`/api/v1/accounts/${blocked.id}/block`)
    await blocker.api.post(`/api/v1/accounts/${reader.id}/block`)
    expect((await local(reader))[0]).toBe(`by ${alice.username}`)
    expect((await local(reader))[1]).toBe('among us 29')
  })

  test('has nothing of other servers where nobody there is known, and no pictures where nobody posted one', async () => {
    expect(await read('/api/v1/timelines/public?remote=true', bob)).toEqual([])
    expect((await server.visitor.get('/api/v1/timelines/public?remote=true')).status).toBe(422)
    expect(await read('/api/v1/timelines/public?only_media=true')).toEqual([])
  })
})

describe('a hashtag’s timeline', () => {
  const tag = (path: string, person?: Person) => read(`/api/v1/timelines/tag/${path}`, person)

  test('finds public posts however the hashtag is written, answers too', async () => {
    const first = await say(alice, 'one #Café')
    await say(bob, 'two #cafe', { in_reply_to_id: first.id })
    await say(bob, 'three #CAFÉ', { visibility: 'unlisted' })
    await say(bob, 'four #café', { local_only: true })
    expect(await tag('cafe')).toEqual(['two #cafe', 'one #Café'])
    expect(await tag(encodeURIComponent('Café'), alice)).toEqual(['four #café', 'two #cafe', 'one #Café'])
    expect(await tag('nobodyusesthis')).toEqual([])
  })

  test('can be joined with others: any, all, none', async () => {
    await say(alice, '#a')
    await say(alice, '#a #b')
    await say(alice, '#b #c')
    await say(alice, '#a #b #c')
    expect(await tag('a')).toEqual(['#a #b #c', '#a #b', '#a'])
    expect(await tag('a?any[]=b')).toEqual(['#a #b #c', '#b #c', '#a #b', '#a'])
    expect(await tag('a?all[]=b')).toEqual(['#a #b #c', '#a #b'])
    expect(await tag('a?all[]=b&none[]=c')).toEqual(['#a #b'])
    expect(await tag('a?all[]=b&all[]=nothere')).toEqual([])
    expect(await tag('a?any[]=b&limit=2')).toEqual(['#a #b #c', '#b #c'])
    expect((await server.visitor.get(`/api/v1/timelines/tag/a?${'any[]=x&'.repeat(5)}`)).status).toBe(400)
  })

  test('can be read page by page', async () => {
    for (let n = 0; n < 7; n += 1) await say(alice, `#pages ${n}`)
    const found: string[] = []
    for await (const page of mastoOf(server).v1.timelines.tag.$select('pages').list({ limit: 3 })) {
      found.push(...wordsOf(page))
    }
    expect(found).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `#pages ${n}`))
  })
})

describe('the posts of a person', () => {
  test('are those that one may see', async () => {
    const [author, follower, stranger] = await cast(server, 'author', 'follower', 'stranger')
    await follow(follower, author)
    await say(author, 'public')
    await say(author, 'quiet', { visibility: 'unlisted' })
    await say(author, 'among us', { local_only: true })
    await say(author, 'followers', { visibility: 'private' })
    await say(author, `@${stranger.username}`, { visibility: 'direct' })
    const of = (person?: Person) => read(`/api/v1/accounts/${author.id}/statuses`, person)
    expect(await of()).toEqual(['quiet', 'public'])
    expect(await of(stranger)).toEqual([`@${stranger.username}`, 'among us', 'quiet', 'public'])
    expect(await of(follower)).toEqual(['followers', 'among us', 'quiet', 'public'])
    expect(await of(author)).toHaveLength(5)
  })

  test('can be had without answers to others, without direct ones, or with a hashtag', async () => {
    const [author, other] = await cast(server, 'author', 'other')
    const own = await say(author, 'own #soup')
    const theirs = await say(other, 'theirs')
    await say(author, 'to other', { in_reply_to_id: theirs.id })
    await say(author, 'to myself', { in_reply_to_id: own.id })
    await say(author, 'note', { visibility: 'direct' })
    const of = (query: string) => read(`/api/v1/accounts/${author.id}/statuses?${query}`, author)
    expect(await of('exclude_replies=true')).toEqual(['note', 'to myself', 'own #soup'])
    expect(await of('exclude_direct=1&exclude_reblogs=true')).toEqual(['to myself', 'to other', 'own #soup'])
    expect(await of('tagged=Soup')).toEqual(['own #soup'])
    expect(await of('tagged=bread')).toEqual([])
    expect(await of('pinned=true')).toEqual([])
    expect(await of('only_media=true')).toEqual([])
  })

  test('of nobody, or of somebody who waits to be let in, are not found', async () => {
    const waiting = await server.signUp('notyet', { waiting: true })
    const [absent, unseen] = await Promise.all(
      ['1234567890123456', waiting.id].map((id) => server.visitor.get(`/api/v1/accounts/${id}/statuses`)),
    )
    expect([absent?.status, absent?.text]).toEqual([unseen?.status, unseen?.text])
    expect(absent?.status).toBe(404)
  })
})

describe('the pages of a list', () => {
  test('are named in the Link header, next before prev, with the other parameters kept', async () => {
    const [author] = await cast(server, 'paged')
    const ids: string[] = []
    for (let n = 0; n < 5; n += 1) ids.unshift((await say(author, `n ${n}`)).id)
    const path = `/api/v1/accounts/${author.id}/statuses?exclude_replies=true&limit=2`
    const reply = await server.visitor.get(path)
    const at = (name: string, id = '') => `<${server.url}${path}&${name}=${id}>`
    expect(reply.headers.get('link')).toBe(`${at('max_id', ids[1])}; rel="next", ${at('min_id', ids[0])}; rel="prev"`)
    expect(reply.headers.get('access-control-expose-headers')).toContain('Link')
    const last = await server.visitor.get(`${path}&max_id=${ids[3]}`)
    expect(last.headers.get('link')).toBe(`${at('min_id', ids[4])}; rel="prev"`)
  })

  test('begin above, below or right above an id', async () => {
    const [author] = await cast(server, 'ranged')
    const ids: string[] = []
    for (let n = 0; n < 6; n += 1) ids.push((await say(author, String(n))).id)
    const of = (query: string) => read(`/api/v1/accounts/${author.id}/statuses?limit=2&${query}`)
    expect(await of(`max_id=${ids[2]}`)).toEqual(['1', '0'])
    expect(await of(`since_id=${ids[2]}`)).toEqual(['5', '4'])
    expect(await of(`min_id=${ids[2]}`)).toEqual(['4', '3'])
    expect(await of(`min_id=${ids[1]}&max_id=${ids[3]}`)).toEqual(['2'])
  })

  test('are never longer than the most, and a size that is none is the usual one', async () => {
    const [author] = await cast(server, 'sized')
    for (let n = 0; n < 45; n += 1) await say(author, String(n))
    const of = (query: string) => read(`/api/v1/accounts/${author.id}/statuses?${query}`)
    expect(await of('limit=1000')).toHaveLength(40)
    expect(await of('limit=nonsense')).toHaveLength(20)
    expect(await of('limit=-3')).toHaveLength(20)
  })
})
