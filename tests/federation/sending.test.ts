import { createPublicKey, createVerify } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sha256Hex } from '../../server/core/crypto.ts'
import { say } from '../support/masto.ts'
import { type Received, type RecordingPeer, startRecordingPeer } from '../support/recording-peer.ts'
import { isA, type Sending, startSending } from '../support/sending.ts'
import type { Person, TestServer } from '../support/server.ts'

let sending: Sending
let server: TestServer
let peer: RecordingPeer
let alice: Person
let fan: { id: number; uri: string }
let stranger: { id: number; uri: string }

const actorOf = (person: Person) => `${server.url}/ap/users/${person.id}`
beforeAll(async () => {
  sending = await startSending()
  ;({ server, peer, alice, fan, stranger } = sending)
})
beforeEach(() => {
  peer.received.length = 0
  peer.answer = { status: 202 }
})
afterAll(() => sending.stop())

describe('a post', () => {
  test('goes once to the server of all who follow its author, signed so that its key proves it', async () => {
    const status = await say(alice, 'Hello')
    const { headers, raw, body, path } = await peer.waitFor(isA('Create', status.uri))
    expect(path).toBe('/inbox')
    expect(body).toMatchObject({ actor: actorOf(alice), object: { id: status.uri, type: 'Note' } })
    expect(headers['content-type']).toBe('application/activity+json')
    expect(headers.digest).toBe(`SHA-256=${Buffer.from(sha256Hex(raw), 'hex').toString('base64')}`)
    const signature = String(headers.signature)
    const part = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(signature)?.[1] ?? ''
    expect(part('headers')).toBe('(request-target) host date digest')
    const text = part('headers')
      .split(' ')
      .map((name) => `${name}: ${name === '(request-target)' ? 'post /inbox' : headers[name]}`)
      .join('\n')
    const { body: actor } = await server.visitor.get(`/ap/users/${alice.id}`, { accept: 'application/activity+json' })
    expect(part('keyId')).toBe(actor.publicKey.id)
    const key = createPublicKey(actor.publicKey.publicKeyPem)
    expect(createVerify('sha256').update(text).verify(key, part('signature'), 'base64')).toBe(true)
    await sending.settled()
    expect(peer.received.filter(isA('Create', status.uri))).toHaveLength(1)
  })

  test('is signed by RFC 9421 for a server that takes nothing else, from then on at once', async () => {
    const picky = await startRecordingPeer('127.0.0.2')
    const reader = picky.person(server.ctx, 'reader')
    const bea = await server.signUp('bea')
    sending.followFrom(reader.id, bea)
    picky.answer = { status: 401 }
    await say(bea, 'First')
    await sending.settled()
    const asked = picky.received.map(({ headers }) => headers['signature-input'] !== undefined)
    expect(asked).toEqual([false, true])
    const [, second] = picky.received
    expect(second?.headers['content-digest']).toBe(
      `sha-256=:${Buffer.from(sha256Hex(second?.raw ?? ''), 'hex').toString('base64')}:`,
    )
    await picky.stop()
  })

  test('is said anew when it is edited, and gone when it is deleted, to whoever got it', async () => {
    const status = await say(alice, 'Frist')
    await sending.settled()
    await alice.api.put(`/api/v1/statuses/${status.id}`, { status: 'First' })
    const { body: update } = await peer.waitFor(isA('Update', status.uri))
    expect(update.object.content).toContain('First')
    expect(update.object.updated).toBeDefined()
    await sending.settled()
    server.ctx.db.prepare('DELETE FROM follows WHERE account_id = ?').run(fan.id)
    await alice.api.delete(`/api/v1/statuses/${status.id}`)
    const { body: gone } = await peer.waitFor(isA('Delete', status.uri))
    expect(gone.object).toEqual({ id: status.uri, type: 'Tombstone' })
    sending.followFrom(fan.id, alice)
  })

  test('is said anew when two stop replying below it, with the two as those who may not', async () => {
    const status = await say(alice, 'A talk of many')
    const [ann, ben] = [await server.signUp('locked_ann'), await server.signUp('locked_ben')]
    await sending.settled()
    const locks = '/api/community/v1/thread_locks'
    const { body } = await ann.api.post(locks, { account_id: ben.id, status_id: status.id, days: 3 })
    await ben.api.post(`${locks}/${body.id}/accept`)
    const { body: update } = await peer.waitFor(isA('Update', status.uri))
    expect(update.object.interactionPolicy.canReply.manualApproval).toEqual([actorOf(ann), actorOf(ben)])
    peer.received.length = 0
    await ben.api.delete(`${locks}/${body.id}`)
    expect((await peer.waitFor(isA('Update', status.uri))).body.object.interactionPolicy.canReply).toBeUndefined()
  })

  test('MUST: that is deleted while it is on its way is not sent again, and whoever may have it hears that it is gone', async () => {
    const { promise: after, resolve: letGo } = Promise.withResolvers<void>()
    peer.answer = { status: 503, after }
    const status = await say(alice, 'Too much said')
    await peer.waitFor(isA('Create', status.uri))
    peer.answer = { status: 202 }
    await alice.api.delete(`/api/v1/statuses/${status.id}`)
    letGo()
    await server.advance('PT1H')
    expect(peer.received.filter(isA('Create', status.uri))).toHaveLength(1)
    expect(peer.received.filter(isA('Delete', status.uri))).toHaveLength(1)
    peer.answer = { status: 500 }
    const again = await say(alice, 'Said although it failed')
    await sending.settled()
    await alice.api.delete(`/api/v1/statuses/${again.id}`)
    peer.answer = { status: 202 }
    await server.advance('PT1H')
    expect(peer.received.filter(isA('Delete', again.uri))).not.toHaveLength(0)
  })

  test('that moderators hid tells its new words to nobody', async () => {
    const status = await say(alice, 'Unkind')
    await peer.waitFor(isA('Create', status.uri))
    await sending.settled()
    server.ctx.db.prepare('UPDATE statuses SET hidden_at = ? WHERE id = ?').run(server.ctx.now(), status.id)
    await alice.api.put(`/api/v1/statuses/${status.id}`, { status: 'More unkind' })
    await sending.settled()
    expect(peer.received.filter(isA('Update', status.uri))).toEqual([])
  })

  test('boosted and taken back is an Announce and its Undo', async () => {
    const status = await say(alice, 'Boost me')
    await alice.api.post(`/api/v1/statuses/${status.id}/reblog`)
    const { body } = await peer.waitFor(isA('Announce', status.uri))
    expect(body).toMatchObject({ actor: actorOf(alice), object: status.uri })
    await sending.settled()
    await alice.api.post(`/api/v1/statuses/${status.id}/unreblog`)
    const { body: undone } = await peer.waitFor(isA('Undo', status.uri))
    expect(undone.object).toMatchObject({ id: body.id, type: 'Announce', object: status.uri })
  })

  test('with a poll tells after a while how people voted, and its end', async () => {
    const ben = await server.signUp('ben')
    const status = await say(alice, 'When?', { poll: { options: ['now', 'later'], expires_in: 3600 } })
    await peer.waitFor(isA('Create', status.uri))
    await ben.api.post(`/api/v1/polls/${status.poll?.id}/votes`, { choices: [0] })
    await sending.settled()
    expect(peer.received.filter(isA('Update'))).toHaveLength(0)
    await server.advance('PT5M')
    expect((await peer.waitFor(isA('Update', status.uri))).body.object.oneOf[0].replies.totalItems).toBe(1)
    await server.advance('PT2H')
    expect((await peer.waitFor(({ body }) => body.object?.closed !== undefined)).body.type).toBe('Update')
  })
})

describe('MUST: an audience is kept', () => {
  const inboxesFor = async (how: Record<string, unknown>, text = 'Said'): Promise<string[]> => {
    const status = await say(alice, text, how)
    await sending.settled()
    return peer.received.filter(isA('Create', status.uri)).map(({ path }) => path)
  }

  test('what is for this community leaves by no way, in no form', async () => {
    const status = await say(alice, 'Within', { local_only: true })
    await alice.api.put(`/api/v1/statuses/${status.id}`, { status: 'Within us' })
    await alice.api.post(`/api/v1/statuses/${status.id}/reblog`)
    await alice.api.post(`/api/v1/statuses/${status.id}/pin`)
    await sending.settled()
    await alice.api.delete(`/api/v1/statuses/${status.id}`)
    await sending.settled()
    expect(peer.received).toEqual([])
  })

  test('a post for followers goes to followers alone', async () => {
    expect(await inboxesFor({ visibility: 'private' })).toEqual(['/inbox'])
    const { body } = peer.received[0] as Received
    expect([body.to, body.cc]).toEqual([[`${actorOf(alice)}/followers`], []])
    // FEP-8fcf: the server hears whom of its people we count as followers
    const said = String(peer.received[0]?.headers['collection-synchronization'])
    expect(said).toContain(`collectionId="${actorOf(alice)}/followers"`)
    expect(said).toContain(`digest="${sha256Hex(fan.uri)}"`)
    expect((await server.visitor.get(`/ap/users/${alice.id}/followers_synchronization`)).status).toBe(404)
  })

  test('a post for mentioned people goes to nobody else', async () => {
    expect(await inboxesFor({ visibility: 'direct' })).toEqual([])
    expect(await inboxesFor({ visibility: 'direct' }, `For you, @stranger@${peer.host}`)).toEqual([
      '/people/stranger/inbox',
    ])
    const { body } = peer.received.at(-1) as Received
    expect([body.to, body.cc, body.object.to]).toEqual([[stranger.uri], [], [stranger.uri]])
    expect(body.object.tag).toEqual([{ type: 'Mention', href: stranger.uri, name: `@stranger@${peer.host}` }])
  })

  test('nobody is told whom its author blocks', async () => {
    await alice.api.post(`/api/v1/accounts/${stranger.id}/block`)
    expect(await inboxesFor({ visibility: 'direct' }, `@stranger@${peer.host}`)).toEqual([])
    await alice.api.post(`/api/v1/accounts/${stranger.id}/unblock`)
    await sending.settled()
    expect(peer.received.map(({ body }) => body.type)).toEqual(['Block', 'Undo'])
  })

  test('nothing goes to a server that this community does not speak with', async () => {
    const run = (sql: string) => server.ctx.db.prepare(sql)
    run(`INSERT INTO domain_decisions (domain, cut_off, decided_at) VALUES (?, 1, 0)`).run(peer.host)
    expect(await inboxesFor({})).toEqual([])
    run(`DELETE FROM domain_decisions`).run()
  })
})

describe('between people', () => {
  test('a follow of somebody elsewhere is asked for, and taken back', async () => {
    const { body } = await alice.api.post(`/api/v1/accounts/${stranger.id}/follow`)
    expect([body.following, body.requested]).toEqual([false, true])
    const { body: follow, path } = await peer.waitFor(isA('Follow'))
    expect([follow.actor, follow.object, path]).toEqual([actorOf(alice), stranger.uri, '/people/stranger/inbox'])
    await alice.api.post(`/api/v1/accounts/${stranger.id}/unfollow`)
    const { body: undone } = await peer.waitFor(isA('Undo'))
    expect(undone.object).toEqual({ id: follow.id, type: 'Follow', actor: actorOf(alice), object: stranger.uri })
  })

  test('who asked from elsewhere hears yes, and no, of the very thing they asked', async () => {
    const asks = (uri: string) =>
      server.ctx.db
        .prepare(`INSERT INTO follow_requests (id, account_id, target_id, created_at, uri) VALUES (?, ?, ?, ?, ?)`)
        .run(server.ctx.newId(), stranger.id, alice.accountId, server.ctx.now(), uri)
    asks(`${peer.url}/follows/1`)
    await alice.api.post(`/api/v1/follow_requests/${stranger.id}/authorize`)
    const { body: yes } = await peer.waitFor(isA('Accept'))
    expect(yes.object).toMatchObject({ id: `${peer.url}/follows/1`, type: 'Follow', actor: stranger.uri })
    await alice.api.post(`/api/v1/accounts/${stranger.id}/remove_from_followers`)
    const { body: no } = await peer.waitFor(isA('Reject'))
    expect(no.object.id).toBe(`${peer.url}/follows/1`)
    peer.received.length = 0
    asks(`${peer.url}/follows/2`)
    await alice.api.post(`/api/v1/follow_requests/${stranger.id}/reject`)
    expect((await peer.waitFor(isA('Reject'))).body.object.id).toBe(`${peer.url}/follows/2`)
  })

  test('another name is told to followers', async () => {
    await alice.api.patch('/api/v1/accounts/update_credentials', { display_name: 'Alice A.' })
    const { body } = await peer.waitFor(isA('Update'))
    expect(body.object).toMatchObject({ id: actorOf(alice), type: 'Person', name: 'Alice A.' })
    expect(body.object.publicKey.publicKeyPem).toContain('PUBLIC KEY')
  })

  test('a post goes to the top of a profile, and from it', async () => {
    const status = await say(alice, 'Read this first')
    await alice.api.post(`/api/v1/statuses/${status.id}/pin`)
    const { body } = await peer.waitFor(isA('Add'))
    expect(body).toMatchObject({ object: status.uri, target: `${actorOf(alice)}/featured` })
    await alice.api.post(`/api/v1/statuses/${status.id}/unpin`)
    await peer.waitFor(isA('Remove', status.uri))
  })
})
