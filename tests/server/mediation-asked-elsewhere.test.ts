import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limits } from '../../server/limits.ts'
import type { MediationGuest } from '../../shared/api/mediation-guest.ts'
import type { Client } from '../support/client.ts'
import { type Peer, startPeer } from '../support/evil-peer.ts'
import { type FarAway, meet, notesFor, writeTo } from '../support/far-away.ts'
import { askAsGuest, browserOf, comeIn, comeToAsk, does, GUEST, knock, ofOld, seen } from '../support/guests.ts'
import { say } from '../support/masto.ts'
import {
  act,
  answers,
  invitations,
  leap,
  MEDIATIONS,
  mediator,
  member,
  settle,
  view,
  yes,
} from '../support/mediation.ts'
import type { Person, TestServer } from '../support/server.ts'
import { startServers } from '../support/servers.ts'

let here: TestServer
let home: TestServer
let peer: Peer
let cora: Person
let doorkeepers = 0

beforeAll(async () => {
  ;[here, home] = await startServers('here', 'home')
  peer = await startPeer('127.0.0.5', here.ctx.now)
  cora = await member(here, 'cora', { roles: ['coordinator'] })
}, 30_000)
afterAll(async () => {
  await peer.stop()
  await Promise.all([here.stop(), home.stop()])
})

const setDoor = async (open: boolean) => {
  // a log-in ends while the clock leaps
  doorkeepers += 1
  const owner = await here.signUp(`owner${doorkeepers}`, { roles: ['owner'] })
  const said = await owner.browser.patch('/api/community/v1/admin/settings', { mediation_from_elsewhere: open })
  expect([said.status, said.body.mediation_from_elsewhere]).toEqual([200, open])
}

/** Somebody far away, whose account is old. */
const far = (name: string): Promise<FarAway> => meet(peer, cora, name, ofOld)
const ask = (browser: Client, handle = '') => browser.post<MediationGuest>(`${GUEST}/ask`, handle ? { handle } : {})
const addressOf = ({ username }: FarAway) => `@${username}@${peer.host}`
const verbsOf = async (browser: Client) => (await seen(browser)).actions.map(({ verb }) => verb)

/** A request from elsewhere about somebody, as far as the coordinators. */
async function asked(name: string, other: Person, changes: Record<string, unknown> = { track: 'message' }) {
  const who = await far(name)
  const browser = await comeToAsk(here, peer, who)
  const { status, body } = await askAsGuest(browser, other, changes)
  expect([status, body.state]).toEqual([200, 'triage'])
  return { who, browser, id: body.id }
}

test('While the house has no door for people of other servers there is none, and nothing is told of one', async () => {
  const browser = browserOf(here)
  const closed = await ask(browser, '@ada@elsewhere.example')
  const nowhere = await browser.post(`${GUEST}/no-such-door`, {})
  expect([closed.status, closed.body]).toEqual([404, nowhere.body])
  expect((await browser.get('/api/community/v1/about')).body.mediation_from_elsewhere).toBe(false)
  expect(browser.cookies.size).toBe(0)
})

describe('Where the house lets people of other servers ask', () => {
  beforeAll(() => setDoor(true))

  test('somebody signs in with their own server, asks about a member, and both talk as the two sides of any case', async () => {
    const bo = await home.signUp('bo')
    home.ctx.db.prepare('UPDATE accounts SET joined_at = 1, created_at = 1 WHERE id = ?').run(bo.accountId)
    const ann = await member(here, 'ann')
    const may = await mediator(here, 'may')
    const browser = browserOf(here)
    expect((await ask(browser)).body).toMatchObject({ verified: false, way: 'asks', code: null })
    expect((await browser.get(`${GUEST}/case`)).status).toBe(404)
    expect(await comeIn(home, bo, browser)).toBe('/guest')
    const door = (await browser.get<MediationGuest>(GUEST)).body
    expect(door).toMatchObject({ verified: true, way: 'back', acct: `bo@${new URL(home.url).host}` })
    expect((await seen(browser)).state).toBe('draft')
    expect((await browser.post(`${GUEST}/case/about`, { handle: 'nobody_here' })).status).toBe(422)
    const { status, body } = await askAsGuest(browser, ann)
    expect([status, body.state, body.role, body.other?.acct]).toEqual([200, 'triage', 'a', 'ann'])
    await settle(here)
    expect(await invitations(ann), 'nothing reaches them before a person of the team has looked').toEqual([])
    const triage = (await view(cora, body.id)).body
    expect(triage.prompts[0]?.title).toBe('Who asks is of another server')
    expect(triage.parties?.a.acct).toBe(`bo@${new URL(home.url).host}`)
    expect((await act(cora, body.id, 'invite')).status).toBe(200)
    await settle(here)
    const [invitation] = await invitations(ann)
    expect(invitation?.from).toBeNull()
    await act(ann, body.id, 'see')
    expect((await invitations(ann))[0]?.from?.acct).toBe(`bo@${new URL(home.url).host}`)
    expect((await act(ann, body.id, 'consent', yes())).status).toBe(200)
    await settle(here)
    const [candidate] = (await seen(browser)).candidates
    expect((await does(browser, 'vote', { acceptable: [candidate?.id] })).status).toBe(200)
    await act(ann, body.id, 'vote', { acceptable: [candidate?.id] })
    expect((await act(may, body.id, 'take', { read: true })).status).toBe(200)
    await does(browser, 'sign_rules', { read: true })
    expect((await act(ann, body.id, 'sign_rules', { read: true })).body.state).toBe('active')
    const said = await browser.post(`${GUEST}/case/messages`, { stream: 'caucus_a', text: 'It stung.' })
    expect(said.body.streams[0].messages.at(-1).text).toBe('It stung.')
    expect((await view(may, body.id)).text).toContain('It stung.')
    expect((await view(ann, body.id)).text).not.toContain('It stung.')
    await act(may, body.id, 'to_signing')
    const clauses = [
      { type: 'apology', owed_by: 'a', public: true, text: 'I am sorry for the word.' },
      { type: 'truce', owed_by: 'both', until: new Date(here.ctx.now() + 30 * 86_400_000).toISOString().slice(0, 10) },
    ]
    await does(browser, 'edit_agreement', { publicity: 'none', statement: '', clauses })
    const { agreement } = await seen(browser)
    const form = { version: agreement?.version, sha256: agreement?.sha256 }
    await act(ann, body.id, 'sign', form)
    expect((await does(browser, 'sign', form)).body.state).toBe('follow_up')
    const posts = () => here.ctx.db.prepare('SELECT count(*) FROM statuses').pluck().get()
    const before = posts()
    for (const index of [0, 1]) expect((await does(browser, 'done', { index })).status).toBe(200)
    await act(ann, body.id, 'done', { index: 1 })
    expect(posts(), 'what they owe they do at home').toBe(before)
    const refused = await ann.api.post('/api/v1/statuses', { status: `@bo@${new URL(home.url).host} hello` })
    expect(refused.status, 'a truce binds our side').not.toBe(200)
    expect((await browser.get(`${GUEST}/case/export`)).text).toContain('It stung.')
    expect((await does(browser, 'leave')).body.state, 'one tap ends it').toBe('closed')
    expect((await does(browser, 'feedback', { heard: 4, safe: 5, again: 4, text: '' })).status).toBe(200)
  }, 60_000)

  test('somebody shows who they are by a code from their own account instead, and one from anywhere else counts for nothing', async () => {
    const [eve, mal] = [await far('eve'), await far('mal')]
    const browser = browserOf(here)
    const { code } = (await ask(browser, addressOf(eve))).body
    const waits = (await browser.get(GUEST)).body
    await writeTo(here, mal, String(code))
    await writeTo(here, eve, 'ABCD-EFGH')
    expect((await browser.get(GUEST)).body, 'somebody else sent it').toEqual(waits)
    await writeTo(here, eve, String(code))
    expect((await browser.get<MediationGuest>(GUEST)).body).toMatchObject({ verified: true, acct: `eve@${peer.host}` })
    const later = browserOf(here)
    const mine = (await ask(later, addressOf(eve))).body
    expect(mine.code).not.toBe(code)
    await writeTo(here, eve, String(code))
    expect((await later.get<MediationGuest>(GUEST)).body.verified, 'a code counts once').toBe(false)
    for (let tries = 0; tries < 5; tries += 1) await writeTo(here, eve, 'ABCD-EFGH')
    await writeTo(here, eve, String(mine.code))
    expect((await later.get(GUEST)).body).toMatchObject({ verified: false, code: null })
    await here.advance('PT2H')
    expect((await later.get(GUEST)).status).toBe(404)
  })

  test('they have one open case, come back to it from any browser, and ask again once it is over', async () => {
    const [dan, dov] = [await member(here, 'dan'), await member(here, 'dov')]
    const { who, browser, id } = await asked('ola', dan)
    expect((await browser.post(`${GUEST}/ask/again`)).status).toBe(409)
    const elsewhere = await comeToAsk(here, peer, who)
    expect((await seen(elsewhere)).id, 'the same one').toBe(id)
    const { link } = (await browser.get<MediationGuest>(GUEST)).body
    const way = link?.split('#')[1] ?? ''
    const knocking = browserOf(here)
    expect((await knock(knocking, way)).body).toMatchObject({ verified: false, way: 'back' })
    expect((await knocking.get(`${GUEST}/case`)).status, 'the link alone shows nothing').toBe(404)
    const stranger = await far('olga')
    await writeTo(here, stranger, String((await knocking.get<MediationGuest>(GUEST)).body.code))
    expect((await knocking.get(`${GUEST}/case`)).status, 'and lets in nobody else').toBe(404)
    await writeTo(here, who, String((await knocking.get<MediationGuest>(GUEST)).body.code))
    expect((await seen(knocking)).id).toBe(id)
    expect((await does(browser, 'withdraw')).body.state).toBe('closed')
    const again = await browser.post(`${GUEST}/ask/again`)
    expect([again.status, again.body.state]).toEqual([200, 'draft'])
    const refused = await askAsGuest(browser, dan)
    expect([refused.status, refused.text.includes('one_per_person')], 'one request per person in 90 days').toEqual([
      403,
      true,
    ])
    expect((await askAsGuest(browser, dov)).body.state).toBe('triage')
  })

  test('a new account elsewhere waits a week, as a new member does, and one server is not a crowd', async () => {
    const ida = await member(here, 'ida')
    const fresh = await meet(peer, cora, 'fresh')
    const browser = await comeToAsk(here, peer, fresh)
    expect((await askAsGuest(browser, ida)).body).toMatchObject({
      error: 'You can ask for a mediator once your account is 7 days old.',
    })
    here.ctx.clock.moveTo(here.ctx.now() + 31 * 86_400_000)
    const limited = await far('limited')
    const theirs = await comeToAsk(here, peer, limited)
    here.ctx.db.prepare('UPDATE accounts SET limited_at = 1 WHERE id = ?').run(Number(limited.id))
    const said = (await askAsGuest(theirs, ida)).text
    expect(said).toContain('You cannot ask for a mediator here')
    expect(said, 'what staff decided is not told elsewhere').not.toContain('limited')
    for (let n = 0; n < limits.mediationServer; n += 1) await asked(`crowd${n}`, await member(here, `about${n}`))
    const one = await comeToAsk(here, peer, await far('onemore'))
    expect((await askAsGuest(one, ida)).text).toContain('server_busy')
    here.ctx.clock.moveTo(here.ctx.now() + limits.mediationServerTime)
    await asked('amonthlater', ida)
  }, 30_000)

  test('only a member is asked from elsewhere, and a post that is for this community alone is named to nobody', async () => {
    const [lou, other] = [await member(here, 'lou'), await far('other')]
    const who = await far('nan')
    const browser = await comeToAsk(here, peer, who)
    const open = await say(lou, `@nan@${peer.host} you never listen`)
    await say(lou, `@nan@${peer.host} among us`, { local_only: true })
    await browser.post(`${GUEST}/case/about`, { handle: `${here.url}/@lou` })
    expect((await seen(browser)).quotable.map(({ id }) => id)).toEqual([open.id])
    await does(browser, 'save', { account_id: other.id })
    const refused = await does(browser, 'submit', { screening: answers(), consent: true })
    expect(JSON.stringify(refused.body)).toContain('Choose a member of this community.')
    expect((await does(browser, 'discard')).body).toEqual({})
    expect((await browser.get(GUEST)).status, 'the session dies with the case').toBe(404)
    expect(notesFor(peer, who), 'and nothing was ever written to them').toEqual([])
  })

  test('whom it is no disagreement for comes to the safety page, reports from there, and nobody is invited', async () => {
    const ned = await member(here, 'ned')
    const browser = await comeToAsk(here, peer, await far('uma'))
    await browser.post(`${GUEST}/case/about`, { handle: 'ned' })
    expect((await does(browser, 'save', { screening: { q1: 'yes' } })).body.state).toBe('diverted')
    expect(await verbsOf(browser)).toEqual(expect.arrayContaining(['report', 'keep_evidence', 'close']))
    expect(await verbsOf(browser)).not.toContain('talk_privately')
    expect((await does(browser, 'report', { statement: 'He follows me from place to place.' })).status).toBe(200)
    const guard = await here.signUp('guard', { roles: ['moderator'] })
    expect((await guard.api.get(`${MEDIATIONS}/reports`)).text).toContain('He follows me from place to place.')
    expect(await invitations(ned)).toEqual([])
    expect((await browser.get(`${GUEST}/reports`)).body).toHaveLength(1)
    expect((await does(browser, 'close')).body).toEqual({})
  })

  test('an answer of theirs that is no goes unseen, and they hear on the ordinary day, also by their link once the door is shut', async () => {
    const kay = await member(here, 'kay')
    const { who, browser, id } = await asked('zoe', kay)
    await act(cora, id, 'invite')
    await settle(here)
    const before = (await browser.get(`${GUEST}/case`)).body
    await act(kay, id, 'decline', { how: 'no' })
    expect((await browser.get(`${GUEST}/case`)).body).toEqual(before)
    const { link } = (await browser.get<MediationGuest>(GUEST)).body
    await setDoor(false)
    await leap(here, 8)
    expect((await seen(browser)).state).toBe('not_taken_up')
    expect((await browser.post(`${GUEST}/ask/again`)).status).toBe(404)
    const back = browserOf(here)
    const { code } = (await knock(back, link?.split('#')[1] ?? '')).body
    await writeTo(here, who, String(code))
    expect((await seen(back)).state).toBe('not_taken_up')
    await setDoor(true)
    await leap(here, 15)
    expect((await back.get(GUEST)).status, 'and it is gone when its time is over').toBe(404)
  })

  test('STOP ends what they asked for, and a NO to the address of mediation does not', async () => {
    const { who, browser } = await asked('stan', await member(here, 'sal'))
    await writeTo(here, who, 'NO')
    expect((await seen(browser)).state).toBe('triage')
    await writeTo(here, who, 'STOP')
    expect((await seen(browser)).state).toBe('closed')
  })
})
