import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OwnComplaints, StaffComplaint } from '../../shared/api/complaints.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let [ben, ada, boss, mod, eye]: Person[] = []
const OWN = '/api/community/v1/complaints'
const KEPT = '/api/community/v1/admin/complaints'
const WORDS = 'they read my letters aloud at the meeting'

beforeAll(async () => {
  server = await startServer()
  ben = await server.signUp('ben')
  ada = await server.signUp('ada', { roles: ['admin', 'steward'] })
  boss = await server.signUp('boss', { roles: ['owner'] })
  mod = await server.signUp('mod', { roles: ['moderator', 'coordinator', 'mediator'] })
  eye = await server.signUp('eye', { roles: ['steward'] })
})
afterAll(() => server.stop())

const of = (person: Person | undefined): Person => {
  if (!person) throw new Error('nobody')
  return person
}
const list = async (person: Person | undefined) => (await of(person).browser.get<StaffComplaint[]>(KEPT)).body
const own = async (person: Person | undefined) => (await of(person).browser.get<OwnComplaints>(OWN)).body
const complain = (about: Person | undefined, text = WORDS) =>
  of(ben).browser.post<OwnComplaints & { details?: object }>(OWN, { account_id: String(of(about).accountId), text })
const noticesOf = async (person: Person | undefined) =>
  (await of(person).browser.get<{ kind: string }[]>('/api/community/v1/notices')).body.map(({ kind }) => kind)

describe('a complaint about an admin', () => {
  test('is about one who runs the community; anybody else is reported', async () => {
    expect((await own(ben)).about.map(({ acct }) => acct).sort()).toEqual(['ada', 'boss'])
    expect((await complain(mod)).body.details).toMatchObject({ account_id: [{}] })
    expect((await complain(ada, ' ')).body.details).toMatchObject({ text: [{}] })
  })

  test('MUST: is never shown to the admin it is about, nor to moderators or other admins', async () => {
    expect((await complain(ada)).status).toBe(200)
    expect(await list(eye)).toMatchObject([{ text: WORDS, about: { acct: 'ada' }, by: { acct: 'ben' }, outcome: null }])
    // she is a steward too, and sees all but this one
    expect(await list(ada)).toEqual([])
    for (const one of [boss, mod, ben]) expect((await of(one).browser.get(KEPT)).status).toBe(403)
    for (const one of [ada, boss, mod, eye]) expect((await own(one)).complaints).toEqual([])
    const [{ id } = { id: '' }] = await list(eye)
    const answer = { outcome: 'nothing', text: 'no' }
    expect((await of(ada).browser.post(`${KEPT}/${id}/answer`, answer)).status).toBe(404)
    expect((await of(mod).browser.post(`${KEPT}/${id}/answer`, answer)).status).toBe(403)
    expect([await noticesOf(eye), await noticesOf(ada)]).toEqual([['complaint_waits'], []])
    const rows = server.ctx.db.prepare('SELECT * FROM complaints').all()
    expect(JSON.stringify(rows)).not.toContain('letters')
    const log = (await of(boss).browser.get('/api/community/v1/admin/log')).text
    expect(log).not.toContain('complaint')
  })

  test('is made once at a time, answered once by a steward, and read by who made it', async () => {
    expect((await complain(ada)).status).toBe(409)
    expect((await complain(boss, 'another thing')).status).toBe(200)
    expect((await list(ada)).map(({ about }) => about?.acct)).toEqual(['boss'])
    const id = (await list(eye)).find(({ text }) => text === WORDS)?.id
    expect((await of(eye).browser.post(`${KEPT}/${id}/answer`, { outcome: 'fire', text: 'x' })).status).toBe(422)
    const answer = { outcome: 'community', text: 'It comes before the meeting in May.' }
    expect((await of(eye).browser.post(`${KEPT}/${id}/answer`, answer)).status).toBe(200)
    expect((await of(eye).browser.post(`${KEPT}/${id}/answer`, answer)).status).toBe(409)
    const mine = (await own(ben)).complaints.find(({ text }) => text === WORDS)
    expect(mine).toMatchObject({ outcome: 'community', answer: answer.text, by: null })
    expect(await noticesOf(ben)).toContain('complaint_answered')
    expect((await complain(ada, 'again')).status).toBe(200)
  })

  test('waits, and says so, where no steward is there who could answer; and goes when its time is over', async () => {
    const roles = (person: Person | undefined, role: string) =>
      server.ctx.db.prepare(`DELETE FROM roles WHERE account_id = ? AND role = ?`).run(of(person).accountId, role)
    roles(eye, 'steward')
    expect((await own(ben)).complaints.find(({ text }) => text === 'again')?.vacant).toBe(true)
    await server.advance('P91D')
    expect(server.ctx.db.prepare('SELECT count(*) AS n FROM complaints').get()).toEqual({ n: 2 })
  })
})
