import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Status } from '../../shared/api/wire.ts'
import { cast, follow, mastoOf, say, wordsOf } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const act = (person: Person, status: { id: string }, verb: string, body?: object) =>
  person.api.post(`/api/v1/statuses/${status.id}/${verb}`, body)
const read = async (person: Person, status: { id: string }): Promise<Status> =>
  (await person.api.get(`/api/v1/statuses/${status.id}`)).body
const home = async (person: Person): Promise<Status[]> => (await person.api.get('/api/v1/timelines/home')).body
const told = async (person: Person): Promise<string[]> =>
  (await person.api.get('/api/v1/notifications')).body.map((one: { type: string }) => one.type)

describe('a favourite', () => {
  test('is counted, shown to who gave it, told to the author, and found again', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const post = await say(alice, 'Bread and roses')
    const masto = mastoOf(server, bob)
    const liked = await masto.v1.statuses.$select(post.id).favourite()
    expect(liked).toMatchObject({ id: post.id, favourited: true, favouritesCount: 1, bookmarked: false })
    expect(await read(alice, post)).toMatchObject({ favourited: false, favourites_count: 1 })
    expect(await told(alice)).toEqual(['favourite'])
    expect((await masto.v1.favourites.list()).map(({ id }) => id)).toEqual([post.id])
    const who = await mastoOf(server, alice).v1.statuses.$select(post.id).favouritedBy.list()
    expect(who.map(({ id }) => id)).toEqual([bob.id])
    // a second time changes nothing
    await masto.v1.statuses.$select(post.id).favourite()
    expect((await read(alice, post)).favourites_count).toBe(1)
    const back = await masto.v1.statuses.$select(post.id).unfavourite()
    expect(back).toMatchObject({ favourited: false, favouritesCount: 0 })
    expect(await told(alice)).toEqual([])
    expect(await masto.v1.favourites.list()).toEqual([])
  })

  test('of a boost is of what it boosts', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const post = await say(alice, 'First')
    const boost = (await act(bob, post, 'reblog')).body
    expect((await act(bob, boost, 'favourite')).body).toMatchObject({ id: post.id, favourites_count: 1 })
  })

  test('is of nothing that is not to be seen, and of nobody whom one blocks', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const secret = await say(alice, 'For followers', { visibility: 'private' })
    for (const verb of ['favourite', 'reblog', 'bookmark', 'pin']) {
      expect((await act(bob, secret, verb)).status, verb).toBe(404)
    }
    for (const list of ['favourited_by', 'reblogged_by']) {
      expect((await bob.api.get(`/api/v1/statuses/${secret.id}/${list}`)).status, list).toBe(404)
      expect((await server.visitor.get(`/api/v1/statuses/${secret.id}/${list}`)).status, list).toBe(404)
    }
    const open = await say(alice, 'For all')
    await bob.api.post(`/api/v1/accounts/${alice.id}/block`)
    expect((await act(bob, open, 'favourite')).status).toBe(403)
    expect((await act(bob, open, 'reblog')).status).toBe(403)
    expect((await act(bob, { id: '12' }, 'favourite')).status).toBe(404)
  })

  test('can be taken back from a post that one may not see any more', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const post = await say(alice, 'Seen once')
    await act(bob, post, 'favourite')
    await alice.api.post(`/api/v1/accounts/${bob.id}/block`)
    expect((await act(bob, post, 'unfavourite')).status).toBe(404)
    expect((await read(alice, post)).favourites_count).toBe(0)
  })

  test('of somebody who mutes the conversation, or has a truce, is not told', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const post = await say(alice, 'A loud talk')
    await act(alice, post, 'mute')
    await act(bob, post, 'favourite')
    await act(bob, post, 'reblog')
    expect(await told(alice)).toEqual([])
  })
})

describe('a bookmark', () => {
  test('is found again, and nobody else knows of it', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const [one, two] = [await say(alice, 'One'), await say(alice, 'Two')]
    const masto = mastoOf(server, bob)
    expect(await masto.v1.statuses.$select(two.id).bookmark()).toMatchObject({ bookmarked: true })
    await masto.v1.statuses.$select(one.id).bookmark()
    expect((await masto.v1.bookmarks.list()).map(({ id }) => id)).toEqual([one.id, two.id])
    expect(await mastoOf(server, alice).v1.bookmarks.list()).toEqual([])
    expect(await told(alice)).toEqual([])
    await masto.v1.statuses.$select(one.id).unbookmark()
    expect((await masto.v1.bookmarks.list()).map(({ id }) => id)).toEqual([two.id])
  })

  test('lists page by the bookmarks’ own order', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const posts = [await say(alice, '1'), await say(alice, '2'), await say(alice, '3')]
    for (const post of [posts[2], posts[0], posts[1]]) if (post) await act(bob, post, 'bookmark')
    const first = await bob.api.get('/api/v1/bookmarks?limit=2')
    expect(wordsOf(first.body)).toEqual(['2', '1'])
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? ''
    expect(wordsOf((await bob.api.get(next)).body)).toEqual(['3'])
  })
})

describe('a boost', () => {
  test('comes to the homes of followers and to the profile, as a post of its own with the whole post in it', async () => {
    const [alice, bob, carol] = await cast(server, 'alice', 'bob', 'carol')
    await follow(carol, bob)
    const post = await say(alice, 'Pass it on', { spoiler_text: 'food' })
    const masto = mastoOf(server, bob)
    const boost = await masto.v1.statuses.$select(post.id).reblog()
    expect(boost).toMatchObject({ account: { id: bob.id }, reblogged: true, reblog: { id: post.id, reblogsCount: 1 } })
    expect(boost.id).not.toBe(post.id)
    const [got] = await home(carol)
    expect(got).toMatchObject({
      id: boost.id,
      account: { id: bob.id },
      reblog: { id: post.id, account: { id: alice.id }, spoiler_text: 'food' },
      spoiler_text: 'food',
      reblogged: false,
      in_reply_to_id: null,
    })
    expect(got?.content).toBe(post.content)
    const profile = await masto.v1.accounts.$select(bob.id).statuses.list()
    expect(profile.map(({ id }) => id)).toEqual([boost.id])
    expect(await masto.v1.accounts.$select(bob.id).statuses.list({ excludeReblogs: true })).toEqual([])
    expect(await told(alice)).toEqual(['reblog'])
    const who = await masto.v1.statuses.$select(post.id).rebloggedBy.list()
    expect(who.map(({ id }) => id)).toEqual([bob.id])
    expect((await act(bob, boost, 'reblog')).body.id).toBe(boost.id)
    const back = await masto.v1.statuses.$select(post.id).unreblog()
    expect(back).toMatchObject({ id: post.id, reblogged: false, reblogsCount: 0 })
    expect(await home(carol)).toEqual([])
    expect(await told(alice)).toEqual([])
  })

  test('stays out of public timelines and of homes that want none of that person', async () => {
    const [alice, bob, carol] = await cast(server, 'alice', 'bob', 'carol')
    await follow(carol, bob, { reblogs: false })
    const post = await say(alice, 'Once is enough')
    const boost = (await act(bob, post, 'reblog')).body
    expect(await home(carol)).toEqual([])
    const local = (await server.visitor.get('/api/v1/timelines/public?local=true')).body
    expect(local.some(({ id }: Status) => id === boost.id)).toBe(false)
    expect(local.some(({ id }: Status) => id === post.id)).toBe(true)
  })

  test('does not double what a home has among its newest posts', async () => {
    const [alice, bob, carol, dora] = await cast(server, 'alice', 'bob', 'carol', 'dora')
    for (const person of [bob, carol]) await follow(dora, person)
    const post = await say(alice, 'By two people')
    const boost = (await act(bob, post, 'reblog')).body
    await act(carol, post, 'reblog')
    expect((await home(dora)).map(({ id }) => id)).toEqual([boost.id])
    await follow(dora, alice)
    const known = await say(alice, 'From herself')
    await act(bob, known, 'reblog')
    expect((await home(dora)).map(({ id }) => id)).toContain(known.id)
    expect((await home(dora)).filter(({ reblog }) => reblog?.id === known.id)).toEqual([])
  })

  test('of somebody whom the reader blocks, mutes or is blocked by stays out of the home', async () => {
    const [blocked, muted, blocker, bob, dora] = await cast(server, 'blocked', 'muted', 'blocker', 'bob', 'dora')
    await follow(dora, bob)
    await dora.api.post(`/api/v1/accounts/${blocked.id}/block`)
    await dora.api.post(`/api/v1/accounts/${muted.id}/mute`)
    await blocker.api.post(`/api/v1/accounts/${dora.id}/block`)
    const posts = [await say(blocked, 'a'), await say(muted, 'b'), await say(blocker, 'c')]
    const boosts: Status[] = []
    for (const post of posts) boosts.push((await act(bob, post, 'reblog')).body)
    expect(await home(dora)).toEqual([])
    // a mute is a choice for lists; a block of the author's hides the post itself
    expect((await dora.api.get(`/api/v1/statuses/${boosts[2]?.id}`)).status).toBe(404)
  })

  test('with a warning that the reader hides stays out of the home', async () => {
    const [alice, bob, dora] = await cast(server, 'alice', 'bob', 'dora')
    await follow(dora, bob)
    await dora.browser.put('/api/community/v1/warnings/choices', { topics: { food: { text: 'hide', media: 'hide' } } })
    const post = await say(alice, 'Soup', { spoiler_text: 'food' })
    await act(bob, post, 'reblog')
    expect(wordsOf(await home(dora))).toEqual([])
  })

  test('is for nobody more than the post', async () => {
    const [alice, bob, carol] = await cast(server, 'alice', 'bob', 'carol')
    await follow(bob, alice)
    await follow(carol, bob)
    const quiet = await say(alice, 'Quiet', { visibility: 'unlisted' })
    expect((await act(bob, quiet, 'reblog', { visibility: 'public' })).body.visibility).toBe('unlisted')
    const open = await say(alice, 'Open')
    expect((await act(bob, open, 'reblog', { visibility: 'private' })).body.visibility).toBe('private')
    const [stranger] = await cast(server, 'stranger')
    expect((await stranger.api.get(`/api/v1/statuses/${open.id}/reblogged_by`)).body).toEqual([])
    expect((await read(stranger, open)).reblogs_count).toBe(0)
    const inside = await say(alice, 'Here only', { local_only: true })
    const boost = (await act(bob, inside, 'reblog')).body
    expect(boost.local_only).toBe(true)
    expect((await server.visitor.get(`/api/v1/statuses/${boost.id}`)).status).toBe(404)
    expect((await act(bob, open, 'reblog', { visibility: 'direct' })).status).toBe(422)
  })

  test('of a private post is its author’s alone, and of a direct one nobody’s', async () => {
    const [alice, bob, carol] = await cast(server, 'alice', 'bob', 'carol')
    await follow(bob, alice)
    const secret = await say(alice, 'For followers', { visibility: 'private' })
    const refused = await act(bob, secret, 'reblog')
    expect([refused.status, refused.body.error]).toEqual([
      403,
      'A post for followers can only be boosted by its author.',
    ])
    const own = (await act(alice, secret, 'reblog')).body
    expect(own.visibility).toBe('private')
    expect((await read(bob, own)).reblog?.id).toBe(secret.id)
    expect((await carol.api.get(`/api/v1/statuses/${own.id}`)).status).toBe(404)
    const direct = await say(alice, `@${bob.username} hi`, { visibility: 'direct' })
    expect((await act(bob, direct, 'reblog')).status).toBe(403)
    expect((await act(alice, direct, 'reblog')).status).toBe(403)
  })

  test('of somebody with whom one has a truce is held back', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const post = await say(alice, 'Before')
    server.ctx.db
      .prepare(
        `INSERT INTO truces (id, kind, account_id, target_id, days, offered_at, answer_by, ends_at)
         VALUES (?, 'truce', ?, ?, 1, 0, 0, ?)`,
      )
      .run(server.ctx.newId(), alice.accountId, bob.accountId, server.ctx.now() + 1e8)
    const refused = await act(bob, post, 'reblog')
    expect(refused.status).toBe(422)
    expect(refused.body.error).toContain('truce')
  })

  test('goes with what it boosts, and can be deleted as a post of its own', async () => {
    const [alice, bob, carol] = await cast(server, 'alice', 'bob', 'carol')
    await follow(carol, bob)
    const [one, two] = [await say(alice, 'One'), await say(alice, 'Two')]
    const first = (await act(bob, one, 'reblog')).body
    const second = (await act(bob, two, 'reblog')).body
    expect((await alice.api.delete(`/api/v1/statuses/${second.id}`)).status).toBe(404)
    await alice.api.delete(`/api/v1/statuses/${one.id}`)
    expect((await bob.api.get(`/api/v1/statuses/${first.id}`)).status).toBe(404)
    expect((await bob.api.put(`/api/v1/statuses/${second.id}`, { status: 'Words' })).status).toBe(404)
    expect((await bob.api.delete(`/api/v1/statuses/${second.id}`)).status).toBe(200)
    expect(await read(alice, two)).toMatchObject({ reblogs_count: 0 })
    expect(await home(carol)).toEqual([])
    expect(await told(alice)).toEqual([])
  })

  test('is answered, muted and read with its thread as what it boosts', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const post = await say(alice, 'Root')
    const boost = (await act(bob, post, 'reblog')).body
    const answer = await say(bob, 'Under it', { in_reply_to_id: boost.id })
    expect(answer.in_reply_to_id).toBe(post.id)
    const { descendants } = (await bob.api.get(`/api/v1/statuses/${boost.id}/context`)).body
    expect(descendants.map(({ id }: Status) => id)).toEqual([answer.id])
    await act(bob, boost, 'mute')
    expect((await read(bob, post)).muted).toBe(true)
  })

  test('asks for the rules and for the scope', async () => {
    const [alice] = await cast(server, 'alice')
    const post = await say(alice, 'Hm')
    const late = await server.signUp('late', { unaccepted: true })
    expect((await act(late, post, 'reblog')).status).toBe(403)
    expect((await act(late, post, 'favourite')).status).toBe(200)
    const reader = await server.signUp('reader', { scopes: 'read' })
    for (const verb of ['reblog', 'unreblog', 'favourite', 'unfavourite', 'bookmark', 'unbookmark', 'pin', 'unpin']) {
      expect((await act(reader, post, verb)).status, verb).toBe(403)
      expect((await server.visitor.post(`/api/v1/statuses/${post.id}/${verb}`)).status, verb).toBe(401)
    }
    for (const list of ['favourites', 'bookmarks']) {
      expect((await server.visitor.get(`/api/v1/${list}`)).status).toBe(401)
    }
  })
})
