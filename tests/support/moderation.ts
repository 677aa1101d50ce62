import type { OwnReport } from '../../shared/api/moderation.ts'
import type { CasePage, Queue } from '../../shared/api/moderation-team.ts'
import { wordsOf } from './masto.ts'
import { type Person, startServer, type TestServer } from './server.ts'

const API = '/api/community/v1'

/** A server on which three people decide on reports, none of whom let another in. */
export async function startWithTeam(): Promise<{ server: TestServer; mo: Person; max: Person; mia: Person }> {
  const server = await startServer()
  server.ctx.db.pragma('synchronous = OFF')
  const moderator = (name: string) => server.signUp(name, { roles: ['moderator'] })
  return { server, mo: await moderator('mo'), max: await moderator('max'), mia: await moderator('mia') }
}

/** The words of the posts that somebody reads on the local timeline. */
export const localPosts = async (person: Person) =>
  wordsOf((await person.api.get('/api/v1/timelines/public?local=true')).body)

/** What the community told somebody. */
export const noticesOf = async (person: Person) =>
  (await person.browser.get<{ kind: string; link: string }[]>(`${API}/notices`)).body

/** Reports somebody, and fails where that was refused. */
export async function reportTo(person: Person, about: Person, more: Record<string, unknown> = {}): Promise<OwnReport> {
  const reply = await person.browser.post<OwnReport>(`${API}/reports`, { account_id: about.id, ...more })
  if (reply.status !== 200) throw new Error(`not reported: ${reply.status} ${reply.text}`)
  return reply.body
}

/** One page of what waits for a moderator. */
export const queuePage = async (person: Person, show = 'open', after = ''): Promise<Queue> =>
  (await person.browser.get<Queue>(`${API}/moderation?show=${show}${after && `&after=${after}`}`)).body

/** All that waits for a moderator, page by page. */
export async function queueOf(person: Person, show = 'open'): Promise<Queue> {
  const first = await queuePage(person, show)
  const entries = [...first.entries]
  for (let { next } = first; next !== null; ) {
    const page = await queuePage(person, show, next)
    entries.push(...page.entries)
    next = page.next
  }
  return { ...first, entries }
}

/** The open case about somebody, as a moderator reads it. */
export async function caseAbout(person: Person, about: Person): Promise<CasePage> {
  const { entries } = await queueOf(person)
  const found = entries.find((entry) => entry.about?.id === about.id)
  if (!found?.case_id) throw new Error(`no case about ${about.username}`)
  return readCase(person, found.case_id)
}

/** A case by its id. */
export async function readCase(person: Person, id: string): Promise<CasePage> {
  const reply = await person.browser.get<CasePage>(`${API}/moderation/cases/${id}`)
  if (reply.status !== 200) throw new Error(`no case: ${reply.status} ${reply.text}`)
  return reply.body
}

/** Does something in a case, whatever comes of it. */
export const inCase = (person: Person, id: string, what: string, body: object = {}) =>
  person.browser.post(`${API}/moderation/cases/${id}/${what}`, body)

/** A whole decision: these things, by this rule. */
export const deciding = (actions: object[], more: object = {}) => ({
  actions,
  rule: 'gr1',
  statement: 'You wrote that people of one kind do not belong here.',
  ...more,
})

/** Lets the ten minutes pass in which a decision can be undone. */
export const settle = (server: TestServer) => server.advance('PT11M')

/** Somebody of the team is there, or away, for some hours from a time (ms) on. */
export const takeTurn = (person: Person, from: number, hours: number, kind = 'duty') =>
  person.browser.post(`${API}/moderation/duty`, {
    kind,
    begins_at: new Date(from).toISOString(),
    ends_at: new Date(from + hours * 3_600_000).toISOString(),
  })

/** What has to be thought about before a removal is proposed. */
export const CHECKED = ['context', 'hacked', 'irony', 'power']

/** Proposes a removal in a case and gives the case. */
export async function proposeRemoval(person: Person, id: string, more: object = {}) {
  return inCase(
    person,
    id,
    'proposals',
    deciding([{ kind: 'remove' }], { reason: 'Third time.', checked: CHECKED, ...more }),
  )
}

/** Answers a proposal. */
export const answer = (person: Person, id: string, sha256: string, more: object = {}) =>
  person.browser.post(`${API}/moderation/proposals/${id}/answer`, {
    sha256,
    answer: 'confirm',
    reason: 'I read it all.',
    ...more,
  })

/** Lets a moderator ask somebody whether to deal with an account that mocks them; gives the case. */
export async function askWhomItMocks(
  server: TestServer,
  { by, reporter, mocked }: { by: Person; reporter: Person; mocked: Person },
): Promise<string> {
  const bad = await server.signUp('mocks')
  await reportTo(reporter, bad, { kind: 'rule', rules: ['gr7c'] })
  const { id } = await caseAbout(by, bad)
  await inCase(by, id, 'mocked', { acct: mocked.username })
  return id
}
