import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MediationException, MediationOpenRoom, MediationReport } from '../../shared/api/mediation-team.ts'
import { say as post } from '../support/masto.ts'
import { leap, MEDIATIONS, mediator } from '../support/mediation.ts'
import { agreeOn, openRoom, type Room, wordsIn } from '../support/room.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let admins: [Person, Person, Person]
let coordinators: [Person, Person]
let guard: Person
let steward: Person
beforeAll(async () => {
  server = await startServer()
  server.ctx.db.pragma('synchronous = OFF')
  admins = [
    await server.signUp('first_admin', { roles: ['admin'] }),
    await server.signUp('second_admin', { roles: ['admin'] }),
    await server.signUp('the_owner', { roles: ['owner'] }),
  ]
  coordinators = [
    await server.signUp('cora', { roles: ['coordinator'] }),
    await server.signUp('conny', { roles: ['coordinator'] }),
  ]
  guard = await server.signUp('guard', { roles: ['moderator'] })
  steward = await server.signUp('steward', { roles: ['steward'] })
})
afterAll(() => server.stop())

const SECRET = 'Words that only one side and the mediator read.'
const REASON = 'A court wants to know, and our lawyer read the order.'

const log = async (person: Person) => (await person.api.get<MediationException[]>(`${MEDIATIONS}/exceptions`)).body
const ask = (person: Person, form: object) => person.api.post(`${MEDIATIONS}/exceptions`, { reason: REASON, ...form })
const agree = (person: Person, id: string) => person.api.post(`${MEDIATIONS}/exceptions/${id}/agree`)
const open = (person: Person, id: string) => person.api.get<MediationOpenRoom>(`${MEDIATIONS}/exceptions/${id}/room`)
const notices = '/api/community/v1/notices'
/** Puts away what somebody was told so far. */
async function readAll(person: Person): Promise<void> {
  for (const { id } of (await person.api.get<{ id: string }[]>(notices)).body)
    await person.api.post(`${notices}/${id}/read`)
}
const isTold = async (person: Person) => (await person.api.get(`${notices}/unread_count`)).body.count > 0
const reports = async () => (await guard.api.get<MediationReport[]>(`${MEDIATIONS}/reports`)).body

/** Asked by the first admin and agreed to by the second; gives its id. */
async function byTwo(room: Room, form: object): Promise<string> {
  expect((await ask(admins[0], { case: room.id, ...form })).status).toBe(200)
  const [newest] = await log(admins[1])
  expect(newest?.can_agree).toBe(true)
  expect((await agree(admins[1], newest?.id ?? '')).status).toBe(200)
  return newest?.id ?? ''
}

describe('break-glass', () => {
  test('takes two admins and a reason, lasts a day, is logged, and both sides are told', async () => {
    const room = await openRoom(server)
    await room.say(room.a, 'caucus_a', SECRET)
    const name = (await room.see(room.a)).code_name
    expect((await ask(admins[0], { kind: 'break_glass', case: name, reason: 'because' })).status).toBe(422)
    expect((await ask(guard, { kind: 'break_glass', case: name })).status).toBe(403)
    expect((await ask(admins[0], { kind: 'break_glass', case: name })).status).toBe(200)
    const [asked] = await log(admins[1])
    const id = asked?.id ?? ''
    expect([asked?.code_name, asked?.reason, asked?.done_at]).toEqual([name, REASON, null])
    // one is not enough, nor the same one twice
    expect([(await open(admins[0], id)).status, (await agree(admins[0], id)).status]).toEqual([404, 404])
    expect((await room.see(room.a)).exceptions).toEqual([])
    expect((await agree(coordinators[0], id)).status).toBe(404)
    for (const side of [room.a, room.b]) await readAll(side)
    expect((await agree(admins[1], id)).status).toBe(200)
    expect((await open(admins[0], id)).body.messages.map(({ text }) => text)).toEqual([SECRET])
    expect((await open(admins[2], id)).status).toBe(404)
    for (const side of [room.a, room.b]) {
      expect((await room.see(side)).exceptions.map(({ text }) => text)).toEqual([expect.stringContaining(REASON)])
      expect(await isTold(side)).toBe(true)
    }
    const [line] = await log(steward)
    expect([line?.kind, line?.asked_by?.acct, line?.agreed_by.map(({ acct }) => acct), line?.reads]).toEqual([
      'break_glass',
      'first_admin',
      ['second_admin'],
      1,
    ])
    await server.advance('P1DT1M')
    expect((await open(admins[0], id)).status).toBe(409)
  })

  test('is not asked for or agreed to by whoever has a part in the case, and lapses in three days', async () => {
    const party = await server.signUp(`partisan${server.ctx.newId()}`, { roles: ['admin'] })
    const room = await openRoom(server, {}, party)
    expect((await ask(party, { kind: 'break_glass', case: room.id })).status).toBe(422)
    await ask(admins[0], { kind: 'break_glass', case: room.id })
    const [asked] = await log(admins[1])
    expect((await agree(party, asked?.id ?? '')).status).toBe(404)
    expect((await log(party)).some(({ id }) => id === asked?.id)).toBe(false)
    await server.advance('P3DT1M')
    expect((await agree(admins[1], asked?.id ?? '')).status).toBe(404)
  })
})

describe('a legal hold', () => {
  test('takes two admins, shows in the parties’ case, and keeps what would be destroyed until two end it', async () => {
    const room = await openRoom(server)
    await room.say(room.a, 'caucus_a', SECRET)
    await byTwo(room, { kind: 'legal_hold' })
    expect((await room.see(room.b)).exceptions.map(({ kind }) => kind)).toEqual(['legal_hold'])
    expect((await room.act(room.a, 'erase_mine')).status).toBe(409)
    // I4: it stands in nobody's way out
    expect((await room.act(room.b, 'leave')).status).toBe(200)
    await room.act(room.a, 'keep', { days: 0 })
    await room.act(room.b, 'keep', { days: 0 })
    await leap(server, 120)
    expect(wordsIn(await room.see(room.a), 'caucus_a')).toEqual([SECRET])
    await byTwo(room, { kind: 'lift_hold' })
    await server.advance('PT1H')
    expect((await room.a.api.get(room.path)).status).toBe(404)
  })

  test('keeps the notes of a mediator who hands the case over, and shows them to nobody', async () => {
    const room = await openRoom(server)
    await room.say(room.m, 'notes', 'for my eyes')
    await byTwo(room, { kind: 'legal_hold' })
    const next = await mediator(server, 'nextone', { max_open: 5 })
    await room.act(room.m, 'hand_over')
    for (const side of [room.a, room.b]) await room.act(side, 'vote', { acceptable: [next.id] })
    await server.advance('PT1S')
    await room.act(next, 'take', { read: true })
    const view = await room.see(next)
    expect([view.state, JSON.stringify(view).includes('for my eyes')]).toEqual(['opening', false])
  })

  test('is silent only where the law forbids to tell', async () => {
    const room = await openRoom(server)
    await byTwo(room, { kind: 'legal_hold', silent: true })
    expect((await room.see(room.a)).exceptions).toEqual([])
    expect((await log(steward))[0]).toMatchObject({ kind: 'legal_hold', silent: true })
  })
})

describe('imminent danger', () => {
  const facts = 'Birch wrote that they will not live until Sunday. They live in the old mill.'

  test('the mediator writes minimum facts, two coordinators agree, moderators get those, the party is told if safe', async () => {
    const room = await openRoom(server)
    await room.say(room.b, 'caucus_b', SECRET)
    expect((await room.act(room.a, 'raise_danger', { facts, party: 'b', tell: true })).status).toBe(409)
    expect((await room.act(room.m, 'raise_danger', { facts, party: 'b', tell: true })).status).toBe(200)
    const [asked] = await log(coordinators[0])
    expect([asked?.kind, asked?.reason, asked?.can_agree]).toEqual(['danger', facts, true])
    const id = asked?.id ?? ''
    expect((await agree(coordinators[0], id)).status).toBe(200)
    expect((await agree(coordinators[0], id)).status).toBe(404)
    expect(JSON.stringify(await reports())).not.toContain('old mill')
    expect((await agree(coordinators[1], id)).status).toBe(200)
    const [report] = await reports()
    expect([report?.kind, report?.text, report?.about?.id]).toEqual(['danger', facts, room.b.id])
    expect(JSON.stringify(await reports())).not.toContain(SECRET)
    expect((await room.see(room.b)).exceptions.map(({ kind }) => kind)).toEqual(['danger'])
    expect((await room.see(room.a)).exceptions).toEqual([])
    // a steward learns that it was, and not the facts
    expect((await log(steward))[0]).toMatchObject({ kind: 'danger', reason: '' })
  })

  test('and nobody is told where that is not safe', async () => {
    const room = await openRoom(server)
    await room.act(room.m, 'raise_danger', { facts, party: 'b' })
    const id = (await log(coordinators[0]))[0]?.id ?? ''
    for (const one of coordinators) await agree(one, id)
    expect((await room.see(room.b)).exceptions).toEqual([])
  })
})

describe('a freeze by the team', () => {
  const rests = async (person: Person) => (await person.api.get(`${MEDIATIONS}/rests`)).body
  const rest = (person: Person, words: string, on = true) =>
    person.api.post(`${MEDIATIONS}/rests`, { case: words, rest: on })

  test('reads to both sides as an ordinary pause, ends when the team ends it, and gives nobody a look inside', async () => {
    const room = await openRoom(server)
    const plain = await openRoom(server)
    const name = (await room.see(room.a)).code_name
    expect((await rest(guard, name)).status).toBe(403)
    expect((await rest(room.a, name)).status).toBe(403)
    expect((await rest(coordinators[0], 'no such words')).status).toBe(422)
    expect((await rest(coordinators[0], name)).status).toBe(200)
    expect(await rests(admins[0])).toEqual([{ code_name: name, until: expect.any(String) }])
    expect((await coordinators[0].api.get(room.path)).status).toBe(404)
    await plain.act(plain.b, 'pause', { hours: 72 })
    const [frozen, paused] = [await room.see(room.a), await plain.see(plain.a)]
    expect([frozen.title, frozen.text, frozen.next]).toEqual([paused.title, paused.text, paused.next])
    expect((await room.act(room.a, 'unfreeze')).status).toBe(409)
    expect((await room.act(room.a, 'leave')).status).not.toBe(409)
    const other = await openRoom(server)
    await rest(admins[0], other.id)
    expect((await rest(coordinators[1], other.id, false)).status).toBe(200)
    expect((await other.see(other.a)).paused_until).toBeNull()
  })

  test('ends the talk after thirty days', async () => {
    const room = await openRoom(server)
    await rest(admins[0], room.id)
    await leap(server, 30.1)
    expect((await room.see(room.a)).state).toBe('closed')
  })
})

describe('a party’s own words', () => {
  test('go to moderators only where the mediator asks and their author says yes; the other side’s never do', async () => {
    const room = await openRoom(server)
    const { a, b, m, act, say, last, see } = room
    await say(a, 'caucus_a', 'He stood at my door at night.')
    await say(b, 'caucus_b', 'a thing of the other side')
    const [mine, theirs] = [await last(m, 'caucus_a'), await last(m, 'caucus_b')]
    expect((await act(a, 'give_words', { message_id: mine })).status).toBe(409)
    expect((await act(b, 'ask_words', { message_id: mine })).status).toBe(409)
    expect((await act(m, 'ask_words', { message_id: mine })).status).toBe(200)
    expect((await act(m, 'ask_words', { message_id: theirs })).status).toBe(200)
    const offered = (await see(a)).streams[0]?.messages[0]?.actions.map(({ verb }) => verb)
    expect(offered).toEqual(expect.arrayContaining(['give_words', 'keep_words']))
    expect((await act(a, 'give_words', { message_id: theirs })).status).toBe(404)
    expect(JSON.stringify(await reports())).not.toContain('at my door')
    expect((await act(a, 'give_words', { message_id: mine })).status).toBe(200)
    expect((await act(b, 'keep_words', { message_id: theirs })).status).toBe(200)
    const [report] = await reports()
    expect([report?.from?.id, report?.about?.id, report?.text]).toEqual([a.id, b.id, '“He stood at my door at night.”'])
    expect(JSON.stringify(await reports())).not.toContain('a thing of the other side')
    expect((await act(b, 'give_words', { message_id: theirs })).status).toBe(409)
  })

  test('I10 moderation of a breach is never delayed because a mediation runs: moderators hear of it at once', async () => {
    const { a, b, m, act, say, last } = await openRoom(server, { mode: 'joint' })
    await act(m, 'move_phase', { phase: 'needs' })
    await say(b, 'joint', 'I know where you live.')
    await readAll(guard)
    await act(a, 'report_breach', { message_id: await last(a, 'joint'), statement: 'A threat.', afterwards: 'keep' })
    expect((await reports())[0]?.text).toContain('I know where you live.')
    expect(await isTold(guard)).toBe(true)
  })

  test('with the posts comes a copy of the evidence, which stays when its owner deletes theirs', async () => {
    const { a, b, act } = await openRoom(server)
    const open = await post(b, 'Everybody should know what they did.')
    await act(a, 'escalate', { statement: 'Enough.', status_ids: [open.id] })
    const [report] = await reports()
    expect(report?.has_evidence).toBe(true)
    await b.api.delete(`/api/v1/statuses/${open.id}`)
    await a.api.delete(`/api/community/v1/evidence/${report?.evidence_id}`)
    const path = `${MEDIATIONS}/reports/${report?.id}/evidence`
    expect((await guard.api.get(path)).body.items[0].text).toBe('Everybody should know what they did.')
    for (const person of [a, b, admins[0], coordinators[0]]) expect((await person.api.get(path)).status).toBe(403)
  })
})

test('one asks for what one said to be erased: the talk alone at once, the shared room when it is over', async () => {
  const room = await openRoom(server, { mode: 'joint' })
  const { a, b, m, act, say, see } = room
  await act(m, 'move_phase', { phase: 'needs' })
  await say(a, 'caucus_a', 'alone')
  await say(a, 'joint', 'for all')
  await say(b, 'joint', 'of the other')
  await act(a, 'erase_mine')
  expect(wordsIn(await see(m), 'caucus_a')).toEqual([''])
  expect(wordsIn(await see(b), 'joint')).toEqual(['for all', 'of the other'])
  await act(b, 'leave')
  expect(wordsIn(await see(b), 'joint')).toEqual(['of the other'])
  expect(wordsIn(await see(a), 'joint')).toEqual(['', 'of the other'])
})

test('a signed agreement is nothing that an exception has to be asked for', async () => {
  const room = await agreeOn(await openRoom(server), [{ type: 'free', owed_by: 'both', text: 'Peace.' }])
  expect((await room.see(room.a)).exceptions).toEqual([])
})
