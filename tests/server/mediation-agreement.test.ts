import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signedText } from '../../shared/mediation/agreement.ts'
import { say } from '../support/masto.ts'
import { agreeOn, openRoom, putOnTable, type Room, sign } from '../support/room.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
  // months go by here, an hour at a time: what the disk does with each is tested elsewhere
  server.ctx.db.pragma('synchronous = OFF')
})
afterAll(() => server.stop())

const ask = { type: 'free', owed_by: 'both', text: 'We ask before we quote.' }
const sorry = { type: 'apology', owed_by: 'b', text: 'I am sorry for the word.' }
const far = { type: 'no_contact', owed_by: 'b', until: '2027-06-01' }

async function atSigning(clauses: object[] = [ask]): Promise<Room> {
  const room = await openRoom(server)
  await putOnTable(room, clauses)
  return room
}

const agreed = async (clauses: object[] = [ask]): Promise<Room> => agreeOn(await openRoom(server), clauses)

describe('an agreement', () => {
  test('is proposed clause by clause by both, and then signed by both', async () => {
    const { a, b, m, act, see } = await openRoom(server)
    expect((await act(a, 'propose_clause', { clauses: [ask] })).status).toBe(409)
    await act(m, 'move_phase', { phase: 'options' })
    await act(a, 'propose_clause', { clauses: [ask] })
    await act(b, 'propose_clause', { clauses: [sorry] })
    await act(m, 'to_signing')
    const { agreement, state } = await see(a)
    expect(state).toBe('signing')
    expect(agreement?.clauses.map(({ type }) => type)).toEqual(['free', 'apology'])
    const form = { version: agreement?.version, sha256: agreement?.sha256 }
    expect((await act(a, 'sign', form)).status).toBe(200)
    expect((await see(a)).agreement?.signed_by_you).toMatch(/^20/)
    expect((await see(b)).agreement?.signed_by_other).toMatch(/^20/)
    expect((await act(b, 'sign', form)).body.state).toBe('follow_up')
  })

  test('is signed as account, version, SHA-256 and time; the mark is of the very words', async () => {
    const { a, see } = await atSigning()
    const agreement = (await see(a)).agreement
    if (!agreement) throw new Error('nothing on the table')
    expect(agreement.sha256).toBe(createHash('sha256').update(signedText(agreement)).digest('hex'))
  })

  test('any edit voids both signatures, and an old version cannot be signed', async () => {
    const room = await atSigning()
    const { a, b, act, see } = room
    const before = (await see(a)).agreement
    await sign(room, a)
    await act(b, 'edit_agreement', { clauses: [{ ...ask, text: 'We ask first.' }], publicity: 'none', statement: '' })
    const after = (await see(a)).agreement
    expect([after?.version, after?.signed_by_you, after?.signed_by_other]).toEqual([2, null, null])
    const old = await act(a, 'sign', { version: before?.version, sha256: before?.sha256 })
    expect([old.status, old.body.error_code]).toEqual([409, 'other_version'])
    expect((await act(a, 'sign', { version: 2, sha256: before?.sha256 })).status).toBe(409)
    expect((await see(a)).state).toBe('signing')
  })

  test('a demanded apology is refused: it comes from who gives it', async () => {
    const { a, b, m, act } = await atSigning([])
    for (const person of [a, m]) {
      const demanded = await act(person, 'edit_agreement', { clauses: [sorry], publicity: 'none', statement: '' })
      expect([demanded.status, demanded.body.error]).toEqual([422, expect.stringContaining('never demanded')])
    }
    expect((await act(b, 'edit_agreement', { clauses: [sorry], publicity: 'none', statement: '' })).status).toBe(200)
  })

  test('a clause without what it needs is refused by its number', async () => {
    const { a, act } = await atSigning()
    const clauses = [ask, { type: 'no_contact', owed_by: 'both' }]
    const refused = await act(a, 'edit_agreement', { clauses, publicity: 'none', statement: '' })
    expect([refused.status, refused.body.error]).toEqual([422, 'Clause 2: needs a day.'])
    const many = Array.from({ length: 13 }, () => ask)
    expect((await act(a, 'edit_agreement', { clauses: many, publicity: 'none', statement: '' })).status).toBe(422)
  })

  test('goes back to the options, with all signatures void', async () => {
    const room = await atSigning()
    await sign(room, room.a)
    expect((await room.act(room.b, 'back')).body).toMatchObject({ state: 'active', phase: 'options' })
    await room.act(room.m, 'to_signing')
    expect((await room.see(room.a)).agreement?.signed_by_you).toBeNull()
  })

  test('that is not signed within seven days ends neutrally', async () => {
    const { a, see } = await atSigning()
    await server.advance('P7D')
    expect((await see(a)).state).toBe('closed')
    expect((await see(a)).agreement).toBeNull()
  })
})

describe('what was agreed', () => {
  test('is done by who owes it, one tap each', async () => {
    const { a, b, m, act, see } = await agreed([ask, sorry])
    expect((await act(a, 'done', { index: 1 })).status).toBe(404)
    expect((await act(m, 'done', { index: 0 })).status).toBe(409)
    expect((await act(b, 'done', { index: 1 })).status).toBe(200)
    expect((await act(a, 'done', { index: 0 })).status).toBe(200)
    expect((await act(a, 'done', { index: 0 })).status).toBe(409)
    expect((await see(a)).agreement?.clauses.map(({ done_by }) => done_by)).toEqual([['a'], ['b']])
  })

  test('is asked about after 14 and 60 days, and ends as agreed', async () => {
    const { a, b, act, see } = await agreed()
    const asks = async () => (await see(a)).actions.some(({ verb }) => verb === 'check_in_agreement')
    expect(await asks()).toBe(false)
    await server.advance('P14D')
    expect(await asks()).toBe(true)
    expect(await see(a)).toMatchObject({ title: 'Does it hold?', needs_you: true })
    expect((await act(a, 'check_in_agreement', { holding: 'partly' })).status).toBe(200)
    expect(await asks(), 'once each time').toBe(false)
    expect(await see(a)).toMatchObject({ title: 'You have agreed', needs_you: false })
    expect(JSON.stringify(await see(b))).not.toContain('partly":')
    await server.advance('P46D')
    expect((await act(b, 'check_in_agreement', { holding: 'yes' })).status).toBe(200)
    await server.advance('P14D')
    expect((await see(a)).state).toBe('closed')
  })

  test('is reopened only with the yes of both', async () => {
    const { a, b, act, see } = await agreed()
    expect((await act(b, 'agree_reopen')).status).toBe(409)
    expect((await act(a, 'not_holding')).status).toBe(200)
    expect((await see(a)).state).toBe('follow_up')
    expect((await act(a, 'agree_reopen')).status).toBe(409)
    expect((await act(b, 'agree_reopen')).body.state).toBe('active')
    expect((await see(a)).agreement?.signed_by_you).toBeNull()
  })

  test('I6: only a signed no-contact clause is shown to moderators, by whom it protects', async () => {
    const { a, b, act } = await agreed([ask, far])
    const guard = await server.signUp(`guard${server.ctx.newId()}`, { roles: ['moderator'] })
    const reports = '/api/community/v1/mediations/reports'
    expect((await act(b, 'report_clause', { index: 1, statement: 'They wrote to me.' })).status).toBe(409)
    expect((await act(a, 'report_clause', { index: 0, statement: 'They wrote to me.' })).status).toBe(422)
    expect((await act(a, 'report_clause', { index: 1, statement: 'They wrote to me.' })).status).toBe(200)
    const { body } = await guard.browser.get(reports)
    expect(JSON.stringify(body)).toContain('no contact until 2027-06-01')
    expect(JSON.stringify(body)).not.toContain('We ask before we quote')
  })
})

describe('I6: nothing said in the room is evidence', () => {
  test('who escalates gives their own words and public posts, and never the room’s text', async () => {
    const { a, b, m, act, say: tell, see } = await openRoom(server, { mode: 'joint' })
    const guard = await server.signUp(`guard${server.ctx.newId()}`, { roles: ['moderator'] })
    await act(m, 'move_phase', { phase: 'needs' })
    await tell(b, 'joint', 'an unrepeatable admission')
    const hidden = await say(b, 'among friends', { visibility: 'private' })
    const open = await say(b, 'in the open')
    expect((await act(a, 'escalate', { statement: 'Enough.', status_ids: [hidden.id] })).status).toBe(422)
    expect((await act(m, 'escalate', { statement: 'Enough.' })).status).toBe(409)
    expect((await act(a, 'escalate', { statement: 'Enough.', status_ids: 'no post at all' })).status).toBe(422)
    const addresses = `${server.url}/@${b.username}/${open.id} ${open.id}`
    expect((await act(a, 'escalate', { statement: 'Enough is enough.', status_ids: addresses })).status).toBe(200)
    const seen = JSON.stringify((await guard.browser.get('/api/community/v1/mediations/reports')).body)
    expect(seen).toContain('Enough is enough.')
    expect(seen).not.toContain('unrepeatable')
    const other = await see(b)
    expect([other.state, `${other.title} ${other.text}`]).toEqual([
      'closed',
      expect.stringContaining('normal way for it to end'),
    ])
  })

  test('but a breach made in the room is handed over by the person who received it, that message alone', async () => {
    const { a, b, m, act, say: tell, see, last } = await openRoom(server, { mode: 'joint' })
    const guard = await server.signUp(`guard${server.ctx.newId()}`, { roles: ['moderator'] })
    await act(m, 'move_phase', { phase: 'needs' })
    await tell(b, 'caucus_b', 'a private thought')
    await tell(b, 'joint', 'I know where you live.')
    const id = await last(a, 'joint')
    const own = await last(b, 'caucus_b')
    expect((await act(b, 'report_breach', { message_id: id })).status).toBe(404)
    expect((await act(m, 'report_breach', { message_id: id })).status).toBe(409)
    expect((await act(a, 'report_breach', { message_id: own })).status).toBe(404)
    const form = { message_id: id, statement: 'A threat.', afterwards: 'pause' }
    expect((await act(a, 'report_breach', form)).status).toBe(200)
    const seen = JSON.stringify((await guard.browser.get('/api/community/v1/mediations/reports')).body)
    expect(seen).toContain('I know where you live.')
    expect(seen).not.toContain('private thought')
    // to the other side it is a pause like any other, and only who reported ends it
    const [viewA, viewB] = [await see(a), await see(b)]
    expect(viewB.paused_until).not.toBeNull()
    expect(viewB.actions.map(({ verb }) => verb)).not.toContain('unfreeze')
    expect(viewA.actions.map(({ verb }) => verb)).toContain('unfreeze')
    expect((await act(b, 'unfreeze')).status).toBe(409)
    expect((await act(a, 'unfreeze')).status).toBe(200)
    expect((await see(b)).paused_until).toBeNull()
  })

  test.each([
    ['acted', 'a breach that was made in the room', 'report_breach'],
    ['nothing', 'a talk that they ended to go to the moderators', 'escalate'],
  ])('hears “%s” in their case, and nobody else, who handed over %s', async (outcome, _what, verb) => {
    const { a, b, m, act, say: tell, see, last } = await openRoom(server, { mode: 'joint' })
    const guard = await server.signUp(`guard${server.ctx.newId()}`, { roles: ['moderator'] })
    await act(m, 'move_phase', { phase: 'needs' })
    await tell(b, 'joint', 'You will see.')
    const statement = `Please look, ${verb}.`
    expect((await act(a, verb, { message_id: await last(a, 'joint'), statement })).status).toBe(200)
    expect((await see(a)).reports).toEqual([{ created_at: expect.any(String), outcome: null }])
    const list = '/api/community/v1/mediations/reports'
    const handed = (await guard.browser.get<{ id: string; text: string }[]>(list)).body
    const { id } = handed.find(({ text }) => text.startsWith(statement)) ?? {}
    expect((await guard.browser.post(`${list}/${id}/settle`)).status, 'they say how it ended').toBe(422)
    expect((await guard.browser.post(`${list}/${id}/settle`, { outcome })).status).toBe(200)
    expect((await see(a)).reports).toEqual([{ created_at: expect.any(String), outcome }])
    expect([(await see(b)).reports, (await see(m)).reports]).toEqual([[], []])
  })

  test('and who reports leaves, unless they choose otherwise', async () => {
    const { a, b, m, act, say: tell, see, last } = await openRoom(server, { mode: 'joint' })
    await act(m, 'move_phase', { phase: 'needs' })
    await tell(b, 'joint', 'You will regret this.')
    await act(a, 'report_breach', { message_id: await last(a, 'joint') })
    expect((await see(b)).state).toBe('closed')
  })
})

describe('a support person', () => {
  test('comes with the yes of both sides and their own, reads what their side reads, and writes nothing', async () => {
    const room = await openRoom(server, { mode: 'joint' })
    const { a, b, m, act, say: tell, see, path } = room
    const friend = await server.signUp(`friend${server.ctx.newId()}`)
    expect((await act(a, 'name_support', { account_id: b.id })).status).toBe(422)
    expect((await act(a, 'name_support', { account_id: friend.id })).status).toBe(200)
    expect((await friend.api.get(path)).status).toBe(404)
    const offered = (await see(b)).actions.find(({ verb }) => verb === 'agree_support')
    expect(JSON.stringify(offered?.form)).toContain(friend.username)
    expect((await act(a, 'agree_support', { read: true })).status).toBe(409)
    expect((await act(b, 'agree_support', { read: false })).status).toBe(422)
    await act(b, 'agree_support', { read: true })
    expect((await see(friend)).streams).toEqual([])
    expect((await act(friend, 'accept_support')).status).toBe(200)

    await act(m, 'move_phase', { phase: 'needs' })
    await tell(a, 'caucus_a', 'for my side')
    await tell(b, 'caucus_b', 'for the other side')
    await tell(b, 'joint', 'for all of us')
    const view = await see(friend)
    expect(view.streams.map(({ name, can_write }) => [name, can_write])).toEqual([
      ['caucus_a', false],
      ['joint', false],
    ])
    expect(JSON.stringify(view)).toContain('for my side')
    expect(JSON.stringify(view)).toContain('for all of us')
    expect(JSON.stringify(view)).not.toContain('for the other side')
    for (const stream of ['caucus_a', 'joint'] as const)
      expect((await tell(friend, stream, 'psst')).body.error_code).toBe('silent')
    expect(view.streams[0]?.readers).toContain(a.username)
    await act(friend, 'step_back')
    expect((await friend.api.get(path)).status).toBe(404)
  })

  test('stays out where the other side says no', async () => {
    const { a, b, act, see, path } = await openRoom(server)
    const friend = await server.signUp(`friend${server.ctx.newId()}`)
    await act(a, 'name_support', { account_id: friend.id })
    expect((await act(b, 'refuse_support')).status).toBe(200)
    expect((await friend.api.get(path)).status).toBe(404)
    expect((await see(a)).actions.map(({ verb }) => verb)).toContain('name_support')
  })
})
