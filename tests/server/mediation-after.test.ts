import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MediationView } from '../../shared/api/mediation.ts'
import type { MediationDesk, MediationTriage } from '../../shared/api/mediation-team.ts'
import { MEDIATIONS } from '../support/mediation.ts'
import { endedRoom, holder, openRoom, wordsIn } from '../support/room.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
  server.ctx.db.pragma('synchronous = OFF')
})
afterAll(() => server.stop())

const verbsOf = (view: MediationView) => view.actions.map(({ verb }) => verb)
const no = { q1: 'no', q2: 'no', q3: 'no', q4: 'no', q5: 'no', q6: 'no', q7: 'no', q8: 'no', q9: 'no', q10: 'no' }

describe('the opening', () => {
  test('lets each read and agree to the ground rules; the talk begins when both have', async () => {
    const { a, b, act, see, say: tell } = await openRoom(server, { until: 'opening' })
    const { prompts, state } = await see(a)
    expect(state).toBe('opening')
    expect(prompts.map(({ title }) => title)).toEqual([
      'What the mediator does',
      'Free to go',
      'What stays in here',
      'How long it is kept',
    ])
    expect((await act(a, 'sign_rules', { read: false })).status).toBe(422)
    expect((await act(a, 'sign_rules', { read: true })).body.state).toBe('opening')
    expect((await act(a, 'sign_rules', { read: true })).status).toBe(409)
    expect((await tell(a, 'caucus_a', 'May I ask you something first?')).status).toBe(200)
    expect((await act(b, 'sign_rules', { read: true })).body).toMatchObject({ state: 'active', phase: 'statements' })
  })

  test('a private check-in is for the mediator alone, who is told to talk about safety first', async () => {
    const { a, b, m, act, see } = await openRoom(server, { until: 'opening' })
    await act(b, 'check_in', { screening: no })
    expect(JSON.stringify(await see(m))).not.toContain('safety first')
    await act(a, 'check_in', { screening: { ...no, q5: 'yes' } })
    expect((await see(m)).prompts[0]?.title).toBe('Talk about safety first')
    expect(JSON.stringify(await see(b))).not.toContain('safety first')
    expect((await act(m, 'safety_exit', { party: 'a' })).status).toBe(200)
    expect([(await see(a)).state, (await see(b)).state]).toEqual(['diverted', 'closed'])
    const { title, text } = await see(b)
    expect(`${title} ${text}`).toContain('The mediation has ended. This is a normal way for it to end.')
  })

  test('lapses after ten days, and reads then as any other end', async () => {
    const { a, b, act, see } = await openRoom(server, { until: 'opening' })
    await act(a, 'sign_rules', { read: true })
    await server.advance('P10D')
    for (const person of [a, b]) {
      const { state, title, text } = await see(person)
      expect([state, `${title} ${text}`]).toEqual(['closed', expect.stringContaining('normal way for it to end')])
    }
  })
})

test('I7: the mediator asks and carries, and has no verb that decides', async () => {
  const { m, see, act, a, b } = await openRoom(server)
  expect(verbsOf(await see(m)).sort()).toEqual(
    [
      ...['move_phase', 'pause', 'extend', 'to_signing', 'end', 'safety_exit', 'raise_danger', 'hand_over'],
      'name_interpreter',
    ].sort(),
  )
  await act(m, 'to_signing')
  expect(verbsOf(await see(m)).sort()).toEqual(['back', 'edit_agreement', 'end', 'raise_danger', 'safety_exit'])
  expect((await act(m, 'sign', { version: 1, sha256: '' })).status).toBe(409)
  expect((await act(m, 'done', { index: 0 })).status).toBe(409)
  expect(verbsOf(await see(a))).toEqual(verbsOf(await see(b)))
})

test('I9: existing blocks and mutes are untouched by the process', async () => {
  const room = await openRoom(server)
  const { a, b, m, act } = room
  await a.api.post(`/api/v1/accounts/${b.id}/mute`)
  await b.api.post(`/api/v1/accounts/${a.id}/block`)
  const between = async () => (await a.api.get(`/api/v1/accounts/relationships?id[]=${b.id}`)).body
  const before = await between()
  await act(m, 'to_signing')
  const clauses = [{ type: 'free', owed_by: 'both', text: 'Peace.' }]
  await act(a, 'edit_agreement', { clauses, publicity: 'none', statement: '' })
  const { agreement } = await room.see(a)
  for (const person of [a, b]) await act(person, 'sign', { version: agreement?.version, sha256: agreement?.sha256 })
  await server.advance('P74D')
  expect((await room.see(a)).state).toBe('closed')
  expect(await between()).toEqual(before)
  expect(before[0]).toMatchObject({ muting: true, blocked_by: true })
}, 60_000)

describe('time', () => {
  test('more of it is two days for who asks, without a reason', async () => {
    const { a, act, id } = await openRoom(server)
    const nudges = () =>
      server.ctx.db
        .prepare(`SELECT count(*) FROM mediation_events WHERE case_id = ? AND verb = 'nudge'`)
        .pluck()
        .get(Number(id))
    expect((await act(a, 'more_time')).status).toBe(200)
    await server.advance('P3D')
    expect(nudges()).toBe(0)
    await server.advance('P1DT1H')
    expect(nudges()).toBe(1)
  })

  test('two weeks more, once, only where all three want it', async () => {
    const { a, b, m, act, see } = await openRoom(server)
    const due = async () => Date.parse((await see(a)).due_at ?? '')
    const before = await due()
    await act(a, 'extend')
    await act(m, 'extend')
    expect(await due()).toBe(before)
    expect(verbsOf(await see(a))).not.toContain('extend')
    await act(b, 'extend')
    expect(await due()).toBe(before + 14 * 86_400_000)
    expect((await act(a, 'extend')).status).toBe(409)
  })

  test('nobody writes for six weeks: it lapses', async () => {
    const { a, m, see } = await openRoom(server)
    await server.advance('P42D')
    expect((await see(a)).state).toBe('closed')
    expect((await see(m)).state).toBe('closed')
  }, 60_000)
})

describe('another mediator', () => {
  test('can be asked for once by each side, without a reason', async () => {
    const { a, b, m, act, say: tell, see, path } = await openRoom(server)
    await tell(a, 'caucus_a', 'said before')
    expect((await act(a, 'replace_mediator')).body.state).toBe('matching')
    expect((await m.api.get(path)).status).toBe(404)
    expect(wordsIn(await see(a), 'caucus_a')).toEqual(['said before'])
    expect((await tell(a, 'caucus_a', 'anybody there?')).body.error_code).toBe('matching')
    expect(JSON.stringify(await see(b))).not.toContain('said before')
  })

  test('takes over from one who hands the case over, and who has a free week then', async () => {
    const { m, act } = await openRoom(server)
    await server.ctx.db
      .prepare('INSERT INTO roles (account_id, role, granted_at) VALUES (?, ?, 0)')
      .run(m.accountId, 'mediator')
    const profile = { volunteering: true, accepted_code: true, languages: ['en'] }
    await m.api.put(`${MEDIATIONS}/desk/profile`, profile)
    await act(m, 'hand_over')
    const desk = (await m.api.get<MediationDesk>(`${MEDIATIONS}/desk`)).body
    expect(Date.parse(desk.cooling_off_until ?? '') - server.ctx.now()).toBeGreaterThan(6 * 86_400_000)
    expect(desk.cases).toEqual([])
  })
})

describe('an export', () => {
  test('has what one said, what all read and the agreement, and never the other side’s own talk', async () => {
    const { a, b, m, act, say: tell, path } = await openRoom(server, { mode: 'joint' })
    await act(m, 'move_phase', { phase: 'needs' })
    await tell(a, 'caucus_a', 'mine alone')
    await tell(b, 'caucus_b', 'theirs alone')
    await tell(m, 'caucus_a', 'from the mediator to a')
    await tell(m, 'notes', 'a note of the mediator')
    await tell(b, 'joint', 'for all')
    const { body, text } = await a.api.get(`${path}/export`)
    expect(body.messages.map((message: { text: string }) => message.text)).toEqual(['mine alone', 'for all'])
    for (const word of ['theirs alone', 'from the mediator', 'a note']) expect(text).not.toContain(word)
    expect((await m.api.get(`${path}/export`)).status).toBe(404)
    await act(a, 'leave')
    expect((await b.api.get(`${path}/export`)).body.messages).toHaveLength(2)
  })
})

describe('feedback', () => {
  test('reaches mediators only as the sum of five cases or more; its words reach coordinators', async () => {
    const m = await holder(server, 'mediator')
    const clover = await holder(server, 'coordinator')
    const desk = async () => (await m.api.get<MediationDesk>(`${MEDIATIONS}/desk`)).body.feedback
    for (let n = 1; n <= 5; n += 1) {
      const { a, b, act } = await endedRoom(server, m)
      expect(await desk()).toBeNull()
      const text = n === 1 ? 'She listened well.' : ''
      expect((await act(a, 'feedback', { heard: 5, safe: 4, again: n, text })).status).toBe(200)
      expect((await act(a, 'feedback', { heard: 1, safe: 1, again: 1 })).status).toBe(409)
      await act(b, 'feedback', { heard: 3, safe: 4, again: n })
    }
    expect(await desk()).toEqual({ cases: 5, heard: 4, safe: 4, again: 3 })
    const triage = (await clover.api.get<MediationTriage>(`${MEDIATIONS}/triage`)).body
    expect(triage.feedback.map(({ text }) => text)).toEqual(['She listened well.'])
    expect(JSON.stringify((await m.api.get(`${MEDIATIONS}/desk`)).body)).not.toContain('listened')
  })

  test('is asked for 14 days after the end, of who has not given it', async () => {
    const { a, b, act } = await endedRoom(server)
    await act(a, 'feedback', { heard: 5, safe: 5, again: 5 })
    const isTold = async (person: Person) => {
      const [newest] = (await person.api.get('/api/community/v1/notices')).body
      // a notice of a mediation says the day and not the hour
      return newest !== undefined && server.ctx.now() - Date.parse(newest.created_at) < 86_400_000
    }
    await server.advance('P13D')
    expect([await isTold(a), await isTold(b)]).toEqual([false, false])
    await server.advance('P1D')
    expect([await isTold(a), await isTold(b)]).toEqual([false, true])
  })

  test('is given on three scales from one to five', async () => {
    const { a, act } = await endedRoom(server)
    expect((await act(a, 'feedback', { heard: 6, safe: 1, again: 1 })).status).toBe(422)
  })
})

test('no coordinator, moderator, admin or steward reads a word of a room', async () => {
  const { a, b, m, path, say: tell, see } = await openRoom(server)
  await tell(a, 'caucus_a', 'for nobody else')
  for (const role of ['coordinator', 'moderator', 'admin', 'steward', 'mediator'] as const) {
    const person = await holder(server, role)
    for (const client of [person.api, person.browser]) {
      expect([role, (await client.get(path)).status]).toEqual([role, 404])
      expect([role, (await client.get(`${path}/export`)).status]).toEqual([role, 404])
      expect([role, (await client.post(`${path}/messages`, { stream: 'caucus_a', text: 'x' })).status]).toEqual([
        role,
        404,
      ])
      expect([role, (await client.post(`${path}/actions`, { verb: 'end' })).status]).toEqual([role, 404])
    }
  }
  expect(wordsIn(await see(m), 'caucus_a')).toEqual(['for nobody else'])
  expect((await server.visitor.get(path)).status).toBe(401)
  expect(b.id).not.toBe(a.id)
})
