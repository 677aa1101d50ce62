import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DAY, dayOf } from '../../server/core/clock.ts'
import { timeOfId } from '../../server/core/ids.ts'
import type { MediationView } from '../../shared/api/mediation.ts'
import {
  act,
  answers,
  ask,
  invitations,
  leap,
  MEDIATIONS,
  mediator,
  member,
  members,
  request,
  settle,
  view,
} from '../support/mediation.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let coordinator: Person
beforeAll(async () => {
  server = await startServer()
  coordinator = await member(server, 'coordinator_one', { roles: ['coordinator'] })
})
afterAll(() => server.stop())

let pairs = 0
const pair = async () => {
  pairs += 1
  const [a, b] = await members(server, `ash_${pairs}`, `bo_${pairs}`)
  if (!a || !b) throw new Error('nobody came')
  return { a, b }
}
const start = (person: Person, form: unknown) =>
  person.api.post<MediationView & { error_code: string }>(MEDIATIONS, form)
const verbsOf = ({ actions }: MediationView) => actions.map(({ verb }) => verb)
const triage = async (by = coordinator) => (await by.api.get(`${MEDIATIONS}/triage`)).body

describe('the team', () => {
  test('reads a request, asks one thing, and invites; whoever asked hears by a date', async () => {
    const { a, b } = await pair()
    const { id } = await ask(a, b)
    const seen = (await view(coordinator, id)).body
    expect(seen).toMatchObject({ role: 'coordinator', parties: { a: { acct: a.username }, b: { acct: b.username } } })
    expect(seen.intake).toMatchObject({ story: request(b).story })
    expect(seen.prompts[0]?.text).toContain('1 from this person about the other, 0 the other way')
    expect(verbsOf(seen)).toEqual(['ask', 'invite', 'divert', 'refuse'])
    await act(coordinator, id, 'ask', { text: 'Which evening was it?' })
    const asked = (await view(a, id)).body
    expect([asked.text, verbsOf(asked), asked.needs_you]).toEqual([
      'Which evening was it?',
      ['withdraw', 'answer'],
      true,
    ])
    await act(a, id, 'answer', { text: 'Tuesday.' })
    expect((await view(coordinator, id)).body.text).toContain('Tuesday.')
    expect((await act(coordinator, id, 'invite')).status).toBe(200)
    expect((await view(coordinator, id)).status).toBe(404)
    expect((await view(a, id)).body.title).toBe('You will hear by the date shown')
  })

  test('is not asked for one message where every answer is no; a whole mediation is always looked at', async () => {
    const { a, b } = await pair()
    const message = await ask(a, b, { track: 'message' })
    expect(message.state).toBe('invited')
    const other = await pair()
    expect((await ask(other.a, other.b)).state).toBe('triage')
    const unclear = await pair()
    const checked = await ask(unclear.a, unclear.b, { track: 'message', screening: answers({ q6: 'unsure' }) })
    expect(checked.state).toBe('triage')
  })

  test('is asked a second time after 48 hours, and after 96 it is said that there is no room', async () => {
    const { a, b } = await pair()
    const { id } = await ask(a, b)
    const line = async () => (await triage()).waiting.find((one: { id: string }) => one.id === id)
    expect((await line()).second).toBe(false)
    await server.advance('PT48H1M')
    expect((await line()).second).toBe(true)
    await server.advance('PT48H')
    expect(await line()).toBeUndefined()
    expect((await view(a, id)).body).toMatchObject({ state: 'closed', title: 'No mediator has room' })
  })

  test('says that no mediator has room only where it is true for everyone', async () => {
    const { a, b } = await pair()
    const { id } = await ask(a, b)
    const free = await mediator(server, 'free_mediator')
    const refused = await act(coordinator, id, 'refuse', { reason: 'capacity' })
    expect([refused.status, refused.body.details.reason[0].error]).toEqual([422, 'ERR_INVALID'])
    await free.api.put(`${MEDIATIONS}/desk/profile`, { away: true })
    expect((await act(coordinator, id, 'refuse', { reason: 'capacity' })).status).toBe(200)
    const owner = await server.signUp('owner_of_allies', { roles: ['owner'] })
    const allies = [{ name: 'Neighbours', url: 'https://neighbours.example/help/disagreements' }]
    const save = (mediation_allies: object[]) =>
      owner.browser.patch('/api/community/v1/admin/settings', { mediation_allies })
    expect((await save([{ name: 'Bad', url: 'javascript:alert(1)' }])).status).toBe(422)
    expect((await save(allies)).body.mediation_allies).toEqual(allies)
    expect((await view(a, id)).body.allies, 'and who else mediates').toEqual(allies)
    expect((await view(a, id)).body.title).toBe('No mediator has room')
  })

  test('leads a request that is no disagreement to the safety page, and to a moderator', async () => {
    const first = await pair()
    const harm = await ask(first.a, first.b)
    await act(coordinator, harm.id, 'divert')
    expect((await view(first.a, harm.id)).body.state).toBe('diverted')
    const second = await pair()
    const help = await ask(second.a, second.b)
    await act(coordinator, help.id, 'refuse', { reason: 'moderator_help' })
    expect((await view(second.a, help.id)).body.title).toBe('A moderator should help with this')
    await server.advance('P1D')
    for (const b of [first.b, second.b]) expect(await invitations(b)).toEqual([])
  })

  test('does not look at a case in which one of it has a part: not as who asked, not as who is asked about', async () => {
    const { a } = await pair()
    const { id } = await ask(a, coordinator)
    expect((await view(coordinator, id)).status).toBe(404)
    expect((await triage()).waiting.map((one: { id: string }) => one.id)).not.toContain(id)
    expect((await act(coordinator, id, 'invite')).status).toBe(404)
    const own = await ask(coordinator, a)
    expect((await view(coordinator, own.id)).body.role).toBe('a')
    expect((await act(coordinator, own.id, 'invite')).status).toBe(409)
  })
})

describe('the safety page', () => {
  test('sends a report with the posts to moderators, A’s own words only if they tick it', async () => {
    const { a, b } = await pair()
    const moderator = await member(server, `moderator_${pairs}`, { roles: ['moderator'] })
    const { body: post } = await b.api.post('/api/v1/statuses', { status: 'Something bad.' })
    const form = request(b, { status_ids: [post.id], screening: answers({ q3: 'yes' }) })
    const { id } = (await start(a, form)).body
    await act(a, id, 'report', { statement: 'Please look.' })
    await act(a, id, 'report', { statement: 'And this.', own_words: true })
    await act(a, id, 'talk_privately', { text: 'Can we talk?' })
    const { body: list } = await moderator.api.get(`${MEDIATIONS}/reports`)
    expect(list.map((one: { text: string }) => one.text)).toEqual([
      'Can we talk?',
      `And this.\n\n${request(b).story}`,
      'Please look.',
    ])
    expect(list[2]).toMatchObject({
      kind: 'report',
      from: { acct: a.username },
      about: { acct: b.username },
      status_ids: [post.id],
    })
    expect((await coordinator.api.get(`${MEDIATIONS}/reports`)).status).toBe(403)
    expect((await moderator.api.post(`${MEDIATIONS}/reports/${list[0].id}/settle`)).status).toBe(200)
    expect((await moderator.api.get(`${MEDIATIONS}/reports`)).body).toHaveLength(2)
    expect((await b.api.get('/api/community/v1/notices')).body).toEqual([])
  })

  test('gives B the same bundle: the posts of the other one that name them, each of which they can take out', async () => {
    const { a, b } = await pair()
    const moderator = await member(server, `moderator_b_${pairs}`, { roles: ['moderator'] })
    const said = async (status: string, more = {}) =>
      (await a.api.post('/api/v1/statuses', { status, ...more })).body.id as string
    const first = await said(`@${b.username} you again`)
    const second = await said(`@${b.username} and again`, { visibility: 'direct' })
    await said('of something else')
    const { id } = await ask(a, b, { track: 'message' })
    await settle(server)
    const field = async () =>
      (await view(b, id)).body.actions
        .find(({ verb }: { verb: string }) => verb === 'report')
        ?.form.find(({ name }: { name: string }) => name === 'status_ids')
    expect(await field(), 'nobody is named before they ask').toBeUndefined()
    await act(b, id, 'see')
    expect((await field())?.chosen).toEqual([second, first])
    await act(b, id, 'report', { status_ids: [second] })
    await act(b, id, 'report')
    const { body: list } = await moderator.api.get(`${MEDIATIONS}/reports`)
    const own = list.filter(({ from }: { from: { acct: string } }) => from.acct === b.username)
    expect(own.map((one: { status_ids: string[] }) => one.status_ids)).toEqual([[second, first], [second]])
  })

  test('names to B whom they would block only once they ask for it, also when the days for an answer are over', async () => {
    for (const days of [0, 7]) {
      const { a, b } = await pair()
      const { id } = await ask(a, b, { track: 'message' })
      await settle(server)
      await act(b, id, 'consent', { screening: answers({ q1: 'yes' }) })
      await leap(server, days)
      const before = (await view(a, id)).body
      const page = (await view(b, id)).body
      expect([page.state, page.other]).toEqual(['diverted', null])
      expect(page.actions.map(({ verb }) => verb)).toEqual(expect.arrayContaining(['report', 'see', 'keep_evidence']))
      expect((await act(b, id, 'see')).status).toBe(200)
      const shown = (await view(b, id)).body
      expect([shown.state, shown.title, shown.other?.acct]).toEqual(['diverted', page.title, a.username])
      expect(shown.actions.map(({ verb }) => verb)).not.toContain('see')
      expect((await act(b, id, 'consent')).status).toBe(409)
      expect((await view(a, id)).body, 'who asked sees nothing of it').toEqual(before)
    }
  })

  test('says what was done from it, to nobody but who did it', async () => {
    const { a, b } = await pair()
    const { id } = (await start(a, request(b, { screening: answers({ q3: 'yes' }) }))).body
    const before = (await view(a, id)).body.text
    await act(a, id, 'report')
    await act(a, id, 'keep_evidence')
    const { title, text } = (await view(a, id)).body
    expect(title, 'it stays the same page').toContain('shouldn’t have to talk through')
    expect(text).not.toBe(before)
    expect(text).toBe(
      'Your report is with the moderators. The evidence is kept for you. The other person is told nothing, ever.',
    )
  })

  test('leaves nothing in a case of the moment of a report, which has both names in clear', async () => {
    const { a, b } = await pair()
    const { body: post } = await b.api.post('/api/v1/statuses', { status: 'Something bad.' })
    const form = request(b, { status_ids: [post.id], screening: answers({ q3: 'yes' }) })
    const { id } = (await start(a, form)).body
    server.ctx.clock.moveTo(dayOf(server.ctx.now()) + 1.5 * DAY)
    await settle(server)
    const since = server.ctx.now()
    expect((await act(a, id, 'report', { statement: 'Please look.' })).status).toBe(200)
    const until = server.ctx.now()
    const isThen = (n: number) => [n, timeOfId(n)].some((at) => at >= since && at <= until)
    const thenIn = (table: string, of = 'true') =>
      (server.ctx.db.prepare(`SELECT * FROM ${table} WHERE ${of}`).all() as Record<string, unknown>[]).filter((row) =>
        (
          Object.values(row)
            .join(' ')
            .match(/\d{13,16}/g) ?? []
        )
          .map(Number)
          .some(isThen),
      )
    expect(thenIn('reports', `target_id = ${b.accountId}`), 'here it stands').toHaveLength(1)
    const tables = server.ctx.db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'mediati%'`)
    for (const { name } of tables.all() as { name: string }[]) expect([name, thenIn(name)]).toEqual([name, []])
    expect(thenIn('jobs', `payload LIKE '%"caseId":${id}%'`)).toEqual([])
    const all = server.ctx.db.prepare('SELECT verb FROM mediation_events WHERE case_id = ?').all(id)
    expect(all).toContainEqual({ verb: 'report' })
  })

  test('is not shown to a moderator whom it is about', async () => {
    const { a } = await pair()
    const accused = await member(server, `accused_${pairs}`, { roles: ['moderator'] })
    const { id } = (await start(a, request(accused, { screening: answers({ q3: 'yes' }) }))).body
    await act(a, id, 'report', { statement: 'About a moderator.' })
    expect(JSON.stringify((await accused.api.get(`${MEDIATIONS}/reports`)).body)).not.toContain('About a moderator.')
  })

  test('goes with everything in it when it is closed, and after 14 days', async () => {
    const { a, b } = await pair()
    const { id } = (await start(a, request(b, { screening: answers({ q1: 'yes' }) }))).body
    expect((await act(a, id, 'close')).body).toEqual({})
    await settle(server)
    expect([(await view(a, id)).status, server.ctx.mediation.has(Number(id))]).toEqual([404, false])
  })

  test('answers of the screening are shredded 48 hours after it was decided where they lead', async () => {
    const { a, b } = await pair()
    const { id } = (await start(a, request(b, { screening: answers({ q1: 'yes' }) }))).body
    expect(server.ctx.mediation.has(Number(id), 'screening')).toBe(true)
    await server.advance('PT48H1M')
    expect(server.ctx.mediation.has(Number(id), 'screening')).toBe(false)
    expect(server.ctx.mediation.has(Number(id), 'intake')).toBe(true)
  })
})
