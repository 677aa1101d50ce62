import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../../server/routes.ts'
import { act, ask, MEDIATIONS, mediator, member, members, request, settle, view, yes } from '../support/mediation.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const SECRET = 'Words that only one side and the mediator read.'

let server: TestServer
let people: Record<string, Person>
let id: string
let waiting: string
let narrow: Person

beforeAll(async () => {
  server = await startServer()
  const [a, b, c, d, support, plain] = (await members(server, 'ada', 'ben', 'cas', 'dot', 'sun', 'eve')) as [
    Person,
    Person,
    Person,
    Person,
    Person,
    Person,
  ]
  const one = await mediator(server, 'may')
  narrow = await server.signUp('narrow', { scopes: 'read:accounts write:accounts' })
  people = { a, b, support, member: plain, mediator: one }
  for (const role of ['coordinator', 'moderator', 'admin', 'owner', 'steward'] as const) {
    people[role] = await member(server, `role_${role}`, { roles: [role] })
  }
  people.other_mediator = await member(server, 'otto', { roles: ['mediator'] })
  id = (await ask(a, b, { track: 'mediation', story: SECRET })).id
  await act(people.coordinator as Person, id, 'invite')
  await settle(server)
  await act(b, id, 'consent', yes())
  for (const side of [a, b]) await act(side, id, 'vote', { acceptable: [one.id] })
  await act(one, id, 'take', { read: true })
  await act(a, id, 'name_support', { account_id: support.id })
  await act(b, id, 'agree_support', { read: true })
  await act(support, id, 'accept_support')
  for (const side of [a, b]) await act(side, id, 'sign_rules', { read: true })
  const second = await mediator(server, 'sol', { co_mediation: true, trainee: true })
  await act(one, id, 'name_co', { account_id: second.id })
  for (const side of [a, b]) await act(side, id, 'agree_co', { read: true })
  await act(second, id, 'accept_co')
  const interpreter = await member(server, 'ivo')
  await act(a, id, 'name_interpreter', { account_id: interpreter.id })
  await act(b, id, 'agree_interpreter', { read: true })
  await act(interpreter, id, 'accept_interpreter')
  Object.assign(people, { second, interpreter })
  expect((await view(a, id)).body.state).toBe('active')
  expect((await a.api.post(`${MEDIATIONS}/${id}/messages`, { stream: 'caucus_a', text: SECRET })).status).toBe(200)
  waiting = (await ask(c, d)).id
})
afterAll(() => server.stop())

const insiders = ['a', 'b', 'mediator']
const inside = [...insiders, 'support', 'second', 'interpreter']
// who interprets reads what they are given, and says nothing of their own
const writing = inside.filter((name) => name !== 'interpreter')
const outsiders = ['member', 'coordinator', 'moderator', 'admin', 'owner', 'steward', 'other_mediator']

const everyone = [...inside, ...outsiders]
/** For each door, who gets through (2xx, or is told what is missing) and what everybody else is answered. */
const doors: Record<
  string,
  { body?: Record<string, unknown>; path?: () => string; through: string[]; others?: number }
> = {
  'post /mediations': { body: {}, through: everyone },
  'get /mediations': { through: everyone },
  'get /mediations/waiting': { through: everyone },
  'get /mediations/choices': { through: everyone },
  'put /mediations/choices': { body: {}, through: everyone },
  'post /mediations/thread-alerts': { body: { status_id: 'x' }, through: [], others: 404 },
  'get /mediations/invitations': { through: everyone },
  'get /mediations/invitations/:id': { through: [], others: 404 },
  'post /mediations/invitations/:id/actions': { body: { verb: 'nothing' }, through: inside, others: 404 },
  'get /mediations/desk': { through: ['mediator', 'other_mediator', 'second'], others: 403 },
  'put /mediations/desk/profile': { body: {}, through: ['mediator', 'other_mediator', 'second'], others: 403 },
  'post /mediations/desk/debriefs': { body: {}, through: ['mediator', 'other_mediator', 'second'], others: 403 },
  'post /mediations/triage/debriefs/:id/take': { through: [], others: 404 },
  'get /mediations/triage': { through: ['coordinator'], others: 403 },
  'get /mediations/reports': { through: ['moderator'], others: 403 },
  'get /mediations/reports/:id/evidence': { through: ['moderator'], others: 403 },
  'get /mediations/exceptions': { through: ['admin', 'owner', 'coordinator', 'steward'], others: 403 },
  'post /mediations/exceptions': {
    body: { kind: 'break_glass', case: '1', reason: 'A reason that is long enough to be one.' },
    through: ['admin', 'owner'],
    others: 403,
  },
  'post /mediations/exceptions/:id/agree': { body: {}, through: [], others: 404 },
  'get /mediations/exceptions/:id/room': { through: [], others: 404 },
  'get /mediations/rests': { through: ['admin', 'owner', 'coordinator'], others: 403 },
  'post /mediations/rests': { body: { case: '1' }, through: ['admin', 'owner', 'coordinator'], others: 403 },
  'get /mediations/complaints': { through: everyone },
  'post /mediations/complaints/:id/answer': { body: { outcome: 'none', text: 'x' }, through: [], others: 404 },
  'post /mediations/complaints/:id/steward': { body: { text: 'x' }, through: [], others: 404 },
  'post /mediations/reports/:id/settle': { through: ['moderator'], others: 403 },
  'get /mediations/:id': { through: inside, others: 404 },
  'post /mediations/:id/actions': { body: { verb: 'nothing' }, through: inside, others: 404 },
  'post /mediations/:id/messages': { body: { stream: 'joint', text: 'x' }, through: writing, others: 404 },
  'get /mediations/:id/pictures/:picture': { through: [], others: 404 },
  'get /mediations/:id/export': { through: ['a', 'b'], others: 404 },
}
const open = ['get /mediations/statistics']

const own = routes
  .filter(({ path }) => path.startsWith(MEDIATIONS))
  .map(({ method, path }) => `${method} ${path.replace('/api/community/v1', '')}`)

const knock = (person: Person | undefined, door: string, body?: Record<string, unknown>) => {
  const [method = 'get', path = ''] = door.split(' ')
  const address = `/api/community/v1${path.replace(':id', id).replace(':picture', '1')}`
  const client = person?.api ?? server.visitor
  return method === 'get'
    ? client.get(address)
    : method === 'put'
      ? client.put(address, body)
      : client.post(address, body)
}

describe('every door of mediation', () => {
  test('stands in this walk, whose doors are taken from the table of routes, and everybody knocks at each', () => {
    const tested = [...Object.keys(doors), ...open]
    expect(own.filter((door) => !tested.includes(door))).toEqual([])
    // and a stranger without an account, who is nobody in this list
    expect([...everyone].sort()).toEqual([...Object.keys(people)].sort())
  })

  test.each(Object.entries(doors))('%s', async (door, { body, through, others }) => {
    expect([door, (await knock(undefined, door, body)).status]).toEqual([door, 401])
    expect([door, (await knock(narrow, door, body)).status]).toEqual([door, 403])
    for (const name of everyone) {
      const { status, text } = await knock(people[name], door, body)
      const nothingThere = door.includes('/reports/:id') && status === 404
      if (through.includes(name))
        expect([door, name, [403, 404].includes(status) && !nothingThere]).toEqual([door, name, false])
      else expect([door, name, status]).toEqual([door, name, others])
      if (!['a', 'mediator', 'support', 'second'].includes(name)) expect(text).not.toContain(SECRET)
    }
  })

  test('is shut to who waits for approval', async () => {
    const newcomer = await server.signUp('waiting_one', { waiting: true })
    for (const door of Object.keys(doors)) {
      expect([door, (await knock(newcomer, door, doors[door]?.body)).status]).toEqual([door, 403])
    }
  })
})

test('MUST: a coordinator never gets room text, nor a case once it is decided', async () => {
  const coordinator = people.coordinator as Person
  expect((await view(coordinator, id)).status).toBe(404)
  expect((await view(coordinator, waiting)).body.streams).toEqual([])
  expect((await act(coordinator, id, 'pause', { hours: 2 })).status).toBe(404)
  expect(
    (await coordinator.api.post(`${MEDIATIONS}/${waiting}/messages`, { stream: 'joint', text: 'x' })).status,
  ).not.toBe(200)
})

test('MUST: no flag grants both mediate and sanction on the same pair of accounts', async () => {
  const both = await member(server, 'both_hats', { roles: ['mediator', 'moderator', 'admin', 'owner', 'coordinator'] })
  const [x, y] = (await members(server, 'xan', 'yve')) as [Person, Person]
  expect((await view(both, id)).status).toBe(404)
  const own = await ask(x, y)
  expect((await view(both, own.id)).body.role).toBe('coordinator')
  await act(both, own.id, 'invite')
  await settle(server)
  await act(y, own.id, 'consent', yes())
  expect((await view(x, own.id)).body.candidates.map(({ acct }) => acct)).not.toContain(both.username)
  expect((await act(x, own.id, 'propose_comrade', { account_id: both.id })).status).toBe(422)
})

test('one side never reads the other side’s own talk, account of events, marks or screening', async () => {
  const text = JSON.stringify((await view(people.b as Person, id)).body)
  for (const word of [SECRET, 'q1', 'trusted', 'unwanted']) expect(text).not.toContain(word)
})

test('what somebody may not do is refused, whatever their role: 409 for a place in the case, 404 without one', async () => {
  for (const verb of [
    'take',
    'pass',
    'invite',
    'divert',
    'consent',
    'decline',
    'submit',
    'finish',
    'not_taken_up',
    'purge',
  ]) {
    for (const name of insiders) {
      expect([verb, name, (await act(people[name] as Person, id, verb)).status]).toEqual([verb, name, 409])
    }
    for (const name of outsiders) {
      expect([verb, name, (await act(people[name] as Person, id, verb)).status]).toEqual([verb, name, 404])
    }
  }
  expect((await act(people.mediator as Person, id, 'sign', { version: 1 })).status).toBe(409)
  expect((await act(people.a as Person, id, 'constructor')).status).toBe(409)
})

test('a request with a wrong body is refused in words', async () => {
  const [z] = (await members(server, 'zoe')) as [Person]
  for (const body of [
    { account_id: { a: 1 } },
    { screening: 'no' },
    { screening: { q11: 'yes' } },
    { hopes: [['x']] },
  ]) {
    const { status, body: said } = await z.api.post(MEDIATIONS, { ...request(people.b as Person), ...body })
    expect([JSON.stringify(body), status, typeof said.error]).toEqual([JSON.stringify(body), 422, 'string'])
  }
})
