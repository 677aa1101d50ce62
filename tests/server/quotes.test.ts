import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Status } from '../../shared/api/wire.ts'
import type { Client } from '../support/client.ts'
import { cast, follow, mastoOf, say } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const everyone = { quote_approval_policy: 'public' }
const tryQuote = (person: Person, quoted: Status, more: object = {}) =>
  person.api.post('/api/v1/statuses', { status: 'Look', quoted_status_id: quoted.id, ...more })
const quoteBy = async (person: Person, quoted: Status, more: object = {}): Promise<Status> => {
  const reply = await tryQuote(person, quoted, more)
  if (reply.status !== 200) throw new Error(`not quoted: ${reply.status} ${reply.text}`)
  return reply.body
}
const refusal = async (person: Person, quoted: Status, more: object = {}) => {
  const { status, body } = await tryQuote(person, quoted, more)
  return [status, Object.values<{ error: string }[]>(body.details ?? {})[0]?.[0]?.error]
}
const seenBy = async (client: Client, { id }: Status) => (await client.get<Status>(`/api/v1/statuses/${id}`)).body.quote

describe('a quote', () => {
  test('shows the quoted post to who may see it, and counts', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const post = await say(alice, 'The news', everyone)
    expect(post.quote_approval).toEqual({ automatic: ['public'], manual: [], current_user: 'automatic' })
    const quote = await quoteBy(bob, post)
    expect(quote.quote).toMatchObject({ state: 'accepted', quoted_status: { id: post.id, content: '<p>The news</p>' } })
    expect(await seenBy(server.visitor, quote)).toMatchObject({ quoted_status: { id: post.id } })
    expect((await alice.api.get(`/api/v1/statuses/${post.id}`)).body.quotes_count).toBe(1)
    const listed = await alice.api.get(`/api/v1/statuses/${post.id}/quotes`)
    expect(listed.body.map(({ id }: Status) => id)).toEqual([quote.id])
    const [told] = (await alice.api.get('/api/v1/notifications')).body
    expect([told.type, told.status.id]).toEqual(['quote', quote.id])
    const again = await quoteBy(alice, quote, {}).catch((error: Error) => error.message)
    expect(again).toContain('422')
    expect((await mastoOf(server, bob).v1.statuses.$select(quote.id).fetch()).quote?.state).toBe('accepted')
  })

  test('within a quote gives an id and no more', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const post = await say(alice, 'First', everyone)
    const quote = await quoteBy(bob, post, everyone)
    const outer = await quoteBy(alice, quote)
    expect(outer.quote).toMatchObject({
      quoted_status: { id: quote.id, quote: { state: 'accepted', quoted_status_id: post.id } },
    })
  })

  test('is the author’s to allow: followers are where nothing is chosen', async () => {
    const [alice, bob, carol] = await cast(server, 'alice', 'bob', 'carol')
    await follow(bob, alice)
    const post = await say(alice, 'For those who follow')
    expect(post.quote_approval?.automatic).toEqual(['followers'])
    expect((await carol.api.get(`/api/v1/statuses/${post.id}`)).body.quote_approval.current_user).toBe('denied')
    expect(await refusal(carol, post)).toEqual([422, 'ERR_FORBIDDEN'])
    expect((await tryQuote(bob, post)).status).toBe(200)
    expect((await tryQuote(alice, post)).status).toBe(200)
    const policy = { quote_approval_policy: 'nobody' }
    const changed = await alice.api.put(`/api/v1/statuses/${post.id}/interaction_policy`, policy)
    expect(changed.body.quote_approval.automatic).toEqual([])
    expect(await refusal(bob, post)).toEqual([422, 'ERR_FORBIDDEN'])
    expect((await bob.api.put(`/api/v1/statuses/${post.id}/interaction_policy`, policy)).status).toBe(404)
    await alice.api.patch('/api/v1/accounts/update_credentials', { source: { quote_policy: 'nobody' } })
    expect((await alice.api.get('/api/v1/preferences')).body['posting:default:quote_policy']).toBe('nobody')
    expect((await say(alice, 'Later')).quote_approval?.automatic).toEqual([])
  })

  test('of a post for few people is for its author alone, and for no more people', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    await follow(bob, alice)
    const secret = await say(alice, 'For followers', { visibility: 'private', ...everyone })
    const direct = await say(alice, `@${bob.username} for you`, { visibility: 'direct', ...everyone })
    expect(secret.quote_approval?.automatic).toEqual([])
    for (const post of [secret, direct]) expect(await refusal(bob, post)).toEqual([422, 'ERR_FORBIDDEN'])
    expect(await refusal(alice, direct)).toEqual([422, 'ERR_FORBIDDEN'])
    expect((await quoteBy(alice, secret, { visibility: 'public' })).visibility).toBe('private')
    const local = await say(alice, 'In here', { local_only: true, ...everyone })
    expect((await quoteBy(bob, local)).local_only).toBe(true)
    const [carol] = await cast(server, 'carol')
    expect((await tryQuote(carol, secret)).status).toBe(404)
  })

  test('shows nothing of a post that its reader may not see', async () => {
    const [alice, bob, carol, dora] = await cast(server, 'alice', 'bob', 'carol', 'dora')
    await follow(carol, alice)
    const secret = await say(alice, 'For followers', { visibility: 'private' })
    const quote = await quoteBy(alice, secret, { status: `Look @${dora.username}`, visibility: 'private' })
    await follow(dora, alice)
    expect(await seenBy(carol.api, quote)).toMatchObject({ state: 'accepted' })
    await dora.api.post(`/api/v1/accounts/${alice.id}/unfollow`)
    expect(await seenBy(dora.api, quote)).toEqual({ state: 'unauthorized', quoted_status: null })
    const post = await say(alice, 'The news', everyone)
    const open = await quoteBy(bob, post)
    await alice.api.post(`/api/v1/accounts/${dora.id}/block`)
    const { text } = await dora.api.get(`/api/v1/statuses/${open.id}`)
    expect(JSON.parse(text).quote).toEqual({ state: 'unauthorized', quoted_status: null })
    for (const trace of [post.id, alice.username, 'The news']) expect(text).not.toContain(trace)
    await carol.api.post(`/api/v1/accounts/${alice.id}/mute`)
    expect(await seenBy(carol.api, open)).toEqual({ state: 'muted_account', quoted_status: null })
    await carol.api.post(`/api/v1/accounts/${alice.id}/block`)
    expect(await seenBy(carol.api, open)).toEqual({ state: 'blocked_account', quoted_status: null })
    await alice.api.delete(`/api/v1/statuses/${post.id}`)
    expect(await seenBy(carol.api, open)).toEqual({ state: 'deleted', quoted_status: null })
  })

  test('ends when the author takes it back, and with a block', async () => {
    const [alice, bob, carol] = await cast(server, 'alice', 'bob', 'carol')
    const post = await say(alice, 'The news', everyone)
    const [quote, other] = [await quoteBy(bob, post), await quoteBy(carol, post)]
    const path = `/api/v1/statuses/${post.id}/quotes/${quote.id}/revoke`
    expect((await bob.api.post(path)).status).toBe(404)
    expect((await alice.api.post(path)).body.quote).toEqual({ state: 'revoked', quoted_status: null })
    expect((await alice.api.post(path)).status).toBe(404)
    expect(await seenBy(bob.api, quote)).toEqual({ state: 'revoked', quoted_status: null })
    await carol.api.post(`/api/v1/accounts/${alice.id}/block`)
    expect(await seenBy(bob.api, other)).toEqual({ state: 'revoked', quoted_status: null })
    expect((await bob.api.get(`/api/v1/statuses/${post.id}`)).body.quotes_count).toBe(0)
    expect((await tryQuote(carol, post)).status).toBe(422)
    expect((await tryQuote(alice, await say(carol, 'Mine', everyone).catch(() => post))).status).not.toBe(200)
  })

  test('is held back by a truce, in both directions', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const [hers, his] = [await say(alice, 'Hers', everyone), await say(bob, 'His', everyone)]
    const offer = await alice.api.post('/api/community/v1/truces', { account_id: bob.id, days: 3 })
    await bob.api.post(`/api/community/v1/truces/${offer.body.id}/accept`)
    expect(await refusal(bob, hers)).toEqual([422, 'ERR_TRUCE'])
    expect(await refusal(alice, his)).toEqual([422, 'ERR_TRUCE'])
  })

  test('has no pictures and no poll, and tells its author when the quoted post is edited', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const post = await say(alice, 'The news', everyone)
    expect(await refusal(bob, post, { poll: { options: ['a', 'b'], expires_in: 3600 } })).toEqual([
      422,
      'ERR_INCLUSION',
    ])
    const quote = await quoteBy(bob, post, { status: '' })
    expect(quote.content).toBe('')
    await alice.api.put(`/api/v1/statuses/${post.id}`, { status: 'Other news' })
    const told = (await bob.api.get('/api/v1/notifications')).body
    expect(told.map((one: { type: string; status: Status }) => [one.type, one.status.id])).toEqual([
      ['quoted_update', post.id],
    ])
    expect(
      (await bob.api.put(`/api/v1/statuses/${quote.id}`, { status: 'See', quoted_status_id: '' })).body.quote,
    ).toMatchObject({ state: 'accepted' })
  })
})
