import { afterAll, describe, expect, test } from 'vitest'
import { cast, follow, mastoOf, say, wordsOf } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const server: TestServer = await startServer()
afterAll(() => server.stop())

const home = async (person: Person, query = '') =>
  wordsOf((await person.api.get(`/api/v1/timelines/home${query}`)).body)

const entries = (person: Person) =>
  server.ctx.db.prepare('SELECT count(*) FROM home_entries WHERE account_id = ?').pluck().get(person.accountId)

describe('home', () => {
  test('has one’s own posts and those of whom one follows, the newest first', async () => {
    const [reader, friend, stranger] = await cast(server, 'reader', 'friend', 'stranger')
    await follow(reader, friend)
    await say(reader, 'mine')
    await say(friend, 'from a friend')
    await say(stranger, 'from a stranger')
    await say(friend, 'for followers', { visibility: 'private' })
    await say(friend, 'among us', { local_only: true })
    expect(await home(reader)).toEqual(['among us', 'for followers', 'from a friend', 'mine'])
  })

  test('has an answer only where one follows both sides, or is one of them', async () => {
    const [reader, friend, other, stranger] = await cast(server, 'reader', 'friend', 'other', 'stranger')
    await follow(reader, friend)
    await follow(reader, other)
    const [fromStranger, fromOther, fromFriend] = [
      await say(stranger, 'stranger'),
      await say(other, 'other'),
      await say(friend, 'friend'),
    ]
    const mine = await say(reader, 'mine')
    await say(friend, 'to a stranger', { in_reply_to_id: fromStranger.id })
    await say(friend, 'to the other', { in_reply_to_id: fromOther.id })
    await say(friend, 'to myself', { in_reply_to_id: fromFriend.id })
    await say(friend, 'to the reader', { in_reply_to_id: mine.id })
    expect(await home(reader)).toEqual(['to the reader', 'to myself', 'to the other', 'mine', 'friend', 'other'])
  })

  test('has a direct post only when one is mentioned and follows its author', async () => {
    const [reader, friend, other] = await cast(server, 'reader', 'friend', 'other')
    await follow(reader, friend)
    await say(friend, `@${reader.username} for you`, { visibility: 'direct' })
    await say(friend, `@${other.username} for another`, { visibility: 'direct' })
    await say(other, `@${reader.username} from a stranger`, { visibility: 'direct' })
    expect(entries(reader)).toBe(1)
    expect(await home(reader)).toEqual([`@${reader.username} for you`])
  })

  test('is filled with what they passed on as well, each once, and only for who wants boosts', async () => {
    const [reader, other, friend, author] = await cast(server, 'reader', 'other', 'friend', 'author')
    const post = await say(author, 'worth passing on')
    const known = await say(author, 'known already')
    for (const { id } of [post, known]) await friend.api.post(`/api/v1/statuses/${id}/reblog`)
    await say(friend, 'my own words')
    await follow(other, friend, { reblogs: false })
    expect(await home(other)).toEqual(['my own words'])
    await follow(other, friend, { reblogs: true })
    expect((await home(other)).toSorted()).toEqual(['known already', 'my own words', 'worth passing on'])
    await follow(reader, author)
    await follow(reader, friend)
    expect((await home(reader)).toSorted()).toEqual(['known already', 'my own words', 'worth passing on'])
    await reader.api.post(`/api/v1/accounts/${friend.id}/unfollow`)
    expect((await home(reader)).toSorted()).toEqual(['known already', 'worth passing on'])
  })

  test('is filled when one begins to follow, and emptied when one stops', async () => {
    const [reader, friend] = await cast(server, 'reader', 'friend')
    await say(friend, 'before')
    await say(friend, 'for followers', { visibility: 'private' })
    await follow(reader, friend)
    expect(await home(reader)).toEqual(['for followers', 'before'])
    await reader.api.post(`/api/v1/accounts/${friend.id}/unfollow`)
    expect(await home(reader)).toEqual([])
    expect(entries(reader)).toBe(0)
  })

  test('has nothing of whom one blocks or mutes, nor what mentions or answers them, until a mute ends', async () => {
    const [reader, friend, pest] = await cast(server, 'reader', 'friend', 'pest')
    await follow(reader, friend)
    await follow(reader, pest)
    const pesky = await say(pest, 'from the pest')
    await say(friend, 'fine')
    await say(friend, `@${pest.username} hello`)
    await say(friend, 'an answer', { in_reply_to_id: pesky.id })
    await reader.api.post(`/api/v1/accounts/${pest.id}/mute`, { duration: 3600 })
    expect(await home(reader)).toEqual(['fine'])
    await server.advance('PT2H')
    expect(await home(reader)).toEqual(['an answer', `@${pest.username} hello`, 'fine', 'from the pest'])
    await reader.api.post(`/api/v1/accounts/${pest.id}/block`)
    expect(await home(reader)).toEqual(['fine'])
    await say(friend, `@${pest.username} again`)
    expect(await home(reader)).toEqual(['fine'])
  })

  test('loses the posts of somebody who blocks its reader', async () => {
    const [reader, friend] = await cast(server, 'reader', 'friend')
    await follow(reader, friend)
    await say(friend, 'hello')
    await friend.api.post(`/api/v1/accounts/${reader.id}/block`)
    expect(await home(reader)).toEqual([])
  })

  test('has only the languages that one wants of somebody', async () => {
    const [reader, friend] = await cast(server, 'reader', 'friend')
    await say(friend, 'Suppe vorher', { language: 'de' })
    await say(friend, 'Soup before', { language: 'en' })
    await follow(reader, friend, { languages: ['de'] })
    await say(friend, 'Suppe', { language: 'de' })
    await say(friend, 'Soup', { language: 'en' })
    expect(await home(reader)).toEqual(['Suppe', 'Suppe vorher'])
  })

  test('stays full where posts are left out', async () => {
    const [reader, friend, pest] = await cast(server, 'reader', 'friend', 'pest')
    await follow(reader, friend)
    await follow(reader, pest)
    for (let n = 0; n < 5; n += 1) await say(friend, `fine ${n}`)
    for (let n = 0; n < 12; n += 1) await say(pest, `pesky ${n}`)
    await say(friend, 'fine 5')
    await reader.api.post(`/api/v1/accounts/${pest.id}/mute`)
    expect(await home(reader, '?limit=5')).toEqual(['fine 5', 'fine 4', 'fine 3', 'fine 2', 'fine 1'])
  })

  test('can be read page by page through masto, back and forth', async () => {
    const [reader, friend] = await cast(server, 'reader', 'friend')
    await follow(reader, friend)
    const ids: string[] = []
    for (let n = 0; n < 25; n += 1) ids.unshift((await say(friend, `post ${n}`)).id)
    const read: string[] = []
    for await (const page of mastoOf(server, reader).v1.timelines.home.list({ limit: 10 })) {
      read.push(...page.map((status) => status.id))
    }
    expect(read).toEqual(ids)
    const newer = mastoOf(server, reader).v1.timelines.home.list({ limit: 10, minId: ids[24] }).setDirection('prev')
    const forward: string[] = []
    for await (const page of newer) forward.unshift(...page.map((status) => status.id))
    expect(forward).toEqual(ids.slice(0, 24))
  })

  const START = 1000

  test('keeps 800 entries', async () => {
    const [reader, friend] = await cast(server, 'reader', 'friend')
    const insert = server.ctx.db.prepare(
      `INSERT INTO statuses (id, account_id, local, thread_id, text, visibility, created_at) VALUES (?, ?, 1, ?, 'x', 'public', 0)`,
    )
    const enter = server.ctx.db.prepare('INSERT INTO home_entries (account_id, status_id) VALUES (?, ?)')
    server.ctx.transact(() => {
      for (let id = 1; id <= 805; id += 1) {
        insert.run(id + START, friend.accountId, id)
        enter.run(reader.accountId, id + START)
      }
    })
    await server.advance('PT25H')
    const kept = server.ctx.db
      .prepare('SELECT count(*) AS n, min(status_id) AS oldest FROM home_entries WHERE account_id = ?')
      .get(reader.accountId)
    expect(kept).toEqual({ n: 800, oldest: START + 6 })
  })

  test('of every follower has a post, also where there are more than are written at once', async () => {
    const [author] = await cast(server, 'author')
    const { db } = server.ctx
    const account = db.prepare(
      `INSERT INTO accounts (id, username, username_key, created_at, joined_at) VALUES (@id, @name, @name, 0, 1)`,
    )
    const link = db.prepare('INSERT INTO follows (id, account_id, target_id, created_at) VALUES (?, ?, ?, 0)')
    server.ctx.transact(() => {
      for (let n = 1; n <= 450; n += 1) {
        const id = server.ctx.newId()
        account.run({ id, name: `crowd${n}` })
        link.run(server.ctx.newId(), id, author.accountId)
      }
    })
    const status = await say(author, 'to all')
    const reached = () => db.prepare('SELECT count(*) AS n FROM home_entries WHERE status_id = ?').get(status.id)
    await server.advance('PT1S')
    expect(reached()).toEqual({ n: 451 })
  })
})

test('home is for members alone', async () => {
  const waiting = await server.signUp('waiting', { waiting: true })
  const writer = await server.signUp('writer', { scopes: 'write' })
  expect((await server.visitor.get('/api/v1/timelines/home')).status).toBe(401)
  expect((await waiting.api.get('/api/v1/timelines/home')).status).toBe(403)
  expect((await writer.api.get('/api/v1/timelines/home')).status).toBe(403)
})
