import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserOf, comeIn, does, GUEST, inviteFrom, knock, seen, writtenTo } from '../support/guests.ts'
import { say } from '../support/masto.ts'
import { act, MEDIATIONS, mediator, request, view, yes } from '../support/mediation.ts'
import type { Person, TestServer } from '../support/server.ts'
import { eventually, find, startServers } from '../support/servers.ts'

let here: TestServer
let home: TestServer
let bo: Person
let cy: Person

beforeAll(async () => {
  ;[here, home] = await startServers('here', 'home')
  bo = await home.signUp('bo')
  cy = await home.signUp('cy')
})
afterAll(async () => {
  await Promise.all([here.stop(), home.stop()])
})

const hostOf = (server: TestServer) => new URL(server.url).host

/** Lets time go by on both servers: what one signs has to be of the other's day. */
const later = (duration: string) => Promise.all([here.advance(duration), home.advance(duration)])

/** Writes to the address that invited, as people do from their own server. */
async function tell(person: Person, words: string, language = 'en'): Promise<void> {
  const { status } = await person.api.post('/api/v1/statuses', {
    status: `@mediation@${hostOf(here)} ${words}`,
    visibility: 'direct',
    language,
  })
  expect(status).toBe(200)
  await home.advance('PT1S')
}

describe('somebody of another server who is asked to a mediation', () => {
  test('gets one message from the community, with no names, no quotes and no reason', async () => {
    const { ann, note, boHere } = await inviteFrom(here, home, bo)
    expect(note).toMatchObject({ acct: `mediation@${hostOf(here)}`, visibility: 'direct' })
    for (const word of [ann.username, 'dishes', 'understood', boHere]) expect(note.html).not.toContain(word)
    expect(note.html).toContain(`${here.url}/guest#`)
    expect(note.html).toContain('The people who run your server can read it')
    await later('P6D')
    expect(writtenTo(home, bo), 'no reminder').toHaveLength(1)
  })

  test('signs in with their own server, answers, and takes part in their one case', async () => {
    const may = await mediator(here, 'may')
    const dee = await home.signUp('dee')
    const { ann, caseId, secret } = await inviteFrom(here, home, dee)
    const browser = browserOf(here)
    const { body: door } = await knock(browser, secret)
    expect(door).toMatchObject({ verified: false, acct: null, service: `@mediation@${hostOf(here)}` })
    expect((await browser.get(`${GUEST}/case`)).status, 'the link alone shows nothing').toBe(404)
    expect(await comeIn(home, dee, browser)).toBe('/guest')
    expect((await browser.get(GUEST)).body).toMatchObject({ verified: true, code: null, acct: `dee@${hostOf(home)}` })
    const invitation = (await browser.get(`${GUEST}/invitation`)).body
    expect(invitation.from, 'nobody is named until asked').toBeNull()
    await does(browser, 'see')
    expect((await browser.get(`${GUEST}/invitation`)).body.from.acct).toBe(ann.username)
    expect((await does(browser, 'consent', yes({ choice: 'message' }))).body.state).toBe('matching')
    await here.advance('PT1S')
    const [candidate] = (await seen(browser)).candidates
    for (const vote of [
      act(ann, caseId, 'vote', { acceptable: [candidate?.id] }),
      does(browser, 'vote', { acceptable: [candidate?.id] }),
    ])
      expect((await vote).status).toBe(200)
    await here.advance('PT1S')
    expect((await act(may, caseId, 'take', { read: true })).status).toBe(200)
    expect((await does(browser, 'sign_rules', { read: true })).status).toBe(200)
    expect((await act(ann, caseId, 'sign_rules', { read: true })).body.state).toBe('active')
    const said = await browser.post(`${GUEST}/case/messages`, { stream: 'caucus_b', text: 'I read it otherwise.' })
    expect(said.body.streams[0].messages.at(-1).text).toBe('I read it otherwise.')
    expect((await view(may, caseId)).text).toContain('I read it otherwise.')
    expect((await view(ann, caseId)).text).not.toContain('I read it otherwise.')
    const tokens = home.ctx.db
      .prepare('SELECT count(*) FROM tokens WHERE account_id = ? AND app_id IS NOT NULL')
      .pluck()
      .get(dee.accountId)
    expect(tokens, 'the token was given back').toBe(0)
    expect((await does(browser, 'leave')).body.state, 'one tap ends it').toBe('closed')
  }, 60_000)

  test('shows who they are by a code from their own account instead', async () => {
    const eli = await home.signUp('eli')
    const { secret } = await inviteFrom(here, home, eli)
    const browser = browserOf(here)
    const { code } = (await knock(browser, secret)).body
    await find(eli, `@mediation@${hostOf(here)}`)
    await tell(eli, `${code}`.toLowerCase())
    await eventually(async () => (await browser.get(GUEST)).body.verified, 'the code')
    expect((await seen(browser)).state).toBe('invited')
    const kept = here.ctx.db.prepare("SELECT count(*) FROM statuses WHERE text LIKE '%mediation%'").pluck().get()
    expect(kept, 'nothing of it is kept').toBe(0)
  })

  test('with a wrong code, a code of somebody else, or one too late stands where they stood', async () => {
    const [flo, gil] = [await home.signUp('flo'), await home.signUp('gil')]
    const { secret } = await inviteFrom(here, home, flo)
    const browser = browserOf(here)
    const before = await knock(browser, secret)
    const { code } = before.body
    for (const person of [flo, gil]) await find(person, `@mediation@${hostOf(here)}`)
    await tell(gil, `${code}`)
    await tell(flo, 'ABCD-EFGH')
    await tell(flo, 'what is this?')
    expect((await browser.get(GUEST)).body, 'the same answer').toEqual(before.body)
    await later('PT2H')
    expect((await browser.get(GUEST)).status).toBe(404)
    await tell(flo, `${code}`)
    expect((await browser.get(GUEST)).status).toBe(404)
    const again = (await knock(browser, secret)).body
    for (let tries = 0; tries < 5; tries += 1) await tell(flo, 'ABCD-EFGH')
    await tell(flo, `${again.code}`)
    expect((await browser.get(GUEST)).body).toMatchObject({ verified: false, code: null })
    await knock(browser, secret)
    expect(await comeIn(home, flo, browser), 'the other way stays open').toBe('/guest')
  })

  test('is nobody else: who signs in as another person is not let in, nor with a made-up link', async () => {
    const hal = await home.signUp('hal')
    const { secret } = await inviteFrom(here, home, hal)
    const browser = browserOf(here)
    await knock(browser, secret)
    expect(await comeIn(home, cy, browser)).toBe('/guest?problem=other')
    expect((await browser.get(`${GUEST}/case`)).status).toBe(404)
    const made = await knock(browserOf(here), 'x'.repeat(43))
    expect([made.status, made.body]).toEqual([404, { error: 'This link leads nowhere any more.' }])
  })

  test.each([
    ['NO', 'en'],
    ['stop', 'en'],
    ['Όχι', 'el'],
    ['Jo', 'sq'],
  ])('answers %s to the message, which is final', async (word, language) => {
    const name = `ivy_${word.length}${word.charCodeAt(0)}`
    const ivy = await home.signUp(name)
    const { ann, caseId, secret, boHere } = await inviteFrom(here, home, ivy)
    const browser = browserOf(here)
    await knock(browser, secret)
    await find(ivy, `@mediation@${hostOf(here)}`)
    const before = (await view(ann, caseId)).body
    await tell(ivy, word, language)
    expect((await browser.get(GUEST)).status).toBe(404)
    expect((await knock(browserOf(here), secret)).status).toBe(404)
    expect((await view(ann, caseId)).body, 'who asked sees nothing of it').toEqual(before)
    const other = await here.signUp(`later_${name}`)
    here.ctx.db.prepare('UPDATE accounts SET joined_at = 1 WHERE id = ?').run(other.accountId)
    await other.api.post(MEDIATIONS, request({ id: boHere }))
    await here.advance('PT1S')
    expect(writtenTo(home, ivy)).toHaveLength(1)
  })

  test('ends their visit, and comes back by the same link', async () => {
    const jo = await home.signUp('jo')
    const { secret } = await inviteFrom(here, home, jo)
    const browser = browserOf(here)
    await knock(browser, secret)
    await comeIn(home, jo, browser)
    expect((await browser.delete(GUEST)).status).toBe(200)
    expect((await browser.get(`${GUEST}/case`)).status).toBe(404)
    await knock(browser, secret)
    expect(await comeIn(home, jo, browser)).toBe('/guest')
    expect((await browser.get(`${GUEST}/case`)).status).toBe(200)
  })

  test('who is harmed reports, and takes the evidence along: what everybody elsewhere may see, and no more', async () => {
    const lea = await home.signUp('lea')
    const poster = await here.signUp('harmful')
    const closed = await say(poster, 'A plan for us alone', { local_only: true })
    const { ann, secret } = await inviteFrom(here, home, lea)
    await say(ann, `@lea@${hostOf(here)} is nobody here`)
    const harm = await say(ann, `@lea@${hostOf(home)} I know where you live`)
    const browser = browserOf(here)
    await knock(browser, secret)
    await comeIn(home, lea, browser)
    const fieldsOf = async () =>
      (await seen(browser)).actions.find(({ verb }) => verb === 'report')?.form.map(({ name }) => name)
    expect(await fieldsOf(), 'nobody is named before they ask').toEqual(['statement'])
    await does(browser, 'see')
    expect(await fieldsOf()).toEqual(['statement', 'status_ids'])
    expect((await browser.get(`${GUEST}/evidence`)).status).toBe(404)
    expect((await does(browser, 'report', { statement: 'Look.', status_ids: [harm.id, closed.id] })).status).toBe(200)
    const file = await browser.get(`${GUEST}/evidence`)
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/zip'])
    const moderator = await here.signUp('mod_of_guests', { roles: ['moderator'] })
    const [report] = (await moderator.api.get(`${MEDIATIONS}/reports`)).body
    expect(report).toMatchObject({ from: { acct: `lea@${hostOf(home)}` }, status_ids: [harm.id], text: 'Look.' })
    const evidence = await moderator.api.get(`${MEDIATIONS}/reports/${report.id}/evidence`)
    expect(evidence.text).toContain('I know where you live')
    expect(evidence.text).not.toContain('A plan for us alone')
    expect((await browserOf(here).get(`${GUEST}/evidence`)).status, 'nobody else').toBe(404)
    expect((await does(browser, 'keep_evidence')).status).toBe(200)
  })

  test('reads posts here as everybody elsewhere may, and none that is for this community alone', async () => {
    const kim = await home.signUp('kim')
    const poster = await here.signUp('poster')
    const open = await say(poster, 'The doors open at six')
    const closed = await say(poster, 'Only for us', { local_only: true })
    const { secret } = await inviteFrom(here, home, kim, { track: 'message', status_ids: [open.id, closed.id] })
    const browser = browserOf(here)
    await knock(browser, secret)
    await comeIn(home, kim, browser)
    await does(browser, 'see')
    const { quotes } = (await browser.get(`${GUEST}/invitation`)).body
    expect(quotes.map(({ text }: { text: string | null }) => text)).toEqual(['The doors open at six', null])
  })
})
