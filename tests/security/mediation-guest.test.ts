import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { doors, knock as knockAt, named } from '../support/doors.ts'
import { type Peer, startPeer } from '../support/evil-peer.ts'
import { notesFor, writeTo } from '../support/far-away.ts'
import { browserOf, does, GUEST, inviteFarAway, knock, letIn, seen } from '../support/guests.ts'
import { say } from '../support/masto.ts'
import { act, answers, leap, mediator, settle, yes } from '../support/mediation.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const WORDS = 'kestrelguestwort'
const lines: string[] = []
let folder: string
let server: TestServer
let peer: Peer
let may: Person

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'left-community-'))
  const settings = { FEDERATION_ALLOW_LOOPBACK: '1' }
  server = await startServer(settings, folder, { write: (line) => void lines.push(line) })
  peer = await startPeer('127.0.0.1', server.ctx.now)
  may = await mediator(server, 'may')
}, 30_000)
afterAll(async () => {
  await peer.stop()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const invite = (name: string) => inviteFarAway(server, peer, name)

/** A guest's case as far as the talk. */
async function talk(name: string) {
  const asked = await invite(name)
  const browser = await letIn(server, asked)
  await does(browser, 'consent', yes({ choice: 'message' }))
  await settle(server)
  await act(asked.ann, asked.id, 'vote', { acceptable: [may.id] })
  await does(browser, 'vote', { acceptable: [may.id] })
  await act(may, asked.id, 'take', { read: true })
  await act(asked.ann, asked.id, 'sign_rules', { read: true })
  expect((await does(browser, 'sign_rules', { read: true })).body.state).toBe('active')
  return { ...asked, browser }
}

/** Everything of the data folder, as bytes. */
const kept = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('secrets'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))

const isKept = (words: string) => kept().some((bytes) => bytes.includes(words))

test('a guest of one case has no other door: everything else answers as it does to nobody', async () => {
  const asked = await talk('walker')
  const other = await invite('bystander')
  const post = await say(asked.ann, 'For those who follow me', { visibility: 'private' })
  const stranger = browserOf(server)
  const differing: string[] = []
  for (const route of doors.filter(({ path }) => !path.startsWith(GUEST))) {
    const isPrivate = /mediations|statuses/.test(route.path) && route.path.includes(':')
    for (const id of isPrivate ? [asked.id, other.id, post.id] : [asked.id]) {
      const { status } = await knockAt(asked.browser, route, id)
      const isPublic = ['public', 'app'].includes(route.options.access)
      const expected = isPublic ? (await knockAt(stranger, route, id)).status : 401
      if (status !== expected) differing.push(`${named(route)} ${status} ${expected}`)
    }
  }
  expect(differing).toEqual([])
  expect((await asked.browser.get(`${GUEST}/case`)).body.id, 'their own case, and no other').toBe(asked.id)
  const own = doors.filter(({ path, method }) => path.startsWith(GUEST) && method !== 'delete')
  for (const route of own) {
    const { status } = await knockAt(browserOf(server), route)
    expect([named(route), [404, 422].includes(status)]).toEqual([named(route), true])
  }
  const fake = browserOf(server)
  fake.cookies.set('guest_case', 'x'.repeat(43))
  expect((await fake.get(`${GUEST}/case`)).status).toBe(404)
}, 60_000)

test('MUST: one message is all that leaves; nothing of a case is in federation, logs, or what lies on the disk', async () => {
  const { ann, far, browser, id, secret } = await talk('reader')
  await browser.post(`${GUEST}/case/messages`, { stream: 'caucus_b', text: WORDS })
  await act(may, id, 'offer', { message_id: (await seen(browser)).streams[0]?.messages.at(-1)?.id, text: WORDS })
  await does(browser, 'leave')
  await does(browser, 'complain', { text: 'I was not listened to.' })
  expect((await browser.get(`${GUEST}/complaints`)).body).toMatchObject([
    { text: 'I was not listened to.', yours: true },
  ])
  await leap(server, 3)
  expect(notesFor(peer, far)).toHaveLength(1)
  expect(JSON.stringify(peer.received)).not.toContain(WORDS)
  expect(JSON.stringify(notesFor(peer, far))).not.toMatch(new RegExp(`${ann.username}|${ann.id}|${id}|dishes`))
  expect(isKept(WORDS), 'what was said lies nowhere in the clear').toBe(false)
  expect(isKept(secret), 'nor the way in').toBe(false)
  expect(lines.some((line) => line.includes(secret) || line.includes(WORDS) || line.includes('reader'))).toBe(false)
  const beside = ['mediation_links', 'mediation_visits', 'mediation_members', 'mediation_events', 'jobs']
  for (const table of beside) {
    const rows = JSON.stringify(server.ctx.db.prepare(`SELECT * FROM ${table}`).all())
    expect([table, rows.includes(far.actor.uri) || rows.includes(far.id)]).toEqual([table, false])
  }
}, 60_000)

test('when the case is over and its time has passed, the guest and all about them are gone', async () => {
  const said = await talk('leaver')
  await said.browser.post(`${GUEST}/case/messages`, { stream: 'caucus_b', text: 'Words of a guest.' })
  const no = await invite('refuser')
  const refusing = await letIn(server, no)
  expect((await does(refusing, 'decline', { how: 'no' })).body, 'a no ends the visit').toEqual({})
  expect((await refusing.get(GUEST)).status).toBe(404)
  const left = (caseId: string) =>
    ['mediation_links', 'mediation_visits'].map((table) =>
      server.ctx.db.prepare(`SELECT count(*) FROM ${table} WHERE case_id = ?`).pluck().get(Number(caseId)),
    )
  expect(left(no.id)).toEqual([0, 0])
  expect((await does(said.browser, 'leave')).body.state).toBe('closed')
  expect((await said.browser.get(`${GUEST}/case/export`)).text).toContain('Words of a guest.')
  for (const days of [13, 20, 200]) await leap(server, days)
  expect(left(said.id)).toEqual([0, 0])
  expect(server.ctx.mediation.has(Number(said.id)), 'the keys are destroyed').toBe(false)
  expect((await said.browser.get(`${GUEST}/case`)).status).toBe(404)
  expect((await knock(browserOf(server), said.secret)).status).toBe(404)
}, 60_000)

test('two guests of two cases never meet, and a member cannot come in as one', async () => {
  const [one, two] = [await invite('first'), await invite('second')]
  const browser = browserOf(server)
  const { code } = (await knock(browser, one.secret)).body
  await writeTo(server, two.far, String(code))
  expect((await browser.get(GUEST)).body.verified, 'the code of another case').toBe(false)
  one.ann.browser.cookies.set('guest_case', browser.cookies.get('guest_case') ?? '')
  expect((await one.ann.browser.get(`${GUEST}/case`)).status).toBe(404)
}, 60_000)

test('a NO is final, also while somebody of the team looks at an answer', async () => {
  const asked = await invite('unsure')
  const browser = await letIn(server, asked)
  const unclear = yes({ screening: answers({ q6: 'yes' }) })
  expect((await does(browser, 'consent', unclear)).body.actions.map(({ verb }) => verb)).toContain('decline')
  await writeTo(server, asked.far, 'No!')
  expect((await browser.get(GUEST)).status).toBe(404)
  expect((await knock(browserOf(server), asked.secret)).status).toBe(404)
})
