import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast, follow, mastoOf, say } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const act = (person: Person, verb: string, other: Person, body?: unknown) =>
  person.api.post(`/api/v1/accounts/${other.id}/${verb}`, body)
const between = async (person: Person, other: Person) =>
  (await person.api.get(`/api/v1/accounts/relationships?id[]=${other.id}`)).body[0]
const counts = async (person: Person) => {
  const { followers_count, following_count } = (await server.visitor.get(`/api/v1/accounts/${person.id}`)).body
  return [followers_count, following_count]
}

describe('following', () => {
  test('through masto begins and ends, and is counted', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const masto = mastoOf(server, alice)
    const begun = await masto.v1.accounts.$select(bob.id).follow()
    expect(begun).toMatchObject({ id: bob.id, following: true, requested: false, showingReblogs: true, note: '' })
    expect(await counts(bob)).toEqual([1, 0])
    expect(await counts(alice)).toEqual([0, 1])
    expect(await between(bob, alice)).toMatchObject({ followed_by: true, following: false })
    expect(await masto.v1.accounts.$select(bob.id).unfollow()).toMatchObject({ following: false })
    expect(await counts(bob)).toEqual([0, 0])
    expect((await act(alice, 'unfollow', bob)).body.following).toBe(false)
  })

  test('again changes the terms, and says nothing twice', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    await follow(alice, bob)
    const again = await act(alice, 'follow', bob, { reblogs: false, languages: ['de', 'en'] })
    expect(again.body).toMatchObject({ following: true, showing_reblogs: false, languages: ['de', 'en'] })
    expect((await act(alice, 'follow', bob)).body).toMatchObject({ showing_reblogs: false, languages: ['de', 'en'] })
    expect((await act(alice, 'follow', bob, { languages: [] })).body.languages).toBeNull()
    expect(await counts(bob)).toEqual([1, 0])
    expect((await bob.api.get('/api/v1/notifications')).body).toHaveLength(1)
  })

  test('oneself, or somebody who is not there, is refused', async () => {
    const [alice] = await cast(server, 'alice')
    const waiting = await server.signUp('waiting', { waiting: true })
    expect((await act(alice, 'follow', alice)).status).toBe(403)
    expect((await act(alice, 'follow', waiting)).status).toBe(404)
    expect((await alice.api.post('/api/v1/accounts/1/follow')).status).toBe(404)
  })

  test('needs accepted rules and the scope for it', async () => {
    const [bob] = await cast(server, 'bob')
    const unaccepted = await server.signUp('unaccepted', { unaccepted: true })
    const reader = await server.signUp('onlyreads', { scopes: 'read' })
    const legacy = await server.signUp('legacy', { scopes: 'follow' })
    expect((await act(unaccepted, 'follow', bob)).body.error_code).toBe('rules_not_accepted')
    expect((await act(unaccepted, 'block', bob)).status).toBe(200)
    expect((await act(reader, 'follow', bob)).status).toBe(403)
    expect((await act(legacy, 'follow', bob)).status).toBe(200)
    expect((await server.visitor.post(`/api/v1/accounts/${bob.id}/follow`)).status).toBe(401)
  })
})

describe('a locked account', () => {
  const locked = async () => {
    const [owner, asker] = await cast(server, 'owner', 'asker')
    await owner.api.patch('/api/v1/accounts/update_credentials', { locked: true })
    return { owner, asker }
  }

  test('is asked, and lets somebody follow', async () => {
    const { owner, asker } = await locked()
    await say(owner, 'for followers', { visibility: 'private' })
    expect((await act(asker, 'follow', owner)).body).toMatchObject({ following: false, requested: true })
    expect(await between(owner, asker)).toMatchObject({ requested_by: true, followed_by: false })
    const masto = mastoOf(server, owner)
    expect((await masto.v1.followRequests.list()).map(({ id }) => id)).toEqual([asker.id])
    const allowed = await masto.v1.followRequests.$select(asker.id).authorize()
    expect(allowed).toMatchObject({ id: asker.id, followedBy: true, requestedBy: false })
    expect(await masto.v1.followRequests.list()).toEqual([])
    expect((await asker.api.get('/api/v1/timelines/home')).body).toHaveLength(1)
    expect(
      await masto.v1.followRequests
        .$select(asker.id)
        .authorize()
        .catch((error) => error.statusCode),
    ).toBe(404)
  })

  test('says no', async () => {
    const { owner, asker } = await locked()
    await act(asker, 'follow', owner)
    expect((await owner.api.post(`/api/v1/follow_requests/${asker.id}/reject`)).body.requested_by).toBe(false)
    expect(await between(asker, owner)).toMatchObject({ requested: false, following: false })
    expect((await owner.api.post(`/api/v1/follow_requests/${asker.id}/reject`)).status).toBe(404)
  })

  test('can be asked no longer, when one takes the request back', async () => {
    const { owner, asker } = await locked()
    await act(asker, 'follow', owner)
    expect((await act(asker, 'unfollow', owner)).body.requested).toBe(false)
    expect((await owner.api.get('/api/v1/follow_requests')).body).toEqual([])
    expect((await owner.api.get('/api/v1/notifications')).body).toEqual([])
  })

  test('that opens lets in all who asked', async () => {
    const { owner, asker } = await locked()
    await act(asker, 'follow', owner, { languages: ['de'] })
    await owner.api.patch('/api/v1/accounts/update_credentials', { locked: false })
    expect(await between(asker, owner)).toMatchObject({ requested: false, following: true, languages: ['de'] })
  })
})

describe('blocking', () => {
  test('ends follows and requests both ways, and neither can follow', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    await follow(alice, bob)
    await follow(bob, alice)
    expect((await act(alice, 'block', bob)).body).toMatchObject({
      blocking: true,
      following: false,
      followed_by: false,
    })
    expect(await between(bob, alice)).toMatchObject({ blocked_by: true, following: false })
    expect((await act(alice, 'follow', bob)).status).toBe(403)
    expect((await act(bob, 'follow', alice)).status).toBe(403)
    expect(await counts(alice)).toEqual([0, 0])
    expect((await act(alice, 'unblock', bob)).body).toMatchObject({ blocking: false, following: false })
    expect((await act(bob, 'follow', alice)).status).toBe(200)
    expect((await act(alice, 'block', alice)).status).toBe(403)
  })
})

describe('muting', () => {
  test('is unknown to the other, and can leave notifications alone', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const whole = { muting: true, muting_notifications: true, muting_expires_at: null }
    expect((await act(alice, 'mute', bob)).body).toMatchObject(whole)
    expect((await act(alice, 'mute', bob, { notifications: false })).body.muting_notifications).toBe(false)
    expect(await between(bob, alice)).toMatchObject({ muting: false, blocked_by: false })
    expect((await act(alice, 'unmute', bob)).body.muting).toBe(false)
  })

  test('for a time ends by itself', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const muted = await act(alice, 'mute', bob, { duration: 3600 })
    expect(new Date(muted.body.muting_expires_at).getTime() - server.ctx.now()).toBeGreaterThan(3_500_000)
    expect((await alice.api.get('/api/v1/mutes')).body[0].mute_expires_at).toBe(muted.body.muting_expires_at)
    await server.advance('PT2H')
    expect(await between(alice, bob)).toMatchObject({ muting: false, muting_expires_at: null })
    expect((await alice.api.get('/api/v1/mutes')).body).toEqual([])
    expect(server.ctx.db.prepare('SELECT count(*) AS n FROM mutes WHERE account_id = ?').get(alice.accountId)).toEqual({
      n: 0,
    })
  })
})

describe('lists of people', () => {
  test('go by the relation’s own row through all pages, the newest first', async () => {
    const [star] = await cast(server, 'star')
    const fans = await cast(server, 'fan', 'friend', 'fellow', 'foe', 'flake')
    for (const fan of fans) await follow(fan, star)
    const expected = fans.map(({ id }) => id).toReversed()
    const read: string[] = []
    for await (const page of mastoOf(server).v1.accounts.$select(star.id).followers.list({ limit: 2 })) {
      read.push(...page.map(({ id }) => id))
    }
    expect(read).toEqual(expected)
    const back: string[] = []
    const first = await server.visitor.get(`/api/v1/accounts/${star.id}/followers?limit=5`)
    const cursor = Number(/max_id=(\d+)/.exec(first.headers.get('link') ?? '')?.[1])
    const newer = await server.visitor.get(`/api/v1/accounts/${star.id}/followers?min_id=${cursor}&limit=2`)
    back.push(...newer.body.map(({ id }: { id: string }) => id))
    expect(back).toEqual(expected.slice(2, 4))
  })

  test('of following, blocks and mutes are there, the last two for oneself alone', async () => {
    const [alice, bob, carol] = await cast(server, 'alice', 'bob', 'carol')
    await follow(alice, bob)
    await act(alice, 'block', carol)
    await act(alice, 'mute', bob)
    const ids = async (path: string, person = alice) =>
      (await person.api.get(path)).body.map(({ id }: { id: string }) => id)
    expect(await ids(`/api/v1/accounts/${alice.id}/following`, carol)).toEqual([bob.id])
    expect(await ids('/api/v1/blocks')).toEqual([carol.id])
    expect(await ids('/api/v1/mutes')).toEqual([bob.id])
    expect(await ids('/api/v1/blocks', bob)).toEqual([])
    for (const path of ['blocks', 'mutes', 'follow_requests']) {
      expect((await server.visitor.get(`/api/v1/${path}`)).status).toBe(401)
    }
  })

  test('of others leave out whom one blocks or mutes', async () => {
    const [star, reader, pest, fan] = await cast(server, 'star', 'reader', 'pest', 'fan')
    await follow(pest, star)
    await follow(fan, star)
    await act(reader, 'block', pest)
    const path = `/api/v1/accounts/${star.id}/followers`
    expect((await reader.api.get(path)).body.map(({ id }: { id: string }) => id)).toEqual([fan.id])
    expect((await star.api.get(path)).body).toHaveLength(2)
  })
})

test('relationships come in the order asked for, without whom nobody can see', async () => {
  const [alice, bob, carol] = await cast(server, 'alice', 'bob', 'carol')
  const unseen = await server.signUp('unseen', { waiting: true })
  const ids = [carol.id, '1234567890123456', unseen.id, bob.id, carol.id]
  const reply = await alice.api.get(`/api/v1/accounts/relationships?${ids.map((id) => `id[]=${id}`).join('&')}`)
  expect(reply.body.map(({ id }: { id: string }) => id)).toEqual([carol.id, bob.id])
  expect(Object.keys(reply.body[0]).sort()).toEqual(
    [
      ...['blocked_by', 'blocking', 'domain_blocking', 'endorsed', 'followed_by', 'following', 'id', 'languages'],
      ...['muting', 'muting_expires_at', 'muting_notifications', 'note', 'notifying', 'requested', 'requested_by'],
      'showing_reblogs',
    ].sort(),
  )
  expect((await alice.api.get(`/api/v1/accounts/relationships?id=${bob.id}`)).body).toHaveLength(1)
  expect((await server.visitor.get('/api/v1/accounts/relationships')).status).toBe(401)
})
