import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf } from '../../server/core/clock.ts'
import { activity, type Peer, startPeer } from '../support/evil-peer.ts'
import { type FarAway, meet, writeTo } from '../support/far-away.ts'
import {
  act,
  answers,
  ask,
  invitations,
  leap,
  MEDIATIONS,
  member,
  members,
  request,
  settle,
  view,
  yes,
} from '../support/mediation.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

type Other = Pick<Person, 'id' | 'username'>
type Fate<B extends Other = Person> = (server: TestServer, a: Person, b: B) => Promise<void>

const choose = (b: Person, choices: Record<string, unknown>) => b.api.put(`${MEDIATIONS}/choices`, choices)
const answer =
  (how: string): Fate =>
  async (_server, _a, b) => {
    const [invitation] = await invitations(b)
    if (!invitation) throw new Error('nothing was delivered')
    expect((await act(b, invitation.id, 'decline', { how })).status).toBe(200)
  }

/** What is so before A asks. */
const before: Record<string, Fate> = {
  'blocked by B': async (_server, a, b) => void (await b.api.post(`/api/v1/accounts/${a.id}/block`)),
  'blocked by A': async (_server, a, b) => void (await a.api.post(`/api/v1/accounts/${b.id}/block`)),
  'muted by A': async (_server, a, b) => void (await a.api.post(`/api/v1/accounts/${b.id}/mute`)),
  'muted by B': async (_server, a, b) => void (await b.api.post(`/api/v1/accounts/${a.id}/mute`)),
  'opted out': async (_server, _a, b) => void (await choose(b, { no_requests: true })),
  suspended: async ({ ctx }, _a, b) =>
    void ctx.db.prepare('UPDATE accounts SET suspended_at = ? WHERE id = ?').run(ctx.now(), b.accountId),
  disabled: async ({ ctx }, _a, b) =>
    void ctx.db.prepare('UPDATE members SET disabled_at = ? WHERE account_id = ?').run(ctx.now(), b.accountId),
  'at the cap of one pending': async (server, _a, b) => {
    const other = await member(server, `earlier_${b.username}`)
    await ask(other, b, { track: 'message' })
    await settle(server)
  },
  'held as a possible pile-on': async (server, _a, b) => {
    const crowd = await members(server, `one_${b.username}`, `two_${b.username}`)
    for (const one of crowd) await ask(one, b)
  },
}

/** What happens once it was sent. */
const after: Record<string, Fate> = {
  lapsed: async () => undefined,
  'seen and left': async (_server, _a, b) => void (await act(b, (await invitations(b))[0]?.id ?? '', 'see')),
  declined: answer('no'),
  'not now': answer('not_now'),
  'not from this person again': answer('not_from_them'),
  'no requests at all': answer('none_at_all'),
  'B said that it is unsafe': async (_server, _a, b) => {
    const id = (await invitations(b))[0]?.id ?? ''
    expect((await act(b, id, 'consent', { screening: { q1: 'yes' } })).body.state).toBe('diverted')
  },
  'B reported it': async (_server, _a, b) =>
    void (await act(b, (await invitations(b))[0]?.id ?? '', 'report', { statement: 'This is not a disagreement.' })),
  'an unclear answer that nobody looked at': async (_server, _a, b) => {
    const id = (await invitations(b))[0]?.id ?? ''
    expect((await act(b, id, 'consent', yes({ screening: answers({ q6: 'yes' }) }))).status).toBe(200)
  },
  'blocked after the invitation': async (_server, a, b) => void (await b.api.post(`/api/v1/accounts/${a.id}/block`)),
  'suspended after the invitation': async ({ ctx }, _a, b) =>
    void ctx.db.prepare('UPDATE accounts SET suspended_at = ? WHERE id = ?').run(ctx.now(), b.accountId),
}

const hostOf = ({ actor }: FarAway) => new URL(actor.uri).host

/** What staff decide about the other person's server. */
const decided =
  (what: 'cut_off' | 'hidden'): Fate<FarAway> =>
  async (_server, _a, b) => {
    const said = await guard.browser.post('/api/community/v1/admin/servers', { domain: hostOf(b), [what]: true })
    expect(said.status).toBe(200)
  }

/** What is so before A asks about somebody of another server. */
const beforeFarAway: Record<string, Fate<FarAway>> = {
  'far away, and blocked by B': async ({ url }, a, { actor }) =>
    void (await actor.send(`${url}/inbox`, activity(actor, 'Block', `${url}/ap/users/${a.id}`))),
  'far away, and blocked by A': async (_server, a, b) => void (await a.api.post(`/api/v1/accounts/${b.id}/block`)),
  'far away, on a server that A blocks': async (_server, a, b) =>
    void (await a.api.post('/api/v1/domain_blocks', { domain: hostOf(b) })),
  'far away, and unreachable': async (_server, _a, { actor }) =>
    void peers[0]?.pages.set(`${new URL(actor.uri).pathname}/inbox`, (_request, response) => {
      response.writeHead(503).end()
    }),
  'far away, on a server that is cut off': decided('cut_off'),
  'far away, on a server that is hidden': decided('hidden'),
  'far away, and moved on': async ({ ctx }, _a, { id }) =>
    void ctx.db.prepare(`UPDATE remote_actors SET moved_to = 'https://x.example/u' WHERE account_id = ?`).run(id),
}

/** What happens once they were written to. */
const afterFarAway: Record<string, Fate<FarAway>> = {
  'far away, NO': async (server, _a, b) => void expect((await writeTo(server, b, 'NO')).status).toBe(202),
  'far away, STOP': async (server, _a, b) => void expect((await writeTo(server, b, 'Stop.')).status).toBe(202),
  'far away, and deleted there': async ({ url }, _a, { actor }) =>
    void (await actor.send(`${url}/inbox`, activity(actor, 'Delete', actor.uri))),
}

let server: TestServer
let guard: Person
/** Somebody whom everybody who asks has asked before, so that there is an order of two. */
let steady: Person
/** Where the others are: one server for each end that is put to speaking with one. */
let peers: Peer[]
beforeAll(async () => {
  server = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
  guard = await server.signUp('guard', { roles: ['owner'] })
  steady = await member(server, 'steady')
  peers = await Promise.all(['127.0.0.1', '127.0.0.2', '127.0.0.3'].map((at) => startPeer(at, server.ctx.now)))
})
afterAll(async () => {
  await Promise.all(peers.map((peer) => peer.stop()))
  await server.stop()
})

const doors = ['', '/waiting', '/invitations', '/choices']

/** Times are compared in steps of four seconds, since a busy machine answers some milliseconds late. */
const STEP = 4000

/** Everything that A can ask for, as bytes, without what differs between any two cases: ids, names, words, times. */
async function everything(a: Person, b: Other, id: string, asked: number): Promise<unknown> {
  const told = ['/api/community/v1/notices', '/api/community/v1/notices/unread_count', '/api/v1/notifications']
  const paths = [`${MEDIATIONS}/${id}`, ...doors.map((door) => MEDIATIONS + door), ...told]
  const replies = await Promise.all(paths.map((path) => a.api.get(path)))
  const plain = (text: string) =>
    text
      .replaceAll(/"code_name":"[^"]+"/g, '"code_name":""')
      .replaceAll(a.username, 'A')
      .replaceAll(b.username, 'B')
      .replaceAll(/B@127[\d.:]+/g, 'B@PEER')
      .replaceAll(id, 'THIS')
      .replaceAll(/\d{16}/g, 'ID')
      // a notice of a mediation says its day alone
      .replaceAll(/\d{4}-\d\d-\d\dT00:00:00.000Z/g, (day) => `${(Date.parse(day) - dayOf(asked)) / 86_400_000} days`)
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (time) => `${Math.round((Date.parse(time) - asked) / STEP)} steps`)
  const said = replies.map((reply) => ({ status: reply.status, text: plain(reply.text) }))
  return { said, mails: mailsTo(a) }
}

const mailsTo = (person: Person) =>
  server.ctx.db
    .prepare('SELECT count(*) AS count FROM mails WHERE recipient_hash = ?')
    .get(server.ctx.vault.fingerprint('email', `${person.username}@mail.example`))

let turn = 0

const DAY = 86_400
/** The moments, in seconds after the request, at which A looks: often, and closely around the seventh day. */
const moments = [3600, 2 * DAY, 6 * DAY, 7 * DAY - 30, 7 * DAY + 30, 8 * DAY, 20 * DAY, 22 * DAY]

type Near = { far?: undefined; prepare?: Fate; then?: Fate }
type Far = { far: number; prepare?: Fate<FarAway>; then?: Fate<FarAway> }
type Story = (Near | Far) & { decide?: (id: string) => Promise<void>; track?: string }
type Running = {
  a: Person
  b: Other
  goOn: () => Promise<void>
  id: string
  asked: number
  seen: unknown[]
  /** How long after the seventh day A heard, in ms. */
  late?: number
}

/** The other person of a story, here or far away, with what was so before and what they do then. */
async function castFor(story: Story, a: Person) {
  if (story.far !== undefined) {
    const peer = peers[story.far]
    if (!peer) throw new Error('there is no such server')
    const b = await meet(peer, a, `other_${turn}`)
    await story.prepare?.(server, a, b)
    return { b, goOn: async () => story.then?.(server, a, b) }
  }
  const b = await member(server, `other_${turn}`)
  await story.prepare?.(server, a, b)
  return { b, goOn: async () => story.then?.(server, a, b) }
}

async function begin(story: Story): Promise<Running> {
  const { decide, track = 'message' } = story
  turn += 1
  const a = await member(server, `asker_${turn}`)
  const { b, goOn } = await castFor(story, a)
  await ask(a, steady, { track: 'message' })
  const { id, created_at } = await ask(a, b, { track })
  const seen = [await everything(a, b, id, Date.parse(created_at))]
  await decide?.(id)
  const asked = Date.parse((await view(a, id)).body.due_at ?? '') - 7 * DAY * 1000
  return { a, b, goOn, id, asked, seen }
}

/** Stories from the request to the end, side by side; in each A looks at everything, again and again. */
async function tell(stories: readonly Story[]): Promise<(Pick<Running, 'late'> & { seen: unknown[] })[]> {
  const running: Running[] = []
  for (const story of stories) running.push(await begin(story))
  const look = async () => {
    for (const one of running) one.seen.push(await everything(one.a, one.b, one.id, one.asked))
  }
  await settle(server)
  await look()
  for (const { goOn } of running) await goOn()
  const last = Math.max(...running.map(({ asked }) => asked))
  for (const moment of moments) {
    if (moment === 20 * DAY) await leap(server, 11)
    await server.advance(`PT${Math.ceil((last - server.ctx.now()) / 1000) + moment}S`)
    await look()
    if (moment !== 8 * DAY) continue
    for (const one of running) one.late = lateness(one)
  }
  for (const { a, b, seen } of running) {
    // asking again: the rule is A's own, and the same whatever happened
    const again = await a.api.post(MEDIATIONS, request(b))
    seen.push([again.status, again.body])
  }
  return running
}

/** When it was over for A, in ms after the seven days that were told to them. */
function lateness({ id, asked }: Running): number {
  const over = server.ctx.db
    .prepare(`SELECT at FROM mediation_events WHERE case_id = ? AND verb = 'not_taken_up'`)
    .pluck()
    .get(Number(id))
  return Number(over) - asked - 7 * DAY * 1000
}

const text = (name: string, story: unknown[]) => `${name}: ${JSON.stringify(story, null, 1)}`

test('I3 Blocked, muted, opted out, capped, unreachable, declined, lapsed and “B said it is unsafe” look identical to A, same text, same moment', async () => {
  const stories: (readonly [string, Story])[] = [
    ...Object.entries(after).map(([name, then]) => [name, { then }] as const),
    ...Object.entries(before).map(([name, prepare]) => [name, { prepare }] as const),
  ]
  const placeOf = (name: string) => ['cut off', 'hidden'].findIndex((end) => name.endsWith(end)) + 1
  const far: (readonly [string, Story])[] = [
    ...Object.entries(afterFarAway).map(([name, then]) => [name, { far: 0, then }] as const),
    ...Object.entries(beforeFarAway).map(([name, prepare]) => [name, { far: placeOf(name), prepare }] as const),
  ]
  const all = await tell([{}, { far: 0 }, ...[...stories, ...far].map(([, story]) => story)])
  const [plain = [], plainFar = [], ...told] = all.map(({ seen }) => seen)
  expect(text('', plain)).toContain('It will not go ahead')
  expect(text('', plain)).toContain('one request per person in 90 days')
  expect(text('', plainFar).replaceAll('@PEER', ''), 'nor does it matter where they are').toBe(text('', plain))
  for (const [place, [name]] of [...stories, ...far].entries()) {
    const like = place < stories.length ? plain : plainFar
    expect(text(name, told[place] ?? [])).toBe(text(name, like))
  }
  const names = ['lapsed', 'far away, and lapsed', ...[...stories, ...far].map(([name]) => name)]
  const late = all.flatMap(({ late: ms = DAY }, place) => (ms >= 0 && ms < 1000 ? [] : [`${names[place]}: ${ms} ms`]))
  expect(late, 'each hears in the very second in which the seven days are over').toEqual([])
}, 120_000)

test('I3 a refusal that depends on anything about B reads to A as an invitation that nobody took up', async () => {
  const coordinator = await server.signUp('careful', { roles: ['coordinator'] })
  const decide = (verb: string, form = {}) => ({
    track: 'mediation',
    decide: async (id: string) => void expect((await act(coordinator, id, verb, form)).status).toBe(200),
  })
  const [plain = [], held = []] = (await tell([decide('invite'), decide('refuse', { reason: 'about_other' })])).map(
    ({ seen }) => seen,
  )
  expect(text('', held)).toBe(text('', plain))
})

test('the moment at which A hears is seven days after the invitation went out, to the second, whatever the answer was', async () => {
  const [a, b, c, d] = await members(server, 'punctual', 'elsewhere', 'precise', 'refusing')
  if (!a || !b || !c || !d) throw new Error('nobody came')
  const ids = [(await ask(a, b, { track: 'message' })).id, (await ask(c, d, { track: 'message' })).id] as const
  await settle(server)
  await act(d, ids[1], 'decline', { how: 'no' })
  const due = [(await view(a, ids[0])).body.due_at, (await view(c, ids[1])).body.due_at]
  await server.advance('P6DT23H59M30S')
  for (const [person, id] of [
    [a, ids[0]],
    [c, ids[1]],
  ] as const) {
    expect((await view(person, id)).body.state).toBe('invited')
  }
  await server.advance('PT1M')
  for (const [place, person] of [a, c].entries()) {
    expect((await view(person, ids[place] ?? '')).body.state).toBe('not_taken_up')
    const [notice] = (await person.api.get('/api/community/v1/notices')).body
    expect(notice.created_at).toBe(new Date(dayOf(Date.parse(due[place] ?? ''))).toISOString())
  }
})
