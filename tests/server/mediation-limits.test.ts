import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limits } from '../../server/limits.ts'
import { say } from '../support/masto.ts'
import {
  act,
  ask,
  leap,
  MEDIATIONS,
  mediator,
  member,
  members,
  request,
  settle,
  view,
  yes,
} from '../support/mediation.ts'
import { openRoom } from '../support/room.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let cora: Person
let guard: Person
beforeAll(async () => {
  server = await startServer()
  server.ctx.db.pragma('synchronous = OFF')
  cora = await member(server, 'cora', { roles: ['coordinator'] })
  guard = await member(server, 'guard', { roles: ['moderator'] })
})
afterAll(() => server.stop())

const DAY = 86_400_000
const MINUTE = 1 / 1440
let people = 0
const some = (n: number) =>
  members(server, ...Array.from({ length: n }, () => `person_${++people}`)) as Promise<Person[]>
const one = async () => (await some(1))[0] as Person
const asks = (a: Person, b: Person, more = {}) => a.api.post(MEDIATIONS, request(b, { track: 'message', ...more }))
const code = (reply: { status: number; body: { error_code?: string } }) => [reply.status, reply.body.error_code]
const long = (most: number) => ['x'.repeat(most), 'x'.repeat(most + 1)] as const
const list = async <T>(person: Person, path: string) => (await person.api.get<T[]>(`${MEDIATIONS}/${path}`)).body

/** What comes back for as much as there may be, and for one more. */
async function edge(most: number, send: (n: number) => Promise<{ status: number }>): Promise<void> {
  expect((await send(most)).status).toBe(200)
  expect((await send(most + 1)).status).toBe(422)
}

/** As many requests as one may have in some days, each taken back so that none is open. */
async function askAndTakeBack(a: Person, n: number): Promise<void> {
  for (const b of await some(n)) {
    const { id } = await ask(a, b, { track: 'message' })
    await act(a, id, 'withdraw')
  }
}

const profile = (m: Person, form: object) => m.api.put(`${MEDIATIONS}/desk/profile`, form)
const candidates = async () => {
  const [a, b] = (await some(2)) as [Person, Person]
  const { id } = await ask(a, b, { track: 'message' })
  await settle(server)
  await act(b, id, 'consent', yes())
  return (await view(a, id)).body.candidates.map(({ acct }) => acct)
}

/** What is read until its last day, and not a day after it. */
async function goneAfter(kept: number, reads: () => Promise<boolean>): Promise<void> {
  await leap(server, kept / DAY - 1)
  expect(await reads()).toBe(true)
  await leap(server, 2)
  expect(await reads()).toBe(false)
}

/** What each number holds people to, seen from outside, just before it and just after. */
const held: Record<string, () => Promise<void>> = {
  async mediationAccountAge() {
    const a = await server.signUp(`new_${++people}`)
    await leap(server, limits.mediationAccountAge / DAY - MINUTE)
    expect(code(await asks(a, await one()))).toEqual([403, 'too_new'])
    await leap(server, MINUTE)
    expect((await asks(a, await one())).status).toBe(200)
  },
  async mediationOpen() {
    const a = await one()
    for (const b of await some(limits.mediationOpen)) expect((await asks(a, b)).status).toBe(200)
    expect(code(await asks(a, await one()))).toEqual([403, 'two_open'])
  },
  async mediationRequests() {
    const a = await one()
    await askAndTakeBack(a, limits.mediationRequests)
    expect(code(await asks(a, await one()))).toEqual([403, 'three_a_month'])
  },
  async mediationRequestsTime() {
    const a = await one()
    await askAndTakeBack(a, limits.mediationRequests)
    await leap(server, limits.mediationRequestsTime / DAY - MINUTE)
    expect(code(await asks(a, await one()))).toEqual([403, 'three_a_month'])
    await leap(server, MINUTE)
    expect((await asks(a, await one())).status).toBe(200)
  },
  async mediationDrafts() {
    const a = await one()
    const start = () => a.api.post(MEDIATIONS, { draft: true })
    for (let n = 0; n < limits.mediationDrafts; n += 1) expect((await start()).status).toBe(200)
    expect(code(await start())).toEqual([403, 'drafts'])
  },
  async mediationPair() {
    const [a, b] = (await some(2)) as [Person, Person]
    const { id } = await ask(a, b, { track: 'message' })
    await act(a, id, 'withdraw')
    await leap(server, limits.mediationPair / DAY - MINUTE)
    expect(code(await asks(a, b))).toEqual([403, 'one_per_person'])
    await leap(server, MINUTE)
    expect((await asks(a, b)).status).toBe(200)
  },
  async mediationNotAgain() {
    const [a, b] = (await some(2)) as [Person, Person]
    const reaches = async () => {
      const { id } = await ask(a, b, { track: 'message' })
      await settle(server)
      const there = (await list(b, 'invitations')).length > 0
      if (!there) await act(a, id, 'withdraw')
      return { id, there }
    }
    await act(b, (await reaches()).id, 'decline', { how: 'not_from_them' })
    await leap(server, limits.mediationNotAgain / DAY - 1)
    expect((await reaches()).there).toBe(false)
    await leap(server, limits.mediationPair / DAY + 1)
    expect((await reaches()).there).toBe(true)
  },
  async mediationUnanswered() {
    const [a, b] = (await some(2)) as [Person, Person]
    for (let n = 0; n <= limits.mediationUnanswered; n += 1) {
      await ask(a, b, { track: 'message' })
      await settle(server)
      expect((await list(b, 'invitations')).length > 0).toBe(n < limits.mediationUnanswered)
      await leap(server, limits.mediationPair / DAY + 1)
    }
  },
  async pileOnPeople() {
    const about = await one()
    const alerts = async () => (await cora.api.get(`${MEDIATIONS}/triage`)).text.includes(about.username)
    for (const [n, a] of (await some(limits.pileOnPeople)).entries()) {
      expect([n, await alerts()]).toEqual([n, false])
      await ask(a, about, { track: 'message' })
    }
    expect(await alerts()).toBe(true)
  },
  async pileOnTime() {
    const about = await one()
    for (const a of await some(limits.pileOnPeople - 1)) await ask(a, about, { track: 'message' })
    await leap(server, limits.pileOnTime / DAY + MINUTE)
    await ask(await one(), about, { track: 'message' })
    expect((await cora.api.get(`${MEDIATIONS}/triage`)).text).not.toContain(about.username)
  },
  mediationStory: () =>
    edge(limits.mediationStory, async (n) => asks(await one(), await one(), { story: 'x'.repeat(n) })),
  async mediationPosts() {
    const [a, b] = (await some(2)) as [Person, Person]
    const posts: string[] = []
    for (let n = 0; n <= limits.mediationPosts; n += 1) posts.push((await say(b, `post ${n}`)).id)
    expect((await asks(a, b, { status_ids: posts })).status).toBe(422)
    expect((await asks(a, b, { status_ids: posts.slice(1) })).status).toBe(200)
  },
  mediationLine: () =>
    edge(limits.mediationLine, async (n) => asks(await one(), await one(), { access_needs: 'x'.repeat(n) })),
  mediationNames: () =>
    edge(limits.mediationNames, async (n) =>
      asks(await one(), await one(), { trusted: Array.from({ length: n }, (_, at) => `friend${at}`) }),
    ),
  async mediatorApproach() {
    const m = await mediator(server, `medi_${++people}`)
    for (const approach of long(limits.mediatorApproach))
      expect((await profile(m, { approach })).status).toBe(approach.length > limits.mediatorApproach ? 422 : 200)
  },
  async mediatorCases() {
    await leap(server, 11)
    const m = await mediator(server, `medi_${++people}`)
    expect((await m.api.get(`${MEDIATIONS}/desk`)).body.profile.max_open).toBe(limits.mediatorCases)
    for (let n = 0; n < limits.mediatorCases; n += 1) {
      expect(await candidates()).toContain(m.username)
      await openRoom(server, {}, m)
    }
    expect(await candidates()).not.toContain(m.username)
  },
  async mediatorCasesMost() {
    const m = await mediator(server, `medi_${++people}`)
    await edge(limits.mediatorCasesMost, (n) => profile(m, { max_open: n }))
  },
  async mediatorCloseTo() {
    const m = await mediator(server, `medi_${++people}`)
    await edge(limits.mediatorCloseTo, (n) =>
      profile(m, { close_to: Array.from({ length: n }, (_, at) => String(at + 1)) }),
    )
  },
  async mediatorIdle() {
    await leap(server, 11)
    const m = await mediator(server, `medi_${++people}`)
    await leap(server, limits.mediatorIdle / DAY - 1)
    expect(await candidates()).toContain(m.username)
    await leap(server, 1.1)
    expect(await candidates()).not.toContain(m.username)
  },
  async mediatorCooling() {
    await leap(server, 11)
    const m = await mediator(server, `medi_${++people}`, { max_open: 5 })
    await (await openRoom(server, {}, m)).act(m, 'hand_over')
    await leap(server, limits.mediatorCooling / DAY - MINUTE)
    expect(await candidates()).not.toContain(m.username)
    await leap(server, 1 + MINUTE)
    expect(await candidates()).toContain(m.username)
  },
  async mediationAlertKept() {
    const { a, act: does } = await openRoom(server)
    await does(a, 'leave')
    await does(a, 'feedback', { heard: 5, safe: 5, again: 5, text: 'Words for the coordinators.' })
    const reads = async () => (await cora.api.get(`${MEDIATIONS}/triage`)).text.includes('Words for the coordinators.')
    await goneAfter(limits.mediationAlertKept, reads)
  },
  async mediationReportKept() {
    const { a, act: does } = await openRoom(server)
    await does(a, 'escalate', { statement: 'Words for the moderators.' })
    const reads = async () => (await guard.api.get(`${MEDIATIONS}/reports`)).text.includes('Words for the moderators.')
    await goneAfter(limits.mediationReportKept, reads)
  },
  async mediationComplaintKept() {
    const { a, act: does } = await openRoom(server)
    await does(a, 'complain', { text: 'Words that wait for an answer.' })
    const reads = async () => (await a.api.get(`${MEDIATIONS}/complaints`)).text.includes('Words that wait')
    await goneAfter(limits.mediationComplaintKept, reads)
  },
  async mediationPoolPause() {
    const m = await mediator(server, `medi_${++people}`)
    const { a, act: does } = await openRoom(server, {}, m)
    await does(a, 'complain', { text: 'He took sides again.' })
    const all = (await cora.api.get<{ id: string; text: string }[]>(`${MEDIATIONS}/complaints`)).body
    const id = all.find(({ text }) => text === 'He took sides again.')?.id
    await cora.api.post(`${MEDIATIONS}/complaints/${id}/answer`, { outcome: 'pause', text: 'They rest for a while.' })
    await leap(server, limits.mediationPoolPause / DAY - 1)
    await profile(m, { volunteering: true })
    expect(await candidates()).not.toContain(m.username)
    await leap(server, 2.1)
    expect(await candidates()).toContain(m.username)
  },
}

/** What is told in a story of its own: by its file and its name. */
const elsewhere: Record<string, [string, string]> = {
  mediationOpenElsewhere: [
    'asked-elsewhere',
    'they have one open case, come back to it from any browser, and ask again once it is over',
  ],
  mediationServer: [
    'asked-elsewhere',
    'a new account elsewhere waits a week, as a new member does, and one server is not a crowd',
  ],
  mediationServerTime: [
    'asked-elsewhere',
    'a new account elsewhere waits a week, as a new member does, and one server is not a crowd',
  ],
  mediationMail: ['telling', 'by one mail in 48 hours at most'],
  mediatorDigest: [
    'telling',
    'to who mediates by a digest: one mail of all that waits in their cases, and none of what they saw',
  ],
  mediationAudit: ['telling', 'events without a word or a name are kept for 12 months'],
  mediationFigures: [
    'team',
    'is told by year, a month after it, with small counts as a phrase and others rounded to five',
  ],
  mediationSmallest: ['after', 'reaches mediators only as the sum of five cases or more; its words reach coordinators'],
  mediationComplaint: ['complaints', 'a complaint goes to a steward when nobody answered it within 14 days'],
  mediationExceptionWaits: [
    'exceptions',
    'is not asked for or agreed to by whoever has a part in the case, and lapses in three days',
  ],
  mediationGlassOpen: ['exceptions', 'takes two admins and a reason, lasts a day, is logged, and both sides are told'],
  mediationReasonLeast: [
    'exceptions',
    'takes two admins and a reason, lasts a day, is logged, and both sides are told',
  ],
  threadAlerts: ['team', 'hears of a thread from anybody, twice a week, and of nobody who said so'],
  threadAlertsTime: ['team', 'hears of a thread from anybody, twice a week, and of nobody who said so'],
}

/** What nobody can be held to before there are reports: who reported one of the two does not mediate between them. */
const later = ['mediationConflict']

describe('a limit of mediation holds people to what it says:', () => {
  test.each(Object.entries(held))('%s', { timeout: 60_000 }, (_what, holds) => holds())

  test('each is told here, or in a story of its own', () => {
    const ours = Object.keys(limits).filter((name) => /^(mediat|pileOn|threadAlert)/.test(name))
    expect(ours.filter((name) => !(name in held || name in elsewhere || later.includes(name)))).toEqual([])
    for (const [file, name] of Object.values(elsewhere))
      expect(readFileSync(new URL(`mediation-${file}.test.ts`, import.meta.url), 'utf8')).toContain(`test('${name}'`)
  })
})
