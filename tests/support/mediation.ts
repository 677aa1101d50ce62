import type { MediationInvitation, MediationView, Screening } from '../../shared/api/mediation.ts'
import type { Being, Person, TestServer } from './server.ts'

/** Where mediation is. */
export const MEDIATIONS = '/api/community/v1/mediations'

/** Ten answers: no to all, but for `changes`. */
export const answers = (changes: Partial<Screening> = {}): Screening => ({
  q1: 'no',
  q2: 'no',
  q3: 'no',
  q4: 'no',
  q5: 'no',
  q6: 'no',
  q7: 'no',
  q8: 'no',
  q9: 'no',
  q10: 'no',
  ...changes,
})

/** A whole request about somebody, with `changes`. */
export const request = (other: Pick<Person, 'id'>, changes: Record<string, unknown> = {}) => ({
  account_id: other.id,
  status_ids: [],
  story: 'They said that I never do the dishes in the reading room.',
  hopes: ['understood'],
  track: 'mediation',
  mode: 'shuttle',
  languages: ['en'],
  hours: ['mon-evening'],
  screening: answers(),
  human_check: true,
  consent: true,
  ...changes,
})

/** Somebody who has been here for a month. */
export async function member(server: TestServer, name: string, being: Being = {}): Promise<Person> {
  const person = await server.signUp(name, being)
  const run = (sql: string) => server.ctx.db.prepare(sql).run(person.accountId)
  run(`UPDATE accounts SET joined_at = joined_at - 30 * 86400000 WHERE id = ?`)
  return person
}

/** Several of them. */
export const members = (server: TestServer, ...names: string[]) =>
  Promise.all(names.map((name) => member(server, name)))

/** A mediator who volunteers, with `changes` to the profile. */
export async function mediator(
  server: TestServer,
  name: string,
  changes: Record<string, unknown> = {},
): Promise<Person> {
  const person = await member(server, name, { roles: ['mediator'] })
  const profile = { volunteering: true, accepted_code: true, languages: ['en'], hours: ['mon-evening'], ...changes }
  const { status, text } = await person.api.put(`${MEDIATIONS}/desk/profile`, profile)
  if (status !== 200) throw new Error(text)
  return person
}

/** Asks for a mediator and gives the view, or throws what came back. */
export async function ask(person: Person, other: Pick<Person, 'id'>, changes: Record<string, unknown> = {}) {
  const reply = await person.api.post<MediationView>(MEDIATIONS, request(other, changes))
  if (reply.status !== 200) throw new Error(reply.text)
  return reply.body
}

/** Does something in a case. */
export const act = (person: Person, id: string, verb: string, form: Record<string, unknown> = {}) =>
  person.api.post(`${MEDIATIONS}/${id}/actions`, { verb, ...form })

/** A case as somebody sees it. */
export const view = (person: Person, id: string) => person.api.get<MediationView>(`${MEDIATIONS}/${id}`)

/** The invitations that wait for somebody. */
export const invitations = async (person: Person) =>
  (await person.api.get<MediationInvitation[]>(`${MEDIATIONS}/invitations`)).body

/** Lets jobs that are due run. */
export const settle = (server: TestServer) => server.advance('PT1S')

/** What somebody says yes with. */
export const yes = (changes: Record<string, unknown> = {}) => ({
  choice: 'yes',
  screening: answers(),
  human_check: true,
  consent: true,
  languages: ['en'],
  hours: ['mon-evening'],
  ...changes,
})

/** Moves the clock by many days in one step, and then lets jobs run: quicker than hour by hour, where no moment counts. */
export async function leap(server: TestServer, days: number): Promise<void> {
  server.ctx.clock.moveTo(server.ctx.now() + days * 86_400_000)
  await settle(server)
}
