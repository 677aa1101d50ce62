import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MediationStream, MediationView } from '../../shared/api/mediation.ts'
import type { GuestReport } from '../../shared/api/mediation-guest.ts'
import type { Client } from '../support/client.ts'
import { activity, type Peer, startPeer } from '../support/evil-peer.ts'
import { notesFor, writeTo } from '../support/far-away.ts'
import { browserOf, does, GUEST, type Invited, inviteFarAway, knock, letIn, seen } from '../support/guests.ts'
import { say } from '../support/masto.ts'
import { act, answers, leap, MEDIATIONS, mediator, member, settle, view, yes } from '../support/mediation.ts'
import { caseAbout, deciding, inCase } from '../support/moderation.ts'
import { photo, uploaded } from '../support/pictures.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let peer: Peer
let careful: Person
beforeAll(async () => {
  server = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
  server.ctx.db.pragma('synchronous = OFF')
  peer = await startPeer('127.0.0.1', server.ctx.now)
  careful = await member(server, 'careful', { roles: ['coordinator'] })
}, 30_000)
afterAll(async () => {
  await peer.stop()
  await server.stop()
})

type Guest = Invited & { browser: Client }
/** A guest in a talk, with the mediator of it. */
type Talking = Guest & { may: Person }

/** A guest who has shown who they are and has an invitation to a whole mediation. */
async function invited(name: string, changes: Record<string, unknown> = {}): Promise<Guest> {
  const asked = await inviteFarAway(server, peer, name, { mode: 'joint', ...changes }, (id) =>
    act(careful, id, 'invite'),
  )
  return { ...asked, browser: await letIn(server, asked) }
}

const verbsOf = ({ actions }: MediationView) => actions.map(({ verb }) => verb)
const ok = async (reply: Promise<{ status: number; text: string }>) => {
  const { status, text } = await reply
  expect([status, status === 200 ? '' : text]).toEqual([200, ''])
}

/** A whole mediation with a guest, as far as the talk, in the joint room. */
async function inTheRoom(name: string, changes: Record<string, unknown> = {}): Promise<Talking> {
  const may = await mediator(server, `may_${name}`)
  const guest = await invited(name, changes)
  const { ann, id, browser } = guest
  await ok(does(browser, 'consent', yes()))
  await settle(server)
  await ok(act(ann, id, 'vote', { acceptable: [may.id] }))
  await ok(does(browser, 'vote', { acceptable: [may.id] }))
  await ok(act(may, id, 'take', { read: true }))
  for (const mode of ['joint']) {
    await ok(act(ann, id, 'wish_mode', { mode }))
    await ok(does(browser, 'wish_mode', { mode }))
  }
  await ok(act(ann, id, 'sign_rules', { read: true }))
  await ok(does(browser, 'sign_rules', { read: true }))
  return { ...guest, may }
}

const says = (browser: Client, stream: MediationStream, text: string, quotes: string[] = []) =>
  browser.post<MediationView>(`${GUEST}/case/messages`, { stream, text, quote_ids: quotes })
const wordsIn = ({ streams }: MediationView, stream: MediationStream) =>
  streams.find(({ name }) => name === stream)?.messages.map(({ text }) => text) ?? []

/** Puts clauses on the table, and both sign. */
async function agree({ ann, id, browser, may }: Talking, clauses: object[], terms: object = {}): Promise<void> {
  await ok(act(may, id, 'to_signing'))
  await ok(does(browser, 'edit_agreement', { publicity: 'none', statement: '', clauses, ...terms }))
  const signed = async (of: MediationView) => ({ version: of.agreement?.version, sha256: of.agreement?.sha256 })
  await ok(act(ann, id, 'sign', await signed((await view(ann, id)).body)))
  await ok(does(browser, 'sign', await signed(await seen(browser))))
}

describe('a guest in the room', () => {
  test('has the same phases, turns, pauses and ways out as the other side, in the joint room too', async () => {
    const { ann, id, browser, may } = await inTheRoom('walter')
    const mine = await seen(browser)
    const theirs = (await view(ann, id)).body
    expect(mine).toMatchObject({ role: 'b', state: 'active', mode: 'joint', phase: 'statements' })
    expect(mine.streams.map(({ name }) => name)).toEqual(['caucus_b', 'joint'])
    const withoutTurn = (verbs: string[]) => verbs.filter((verb) => verb !== 'pass_turn')
    expect(withoutTurn(verbsOf(mine)), 'but for whose turn it is').toEqual(withoutTurn(verbsOf(theirs)))
    await act(ann, id, 'pass_turn')
    await ok(says(browser, 'joint', 'What I saw that evening.'))
    const held = (await view(may, id)).body.streams.find(({ name }) => name === 'joint')?.messages.at(-1)
    await ok(act(may, id, 'release', { message_id: held?.id }))
    expect(wordsIn((await view(ann, id)).body, 'joint')).toContain('What I saw that evening.')
    await ok(does(browser, 'switch_to_shuttle'))
    expect((await view(ann, id)).body.mode).toBe('shuttle')
    await ok(does(browser, 'pause', { hours: '2' }))
    expect((await view(ann, id)).body.paused_until).not.toBeNull()
  }, 60_000)

  test('quotes only what both could see, and what was written to them alone stays with their mediator', async () => {
    const { ann, far, id, browser } = await inTheRoom('wanda')
    const picture = await uploaded(ann, await photo(8, 8))
    const seenByAll = await say(ann, 'The doors open at six', { media_ids: [picture.id] })
    const seesPicture = async () => (await browser.get(`${GUEST}/case/pictures/${picture.id}`)).status
    expect(await seesPicture()).toBe(404)
    const ours = await say(ann, 'For this house alone', { local_only: true })
    const alone = await say(ann, `@${far.username}@${peer.host} between us`, { visibility: 'direct' })
    await ok(says(browser, 'caucus_b', 'This one.', [seenByAll.id, alone.id]))
    expect((await says(browser, 'caucus_b', 'And this.', [ours.id])).status).not.toBe(200)
    await act(ann, id, 'pass_turn')
    expect((await says(browser, 'joint', 'This one.', [alone.id])).status).not.toBe(200)
    await ok(says(browser, 'joint', 'This one.', [seenByAll.id]))
    expect(await seesPicture()).toBe(200)
  }, 60_000)

  test('leaves by one tap at any time, and who asked reads that this is a normal way for it to end', async () => {
    const opening = await invited('wim')
    await ok(does(opening.browser, 'consent', yes()))
    expect((await does(opening.browser, 'leave')).body.state, 'while a mediator is chosen').toBe('closed')
    const talking = await inTheRoom('wilma')
    await act(talking.may, talking.id, 'to_signing')
    expect((await does(talking.browser, 'leave')).body.state, 'with the pen in the hand').toBe('closed')
    for (const { ann, id } of [opening, talking]) {
      const { title, text } = (await view(ann, id)).body
      expect(`${title} ${text}`).toContain('The mediation has ended. This is a normal way for it to end.')
    }
  }, 60_000)
})

describe('what a guest agreed to', () => {
  const far = { owed_by: 'b', type: 'free', text: 'I ask before I quote.' }

  test('is signed by them, done at home and said so, and nothing is done in their name', async () => {
    const guest = await inTheRoom('nils')
    const { ann, id, browser } = guest
    const clauses = [
      far,
      { owed_by: 'b', type: 'apology', public: true, text: 'I am sorry for the word.' },
      { owed_by: 'both', type: 'truce', until: dayIn(30) },
      { owed_by: 'b', type: 'no_contact', until: dayIn(40) },
    ]
    await agree(guest, clauses, { publicity: 'statement', statement: 'We have talked about it.' })
    const agreed = await seen(browser)
    expect(agreed).toMatchObject({ state: 'follow_up', agreement: { signed_by_you: expect.stringMatching(/^20/) } })
    expect(agreed.agreement?.signed_by_other).toMatch(/^20/)
    expect(verbsOf(agreed), 'posting needs an account here').not.toContain('post_statement')
    const posts = () => server.ctx.db.prepare('SELECT count(*) FROM statuses').pluck().get()
    const before = posts()
    for (const index of [0, 1, 2, 3]) await ok(does(browser, 'done', { index }))
    expect(posts()).toBe(before)
    await ok(act(ann, id, 'done', { index: 2 }))
    expect((await view(ann, id)).body.agreement?.clauses.map(({ done_by }) => done_by.includes('b'))).toEqual(
      Array(4).fill(true),
    )
    const refused = await ann.api.post('/api/v1/statuses', { status: `@${guest.far.username}@${peer.host} hello` })
    expect(refused.status, 'a truce binds our side').not.toBe(200)
    await ok(does(browser, 'take_back', { index: 2 }))
    const written = await ann.api.post('/api/v1/statuses', { status: `@${guest.far.username}@${peer.host} hello` })
    expect(written.status, 'and ends when one of them has enough of it').toBe(200)
  }, 60_000)

  test('is asked about after 14 and 60 days by the same link, and when it does not hold they talk again', async () => {
    const guest = await inTheRoom('nora')
    const { ann, id, secret } = guest
    await agree(guest, [far])
    expect((await seen(guest.browser)).due_at, 'the day stands there').toMatch(dayIn(14))
    await leap(server, 15)
    expect((await guest.browser.get(`${GUEST}/case`)).status, 'a visit lasts two weeks').toBe(404)
    const browser = await letIn(server, guest)
    expect(verbsOf(await seen(browser))).toContain('check_in_agreement')
    await ok(does(browser, 'check_in_agreement', { holding: 'partly' }))
    expect(JSON.stringify((await view(ann, id)).body)).not.toContain('partly":')
    await leap(server, 46)
    const later = await letIn(server, guest)
    await ok(does(later, 'check_in_agreement', { holding: 'no' }))
    await ok(does(later, 'not_holding'))
    await ok(act(ann, id, 'agree_reopen'))
    expect((await seen(later)).state).toBe('active')
    expect(notesFor(peer, guest.far), 'and still one message is all that left').toHaveLength(1)
    expect((await knock(browserOf(server), secret)).status).toBe(200)
  }, 60_000)

  test('ends; they say how it was, complain, take a copy, and drop theirs', async () => {
    const guest = await inTheRoom('noel')
    await ok(says(guest.browser, 'caucus_b', 'What I never said before.'))
    await agree(guest, [far])
    for (const days of [15, 46, 30]) await leap(server, days)
    const browser = await letIn(server, guest)
    expect((await seen(browser)).state).toBe('closed')
    await ok(does(browser, 'feedback', { heard: 4, safe: 5, again: 4, text: 'It was slow.' }))
    await ok(does(browser, 'complain', { text: 'The mediator was late.' }))
    const [complaint] = (await browser.get(`${GUEST}/complaints`)).body
    expect(complaint).toMatchObject({ text: 'The mediator was late.', yours: true, answer: null })
    expect((await guest.ann.api.get(`${MEDIATIONS}/complaints`)).body, 'it is theirs alone').toEqual([])
    const copy = (await browser.get(`${GUEST}/case/export`)).text
    expect(copy).toContain('What I never said before.')
    expect(copy).toContain('I ask before I quote.')
    await ok(does(browser, 'drop_agreement'))
    expect((await seen(browser)).agreement).toBeNull()
    expect((await view(guest.ann, guest.id)).body.agreement).not.toBeNull()
  }, 60_000)

  test('a clause of no contact may be reported by them, and by nobody else', async () => {
    const guest = await inTheRoom('nele')
    await agree(guest, [{ owed_by: 'a', type: 'no_contact', until: dayIn(40) }])
    expect(verbsOf((await view(guest.ann, guest.id)).body)).not.toContain('report_clause')
    expect(verbsOf(await seen(guest.browser))).toContain('report_clause')
    const [clause] = (await seen(guest.browser)).actions.filter(({ verb }) => verb === 'report_clause')
    const form = { index: clause?.form[0]?.options[0]?.value, statement: 'She wrote to me again.', status_ids: [] }
    await ok(does(guest.browser, 'report_clause', form))
    const reports = async () => (await seen(guest.browser)).reports
    expect(await reports()).toEqual([{ created_at: expect.any(String), outcome: null }])
    const guard = await server.signUp('guard_of_clauses', { roles: ['moderator'] })
    const list = `${MEDIATIONS}/reports`
    const [handed] = (await guard.api.get(list)).body
    expect((await guard.api.post(`${list}/${handed.id}/settle`)).status, 'they say how it ended').toBe(422)
    await ok(guard.api.post(`${list}/${handed.id}/settle`, { outcome: 'acted' }))
    expect((await guard.api.get(list)).text).not.toContain('She wrote to me again.')
    expect(await reports()).toMatchObject([{ outcome: 'acted' }])
    expect((await view(guest.ann, guest.id)).body.reports, 'and the other side reads nothing of it').toEqual([])
  }, 60_000)
})

describe('a guest for whom it is no disagreement', () => {
  test('comes to the safety page by one hard answer, and nothing leads on', async () => {
    const { ann, id, browser } = await invited('sven')
    const before = (await view(ann, id)).body
    await ok(does(browser, 'consent', { screening: { q1: 'yes' } }))
    const page = await seen(browser)
    expect([page.state, page.title]).toEqual(['diverted', expect.stringContaining('should')])
    expect(verbsOf(page)).toContain('report')
    expect(verbsOf(page)).not.toContain('consent')
    for (const verb of ['talk_privately', 'consent'])
      expect([verb, (await does(browser, verb, { text: 'x' })).status]).toEqual([verb, 409])
    await ok(does(browser, 'report', { statement: 'They follow me from place to place.' }))
    expect((await seen(browser)).text).toContain('Your report is with the moderators.')
    expect((await view(ann, id)).body, 'who asked sees nothing of it').toEqual(before)
  }, 60_000)

  test('reports from the invitation; moderators read it, and know that there is nobody here to answer', async () => {
    const { ann, browser } = await invited('svea')
    const guard = await server.signUp('guard', { roles: ['moderator'] })
    await ok(does(browser, 'report', { statement: 'She writes to my employer.' }))
    const everything = JSON.stringify([
      (await guard.api.get('/api/community/v1/moderation/cases')).body,
      (await guard.api.get(`${MEDIATIONS}/reports`)).body,
    ])
    expect(everything).toContain('svea')
    expect(everything).toContain(ann.username)
  }, 60_000)

  test('reads on their page what became of their report, and how long a copy is there for them', async () => {
    const { ann, browser } = await invited('stine')
    const guard = await server.signUp('guard_too', { roles: ['moderator'] })
    const reports = async () => (await browser.get<GuestReport[]>(`${GUEST}/reports`)).body
    expect(await reports()).toEqual([])
    await ok(does(browser, 'report', { statement: 'She writes to my employer.' }))
    expect(await reports()).toEqual([{ created_at: expect.any(String), outcome: null }])
    const keep = (await seen(browser)).actions.find(({ verb }) => verb === 'keep_evidence')
    expect(keep?.hint).toContain('14 days')
    expect(keep?.hint).not.toContain('90 days')
    const { id } = await caseAbout(guard, ann)
    await inCase(guard, id, 'decide', deciding([{ kind: 'note' }]))
    await server.advance('PT11M')
    expect(await reports()).toMatchObject([{ outcome: 'noted' }])
    expect((await browserOf(server).get(`${GUEST}/reports`)).status, 'nobody else').toBe(404)
  }, 60_000)

  test('is looked at by a person where an answer is unclear and they agree to it, else nothing goes on', async () => {
    const checked = await invited('sina')
    await ok(does(checked.browser, 'consent', yes({ screening: answers({ q6: 'yes' }) })))
    expect((await view(careful, checked.id)).body.flagged).not.toEqual([])
    await ok(act(careful, checked.id, 'pass_check'))
    expect((await seen(checked.browser)).state).toBe('matching')
    const alone = await invited('sören'.replace('ö', 'o'))
    await ok(does(alone.browser, 'consent', yes({ screening: answers({ q6: 'yes' }), human_check: false })))
    expect((await seen(alone.browser)).state).toBe('diverted')
  }, 60_000)

  test('a NO in the middle of the talk ends it, and their account being deleted elsewhere does too', async () => {
    const said = await inTheRoom('sam')
    expect((await writeTo(server, said.far, 'NO')).status).toBe(202)
    expect((await view(said.ann, said.id)).body.state).toBe('closed')
    const gone = await inTheRoom('sia')
    const { actor } = gone.far
    await actor.send(`${server.url}/inbox`, activity(actor, 'Delete', actor.uri))
    await settle(server)
    expect((await view(gone.ann, gone.id)).body.state).toBe('closed')
    expect(verbsOf(await seen(gone.browser)), 'what they said can still be taken along').toContain('erase_mine')
  }, 60_000)
})

const dayIn = (days: number) => new Date(server.ctx.now() + days * 86_400_000).toISOString().slice(0, 10)
