import type { MediationView } from '../../shared/api/mediation.ts'
import type { MediationGuest } from '../../shared/api/mediation-guest.ts'
import { allow, pathOf } from './allow.ts'
import { type Client, createClient } from './client.ts'
import type { Peer } from './evil-peer.ts'
import { type FarAway, meet, notesFor, writeTo } from './far-away.ts'
import { ask, member, request, settle } from './mediation.ts'
import type { Person, TestServer } from './server.ts'
import { eventually, find, handleOf } from './servers.ts'

/** Where guests of one case come in. */
export const GUEST = '/api/community/v1/guest'

/** A browser with nothing in it. */
export const browserOf = (server: Pick<TestServer, 'url'>): Client => createClient(server.url, { origin: server.url })

/** What was written to somebody from other servers, the newest first. */
export const writtenTo = (home: TestServer, person: Person): { acct: string; html: string; visibility: string }[] =>
  home.ctx.db
    .prepare(
      `SELECT username || '@' || domain AS acct, html, visibility FROM mentions
       JOIN statuses ON statuses.id = status_id JOIN accounts ON accounts.id = statuses.account_id
       WHERE mentions.account_id = ? AND domain IS NOT NULL ORDER BY statuses.id DESC`,
    )
    .all(person.accountId) as { acct: string; html: string; visibility: string }[]

/** The secret in the link of an invitation. */
const secretIn = (html: string): string => /\/guest#([\w-]+)/.exec(html)?.[1] ?? ''

/** Somebody here asks about somebody of another server, who is written to; gives the case and the link's secret. */
export async function inviteFrom(
  here: TestServer,
  home: TestServer,
  bo: Person,
  changes: Record<string, unknown> = { track: 'message' },
) {
  const ann = await member(here, `ann_${bo.username}`)
  // the keys of both may still be in the making
  const id = await eventually(() => find(ann, handleOf(bo, home)).catch(() => false as const), 'finding them')
  const before = writtenTo(home, bo).length
  const asked = await ask(ann, { id }, changes)
  await here.advance('PT1S')
  const note = await eventually(async () => {
    const all = writtenTo(home, bo)
    return all.length > before && all[0]
  }, 'the message')
  return { ann, caseId: asked.id, boHere: id, note, secret: secretIn(note.html) }
}

/** Opens a link in a browser. */
export const knock = (browser: Client, secret: string) => browser.post<MediationGuest>(GUEST, { secret })

/** Signs in at one's own server, as it stands behind the button at the door; gives where that led. */
export async function comeIn(home: TestServer, bo: Person, browser: Client): Promise<string> {
  const { body } = await browser.post<{ url: string }>('/api/community/v1/elsewhere/sign-in', {
    server: home.url,
    purpose: 'mediation',
  })
  const back = await browser.get(pathOf(await allow(home, bo, body.url)))
  return back.headers.get('location') ?? ''
}

/** The guest's case. */
export const seen = async (browser: Client) => (await browser.get<MediationView>(`${GUEST}/case`)).body

/** Does something in the guest's case. */
export const does = (browser: Client, verb: string, form: Record<string, unknown> = {}) =>
  browser.post<MediationView>(`${GUEST}/case/actions`, { ...form, verb })

/** A request about somebody far away who was written to: who asked, who is asked, the case, and the link's secret. */
export type Invited = { ann: Person; far: FarAway; id: string; secret: string }

/** Somebody here asks about somebody far away, who is written to; `sent` lets the team send it, where it has to. */
export async function inviteFarAway(
  server: TestServer,
  peer: Peer,
  name: string,
  changes: Record<string, unknown> = { track: 'message' },
  sent?: (id: string) => Promise<unknown>,
): Promise<Invited> {
  const ann = await member(server, `ann_${name}`)
  const far = await meet(peer, ann, name)
  const { id } = await ask(ann, far, changes)
  await sent?.(id)
  await settle(server)
  const [note] = await eventually(async () => notesFor(peer, far).length > 0 && notesFor(peer, far), 'the message')
  return { ann, far, id, secret: secretIn(JSON.stringify(note)) }
}

/** A browser that was let in by a code. */
export async function letIn(server: TestServer, { far, secret }: Invited): Promise<Client> {
  const browser = browserOf(server)
  const { code } = (await knock(browser, secret)).body
  const { status } = await writeTo(server, far, String(code))
  const { verified } = (await browser.get<MediationGuest>(GUEST)).body
  if (status !== 202 || !verified) throw new Error(`the code was not taken: ${status}`)
  return browser
}

/** An account elsewhere that is older than any limit. */
export const ofOld = { published: '2020-01-01T00:00:00Z' }

/** Somebody elsewhere comes to ask for a mediator: shows who they are by the code on the page. */
export async function comeToAsk(server: TestServer, peer: Peer, far: FarAway): Promise<Client> {
  const browser = browserOf(server)
  const handle = `@${far.username}@${peer.host}`
  const { code } = (await browser.post<MediationGuest>(`${GUEST}/ask`, { handle })).body
  await writeTo(server, far, String(code))
  const { verified } = (await browser.get<MediationGuest>(GUEST)).body
  if (!verified) throw new Error('they were not let in')
  return browser
}

/** Asks for a mediator as a guest, about a member. */
export async function askAsGuest(browser: Client, other: Person, changes: Record<string, unknown> = {}) {
  await browser.post(`${GUEST}/case/about`, { handle: `@${other.username}` })
  const { account_id: _who, ...form } = request(other, changes)
  return does(browser, 'submit', form)
}
