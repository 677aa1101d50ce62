import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DutyTurn } from '../../shared/api/moderation-team.ts'
import { say } from '../support/masto.ts'
import { caseAbout, deciding, inCase, localPosts, queueOf, reportTo, settle } from '../support/moderation.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const DUTY = '/api/community/v1/moderation/duty'
let server: TestServer
let mo: Person
let max: Person
let bad: Person
let trusted: Person[]

/** Lets so many reports of somebody have ended so. */
function ended(person: Person, outcome: string, times: number): void {
  const { db } = server.ctx
  const caseId = server.ctx.newId()
  db.prepare(
    `INSERT INTO moderation_cases (id, target_name, urgency, kind, state, reports, created_at, due_at)
     VALUES (?, 'gone', 'other', 'other', 'decided', 1, 1, 1)`,
  ).run(caseId)
  for (let n = 0; n < times; n += 1) {
    db.prepare(
      `INSERT INTO reports (id, case_id, reporter_id, kind, content, created_at, outcome, told_at)
       VALUES (?, ?, ?, 'other', x'00', 1, ?, 1)`,
    ).run(server.ctx.newId(), caseId, person.accountId, outcome)
  }
}

beforeAll(async () => {
  server = await startServer()
  mo = await server.signUp('mo', { roles: ['moderator', 'coordinator'] })
  max = await server.signUp('max', { roles: ['moderator'] })
  bad = await server.signUp('bad')
  trusted = []
  for (const name of ['ann', 'ben', 'cal', 'dan']) trusted.push(await server.signUp(name))
  await server.advance('P31D')
  for (const person of trusted) ended(person, 'acted', 2)
})
afterAll(() => server.stop())

const here = (hours: number) => ({
  begins_at: new Date(server.ctx.now()).toISOString(),
  ends_at: new Date(server.ctx.now() + hours * 3_600_000).toISOString(),
})
const [ann, ben, cal, dan] = [0, 1, 2, 3].map((n) => () => trusted[n] as Person) as [
  () => Person,
  () => Person,
  () => Person,
  () => Person,
]
const reported = async (by: readonly Person[], words: string) => {
  const post = await say(bad, words)
  for (const person of by) await reportTo(person, bad, { status_ids: [post.id] })
  return (await localPosts(max)).includes(words)
}

describe('while nobody is on duty', () => {
  test('three whose reports proved right have a post hidden for a day, and somebody looks at that', async () => {
    expect(await reported([ann(), ben(), cal()], 'harm')).toBe(false)
    const { entries, on_duty } = await queueOf(mo)
    expect([on_duty, entries.some(({ what, kind }) => what === 'review' && kind === 'hide')]).toEqual([false, true])
    await server.advance('P1DT1M')
    expect(await localPosts(max)).toContain('harm')
    // what was shown again is not hidden by the same ones anew
    await reportTo(dan(), bad, { status_ids: [(await caseAbout(mo, bad)).contexts[0]?.status_id ?? ''] })
    expect(await localPosts(max)).toContain('harm')
  })

  test('not two, nor a crowd of whom nothing is known, nor those whose reports were mostly wrong', async () => {
    expect(await reported([ann(), ben()], 'disputed')).toBe(true)
    const crowd = []
    for (const name of ['eve', 'fay', 'gil', 'hal']) crowd.push(await server.signUp(name))
    expect(await reported(crowd, 'disliked')).toBe(true)
    ended(cal(), 'nothing', 3)
    expect(await reported([ann(), ben(), cal()], 'spicy')).toBe(true)
  })

  test('nor accounts in one line of invites, which may be one person', async () => {
    const { db } = server.ctx
    db.prepare(`INSERT INTO invites (id, code, created_by, created_at) VALUES (7, 'i7', ?, 1)`).run(ann().accountId)
    db.prepare('UPDATE members SET invite_id = 7 WHERE account_id = ?').run(ben().accountId)
    expect(await reported([ann(), ben(), dan()], 'loud')).toBe(true)
    db.prepare('UPDATE members SET invite_id = NULL WHERE account_id = ?').run(ben().accountId)
  })

  test('nor anything once somebody is there, who is told to rest after long and hands over', async () => {
    const [turn] = (await mo.browser.post<DutyTurn[]>(DUTY, { ...here(8) })).body
    expect(await reported([ann(), ben(), dan()], 'seen')).toBe(true)
    expect(turn).toMatchObject({ now: true, long: false })
    await server.advance('PT5H')
    expect((await mo.browser.get<DutyTurn[]>(DUTY)).body[0]).toMatchObject({ now: true, long: true })
    expect((await max.browser.post(`${DUTY}/${turn?.id}/end`, { handover: 'Not mine.' })).status).toBe(404)
    const { body } = await mo.browser.post<DutyTurn[]>(`${DUTY}/${turn?.id}/end`, { handover: 'Look at bad.' })
    expect(body[0]).toMatchObject({ now: false, handover: 'Look at bad.' })
    expect((await queueOf(max)).on_duty).toBe(false)
  })
})

test('The queue marks what stands between its reader and a case, and puts trusted reporters a little earlier', async () => {
  const [old, young] = [await server.signUp('old'), await server.signUp('young')]
  const nobody = await server.signUp('nobody')
  ended(nobody, 'nothing', 4)
  await reportTo(nobody, old)
  await server.advance('PT1H')
  await reportTo(ann(), young)
  await max.api.post(`/api/v1/accounts/${young.id}/follow`)
  await mo.api.post(`/api/v1/accounts/${old.id}/mute`)
  const marks = async (person: Person) =>
    (await queueOf(person)).entries
      .filter(({ about }) => [old.id, young.id].includes(about?.id ?? ''))
      .map(({ about, conflict }) => [about?.acct, conflict])
  expect(await marks(max)).toEqual([
    ['young', 'follows'],
    ['old', null],
  ])
  expect(await marks(mo)).toEqual([
    ['young', null],
    ['old', 'block'],
  ])
  expect((await queueOf(mo)).counts.triage).toBe(0)
  const { id } = await caseAbout(max, old)
  await inCase(max, id, 'decide', deciding([]))
  await settle(server)
})

test('What colleagues note about a server stands there for them alone, pinned first, and the rest for a year', async () => {
  const at = '/api/community/v1/moderation/servers/Raid.Example/notes'
  expect((await mo.browser.post(at, { text: 'Third wave since May.' })).status).toBe(200)
  const { body } = await max.browser.post(at, { text: 'Their admin answers mails.', pinned: true })
  expect(body.map(({ text }: { text: string }) => text)).toEqual([
    'Their admin answers mails.',
    'Third wave since May.',
  ])
  expect((await ann().browser.get(at)).status).toBe(403)
  expect((await max.browser.get('/api/community/v1/moderation/servers/other.example/notes')).body).toEqual([])
  expect((await max.browser.get('/api/community/v1/moderation/servers/%20/notes')).status).toBe(404)
  server.ctx.clock.moveTo(server.ctx.now() + 366 * 86_400_000)
  const later = await server.signUp('later', { roles: ['moderator'] })
  expect((await later.browser.get(at)).body).toMatchObject([
    { text: 'Their admin answers mails.', by: { acct: 'max' } },
  ])
})
