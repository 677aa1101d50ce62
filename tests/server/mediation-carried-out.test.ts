import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { say, wordsOf } from '../support/masto.ts'
import { agreeOn, openRoom, type Room } from '../support/room.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
  server.ctx.db.pragma('synchronous = OFF')
})
afterAll(() => server.stop())

const dayIn = (days: number) => new Date(server.ctx.now() + days * 86_400_000).toISOString().slice(0, 10)
const postsOf = async (person: Person) => (await person.api.get(`/api/v1/accounts/${person.id}/statuses`)).body
const between = async (me: Person, other: Person) =>
  (await me.api.get(`/api/v1/accounts/relationships?id[]=${other.id}`)).body[0]
const doneBy = async ({ see }: Room, person: Person) =>
  (await see(person)).agreement?.clauses.map((clause) => clause.done_by)
const verbs = async ({ see }: Room, person: Person) => (await see(person)).actions.map(({ verb }) => verb)

describe('a signed clause is carried out by one tap of who owes it, and by nobody else', () => {
  test('“no contact” mutes the other for as long as it was signed, and taking it back ends that mute', async () => {
    const room = await openRoom(server)
    const { a, b, m, act } = await agreeOn(room, [{ type: 'no_contact', owed_by: 'b', until: dayIn(20) }])
    for (const person of [a, m]) expect([404, 409]).toContain((await act(person, 'done', { index: 0 })).status)
    expect((await between(b, a)).muting).toBe(false)
    expect((await act(b, 'done', { index: 0 })).status).toBe(200)
    expect([(await between(b, a)).muting, (await between(a, b)).muting]).toEqual([true, false])
    expect(await doneBy(room, a)).toEqual([['b']])
    expect((await act(b, 'take_back', { index: 0 })).status).toBe(200)
    expect((await between(b, a)).muting).toBe(false)
    expect(await doneBy(room, a)).toEqual([[]])
    expect((await act(b, 'take_back', { index: 0 })).status).toBe(409)
    await act(b, 'done', { index: 0 })
    await server.advance('P22D')
    expect((await between(b, a)).muting).toBe(false)
  })

  test('I9 a mute that was there before stays as it was, whatever is agreed and taken back', async () => {
    const room = await openRoom(server)
    const { a, b, act } = room
    await b.api.post(`/api/v1/accounts/${a.id}/mute`)
    await agreeOn(room, [{ type: 'no_contact', owed_by: 'b', until: dayIn(2) }])
    await act(b, 'done', { index: 0 })
    await act(b, 'take_back', { index: 0 })
    expect((await between(b, a)).muting).toBe(true)
  })

  test('a truce begins once both tapped, and either can end it as any other', async () => {
    const room = await openRoom(server)
    const { a, b, act } = await agreeOn(room, [{ type: 'truce', owed_by: 'both', until: dayIn(9) }])
    const truces = async (person: Person) => (await person.api.get('/api/community/v1/truces')).body
    await act(a, 'done', { index: 0 })
    expect(await truces(a)).toEqual([])
    await act(b, 'done', { index: 0 })
    expect([(await truces(a))[0]?.state, (await truces(b))[0]?.state]).toEqual(['holding', 'holding'])
    expect((await a.api.post('/api/v1/statuses', { status: `@${b.username} hello` })).status).toBe(422)
    await act(a, 'take_back', { index: 0 })
    expect([await truces(a), await truces(b)]).toEqual([[], []])
  })

  test('a post is deleted by who wrote it; a clause about another one’s post is refused', async () => {
    const room = await openRoom(server)
    const { a, b, act } = room
    const post = await say(b, 'Your reading group is a waste of time.')
    await expect(agreeOn(room, [{ type: 'delete_post', owed_by: 'a', status_id: post.id }])).rejects.toThrow(
      'Clause 1: needs a post of the one who does it.',
    )
    await act(room.m, 'back')
    await agreeOn(room, [{ type: 'delete_post', owed_by: 'b', status_id: post.id }])
    await act(b, 'done', { index: 0 })
    expect((await b.api.get(`/api/v1/statuses/${post.id}`)).status).toBe(404)
    expect(await doneBy(room, a)).toEqual([['b']])
    expect(await verbs(room, b)).not.toContain('take_back')
  })

  test('a warning is put on the post in the words that both signed, and what it says stays', async () => {
    const room = await openRoom(server)
    const post = await say(room.b, 'All about the argument.')
    const clauses = [{ type: 'edit_cw', owed_by: 'b', text: 'an old argument', status_id: post.id }]
    await agreeOn(room, clauses)
    await room.act(room.b, 'done', { index: 0 })
    const { body } = await room.a.api.get(`/api/v1/statuses/${post.id}`)
    expect([body.spoiler_text, wordsOf([body])]).toEqual(['an old argument', ['All about the argument.']])
    expect(body.edited_at).not.toBeNull()
  })

  test('a post that is gone already does not stand in the way of saying so', async () => {
    const room = await openRoom(server)
    const post = await say(room.b, 'gone soon')
    await agreeOn(room, [{ type: 'delete_post', owed_by: 'b', status_id: post.id }])
    await room.b.api.delete(`/api/v1/statuses/${post.id}`)
    expect((await room.act(room.b, 'done', { index: 0 })).status).toBe(200)
  })

  test('a correction is posted in the very words, as an answer to the post it is about', async () => {
    const room = await openRoom(server)
    const post = await say(room.b, 'They never do the dishes.')
    const text = 'I was wrong about the dishes.'
    await agreeOn(room, [{ type: 'correction', owed_by: 'b', text, status_id: post.id }])
    await room.act(room.b, 'done', { index: 0 })
    const [newest] = await postsOf(room.b)
    expect([newest.in_reply_to_id, wordsOf([newest]), newest.visibility]).toEqual([post.id, [text], 'public'])
  })

  test('a public apology is posted, a private one was given in the agreement and is posted nowhere', async () => {
    const room = await openRoom(server)
    const sorry = { type: 'apology', owed_by: 'b', text: 'I am sorry for the word.' }
    await agreeOn(room, [sorry, { ...sorry, text: 'I am sorry, in the open.', public: true }])
    await room.act(room.b, 'done', { index: 0 })
    expect(await postsOf(room.b)).toEqual([])
    await room.act(room.b, 'done', { index: 1 })
    expect(wordsOf(await postsOf(room.b))).toEqual(['I am sorry, in the open.'])
    expect(await postsOf(room.a)).toEqual([])
  })

  test('words too long to be posted are refused before anybody signs them', async () => {
    const room = await openRoom(server)
    const clauses = [{ type: 'correction', owed_by: 'b', text: 'word '.repeat(120) }]
    await expect(agreeOn(room, clauses)).rejects.toThrow('more than 500 characters')
  })

  test('who has not accepted the rules posts nothing this way either', async () => {
    const room = await openRoom(server)
    await agreeOn(room, [{ type: 'correction', owed_by: 'b', text: 'I was wrong.' }])
    server.ctx.db.prepare('DELETE FROM acceptances WHERE account_id = ?').run(room.b.accountId)
    const { status, body } = await room.act(room.b, 'done', { index: 0 })
    expect([status, body.error_code]).toEqual([403, 'rules_not_accepted'])
    expect(await doneBy(room, room.a)).toEqual([[]])
  })

  test('on the day to look at it again both are told', async () => {
    const { a, b } = await agreeOn(await openRoom(server), [{ type: 'check_in', owed_by: 'both', until: dayIn(5) }])
    const told = async (person: Person) =>
      (await person.api.get('/api/community/v1/notices')).body.some(
        ({ created_at }: { created_at: string }) => created_at.slice(0, 10) === dayIn(0),
      )
    await server.advance('P3D')
    expect([await told(a), await told(b)]).toEqual([false, false])
    await server.advance('P2D')
    expect([await told(a), await told(b)]).toEqual([true, true])
  })
})

describe('what others learn of an agreement', () => {
  const free = [{ type: 'free', owed_by: 'both', text: 'Peace.' }]

  test('is nothing, unless both signed for more', async () => {
    const room = await agreeOn(await openRoom(server), free)
    for (const verb of ['post_statement', 'take_mark_off'])
      expect([verb, (await room.act(room.a, verb)).status]).toEqual([verb, 409])
  })

  test('is a statement that each posts by their own tap, word for word and once', async () => {
    const statement = 'We talked, and it is settled.'
    const room = await agreeOn(await openRoom(server), free, { publicity: 'statement', statement })
    const { a, b, act } = room
    expect([await postsOf(a), await postsOf(b)]).toEqual([[], []])
    expect((await act(room.m, 'post_statement')).status).toBe(409)
    expect((await act(a, 'post_statement')).status).toBe(200)
    expect([wordsOf(await postsOf(a)), await postsOf(b)]).toEqual([[statement], []])
    expect((await act(a, 'post_statement')).status).toBe(409)
    expect((await act(b, 'post_statement')).status).toBe(200)
    expect(wordsOf(await postsOf(b))).toEqual([statement])
  })

  test('is the word “resolved” on the thread, which either of them takes off again', async () => {
    const [stranger] = [await server.signUp(`reader${server.ctx.newId()}`)]
    const writer = await server.signUp(`writer${server.ctx.newId()}`)
    const post = await say(writer, 'the argued one')
    const room = await openRoom(server, { quotes: [post.id] })
    const resolved = async () => (await stranger.api.get(`/api/v1/statuses/${post.id}/context`)).body.resolved
    await agreeOn(room, free, { publicity: 'marker' })
    expect(await resolved()).toBe(true)
    expect((await room.act(room.b, 'take_mark_off')).status).toBe(200)
    expect(await resolved()).toBeUndefined()
  })
})
