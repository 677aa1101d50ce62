import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast, follow, mastoOf, say, wordsOf } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

type Told = { id: string; type: string; account: { id: string }; status?: { id: string; content: string } }
const told = async (person: Person, query = ''): Promise<Told[]> =>
  (await person.api.get(`/api/v1/notifications${query}`)).body
const kinds = async (person: Person, query = '') => (await told(person, query)).map(({ type }) => type)

describe('a member is told', () => {
  test('of follows, mentions and answers, the newest first', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    await follow(bob, alice)
    const mine = await say(alice, 'Question')
    await say(bob, `@${alice.username} answer`, { in_reply_to_id: mine.id })
    await say(bob, 'no mention', { in_reply_to_id: mine.id })
    const [mention, followed, ...more] = await mastoOf(server, alice).v1.notifications.list()
    expect(more).toEqual([])
    expect(mention).toMatchObject({ type: 'mention', account: { id: bob.id }, status: { inReplyToId: mine.id } })
    expect(mention?.groupKey).toBe(`ungrouped-${mention?.id}`)
    expect(Number(mention?.id)).toBeLessThan(1_000_000)
    expect(followed).toMatchObject({ type: 'follow', account: { id: bob.id } })
    expect(followed).not.toHaveProperty('status')
  })

  test('that somebody asks to follow, until that is answered', async () => {
    const [alice, bob, carol] = await cast(server, 'alice', 'bob', 'carol')
    await alice.api.patch('/api/v1/accounts/update_credentials', { locked: true })
    await follow(bob, alice)
    await follow(carol, alice)
    expect(await kinds(alice)).toEqual(['follow_request', 'follow_request'])
    await alice.api.post(`/api/v1/follow_requests/${bob.id}/authorize`)
    await alice.api.post(`/api/v1/follow_requests/${carol.id}/reject`)
    expect(await kinds(alice)).toEqual([])
  })

  test('nothing of themselves, nor of what is gone', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    await say(alice, `@${alice.username} a note to myself`)
    const status = await say(bob, `@${alice.username} not for long`)
    await follow(bob, alice)
    expect(await kinds(alice)).toEqual(['follow', 'mention'])
    await bob.api.delete(`/api/v1/statuses/${status.id}`)
    await bob.api.post(`/api/v1/accounts/${alice.id}/unfollow`)
    expect(await kinds(alice)).toEqual([])
  })

  test('nothing of whom they block, or mute with notifications, from then on and from before', async () => {
    const [alice, blocked, muted, quiet] = await cast(server, 'alice', 'blocked', 'muted', 'quiet')
    const everyone = [blocked, muted, quiet]
    for (const person of everyone) await say(person, `@${alice.username} before`)
    await alice.api.post(`/api/v1/accounts/${blocked.id}/block`)
    await alice.api.post(`/api/v1/accounts/${muted.id}/mute`)
    await alice.api.post(`/api/v1/accounts/${quiet.id}/mute`, { notifications: false })
    expect((await told(alice)).map(({ account }) => account.id)).toEqual([quiet.id])
    for (const person of everyone) await say(person, `@${alice.username} after`)
    await follow(muted, alice)
    expect((await told(alice)).map(({ account }) => account.id)).toEqual([quiet.id, quiet.id])
  })

  test('nothing by somebody who blocks them', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    await bob.api.post(`/api/v1/accounts/${alice.id}/block`)
    await say(bob, `@${alice.username} behind your back`)
    expect(await told(alice)).toEqual([])
    const kept = server.ctx.db.prepare('SELECT count(*) AS n FROM notifications WHERE account_id = ?')
    expect(kept.get(alice.accountId)).toEqual({ n: 0 })
  })

  test('again once a mute has ended', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    await alice.api.post(`/api/v1/accounts/${bob.id}/mute`, { duration: 600 })
    await say(bob, `@${alice.username} muted`)
    await server.advance('PT1H')
    await say(bob, `@${alice.username} heard`)
    expect(wordsOf((await told(alice)).map(({ status }) => status ?? { content: '' }))).toEqual([
      `@${alice.username} heard`,
    ])
  })
})

describe('notifications', () => {
  test('can be asked for by kind and by person', async () => {
    const [alice, bob, carol] = await cast(server, 'alice', 'bob', 'carol')
    await follow(bob, alice)
    await say(bob, `@${alice.username} hello`)
    await say(carol, `@${alice.username} hello`)
    expect(await kinds(alice, '?types[]=follow&types[]=poll')).toEqual(['follow'])
    expect(await kinds(alice, '?exclude_types[]=follow')).toEqual(['mention', 'mention'])
    expect(await kinds(alice, `?account_id=${carol.id}`)).toEqual(['mention'])
    expect(await kinds(alice, '?types[]=admin.report')).toEqual([])
  })

  test('can be read page by page, singly, dismissed and cleared', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    for (let n = 0; n < 5; n += 1) await say(bob, `@${alice.username} ${n}`)
    const masto = mastoOf(server, alice)
    const read: string[] = []
    for await (const page of masto.v1.notifications.list({ limit: 2 })) read.push(...page.map(({ id }) => id))
    expect(read).toHaveLength(5)
    const first = read[0] ?? ''
    expect((await masto.v1.notifications.$select(first).fetch()).id).toBe(first)
    await masto.v1.notifications.$select(first).dismiss()
    expect((await alice.api.get(`/api/v1/notifications/${first}`)).status).toBe(404)
    expect(await told(alice)).toHaveLength(4)
    await masto.v1.notifications.clear()
    expect(await told(alice)).toEqual([])
  })

  test('are one’s own alone', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    await say(bob, `@${alice.username} hello`)
    const [mine] = await told(alice)
    expect((await bob.api.get(`/api/v1/notifications/${mine?.id}`)).status).toBe(404)
    expect((await bob.api.post(`/api/v1/notifications/${mine?.id}/dismiss`)).status).toBe(404)
    expect((await bob.api.post('/api/v1/notifications/dismiss', { id: mine?.id })).status).toBe(404)
    await bob.api.post('/api/v1/notifications/clear')
    expect(await told(alice)).toHaveLength(1)
    expect((await server.visitor.get('/api/v1/notifications')).status).toBe(401)
  })

  test('are counted from where one stopped reading', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    for (let n = 0; n < 3; n += 1) await say(bob, `@${alice.username} ${n}`)
    const unread = async () => (await alice.api.get('/api/v1/notifications/unread_count')).body
    expect(await unread()).toEqual({ count: 3 })
    const [, second] = await told(alice)
    await alice.api.post('/api/v1/markers', { notifications: { last_read_id: second?.id } })
    expect(await unread()).toEqual({ count: 1 })
    expect((await alice.api.get('/api/v1/notifications/unread_count?limit=2')).body).toEqual({ count: 1 })
  })

  test('are counted as they are shown: not what is of somebody hidden since, nor what one may not see any more', async () => {
    const [alice, bob, carol] = await cast(server, 'alice', 'bob', 'carol')
    await follow(alice, bob)
    await alice.api.post(`/api/v1/accounts/${bob.id}/follow`, { notify: true })
    await say(bob, 'For those who follow me', { visibility: 'private' })
    await say(carol, `@${alice.username} hello`)
    await say(carol, `@${alice.username} again`)
    const counts = async () => [
      (await told(alice)).length,
      (await alice.api.get('/api/v1/notifications/unread_count')).body.count,
      (await alice.api.get('/api/v2/notifications/unread_count')).body.count,
    ]
    expect(await counts()).toEqual([3, 3, 3])
    await alice.api.post(`/api/v1/accounts/${bob.id}/unfollow`)
    expect(await counts()).toEqual([2, 2, 2])
    server.ctx.db.prepare('UPDATE accounts SET suspended_at = 1 WHERE id = ?').run(carol.accountId)
    expect(await counts()).toEqual([0, 0, 0])
  })
})
