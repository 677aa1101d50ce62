import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Route } from '../../server/http/route.ts'
import { doors, knock, named } from '../support/doors.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let behindGate: Person
beforeAll(async () => {
  server = await startServer()
  behindGate = await server.signUp('gated', { unaccepted: true })
})
afterAll(() => server.stop())

const API = '^/api/(v1|v2|community/v1)/'
const may = (pattern: string) => new RegExp(API + pattern)

/** What a member may change who has not accepted the rules, each with the addresses it is done at. */
const free = {
  'block, and part from people': may(
    'accounts/:id/(un)?(block|mute)$|accounts/:id/(unfollow|remove_from_followers)$|v1/(domain_blocks|blocks/choices)$',
  ),
  'say who follows them': may('follow_requests/'),
  'pause: truces, locked and muted threads': may('(truces|thread_locks|muted_threads|statuses/:id/(un)?mute$)'),
  'choose what they read': may(
    '(filters|warnings/choices$|preferences$|tags/:name/|lists|conversations|notifications|notices|markers$|suggestions)',
  ),
  'look at what other servers have': may('(statuses/:id/replies|people/:id/posts)$'),
  'be told of things on a device': may('push(/subscription)?$'),
  'say whether they stand in a collection of people': may('collections/:id/answer$'),
  'put announcements away': may('announcements/:id/(dismiss|reactions/:name)$'),
  'keep things for themselves': may('(statuses/:id/(un)?(favourite|bookmark|pin)$|accounts/:id/note$)'),
  'keep evidence, report, appeal': may('(evidence|reports|complaints|appeals)'),
  'go on with a mediation, or leave it': may(
    'mediations/(choices|invitations|desk|triage/debriefs|reports|exceptions|rests|complaints|:id/(messages|actions)$)',
  ),
  'take back or delete what they posted': may(
    'statuses/:id(/unreblog|/card|/interaction_policy|/quotes/:quoting_id/revoke)?$|scheduled_statuses/:id$|media/:id$|rules/comments/:id$',
  ),
  'change their profile': may('(accounts/update_credentials|profile|featured_tags|accounts/:id/(un)?(endorse|pin)$)'),
  'export, bring lists along, move, leave': may('(archive|imports|departure|arrivals|aliases|move$)'),
  'care for how they log in': may('(programs|second-step|devices)'),
  'accept the rules': may('rules/acceptance$'),
  'leave the first steps behind': may('first-steps$'),
}

describe('MUST: who has not accepted the rules may read, block, keep evidence, export and mediate, but not post', () => {
  const changing = doors.filter(
    ({ method, options }) => method !== 'get' && options.may === undefined && options.held === undefined,
  )
  const open = changing.filter(({ options }) => ['account', 'member'].includes(options.access))
  const meant = (route: Route) =>
    Object.entries(free).flatMap(([what, where]) => (where.test(route.path) ? [what] : []))

  test('each door that does not wait for the rules is one of what they may, so that a new one is thought about', () => {
    expect(open.filter((route) => meant(route).length !== 1).map(named)).toEqual([])
    const used = new Set(open.flatMap(meant))
    expect(Object.keys(free).filter((what) => !used.has(what))).toEqual([])
  })

  test('everything that publishes, uploads, follows, invites or begins a mediation waits', () => {
    const waits = doors.filter(({ options }) => options.access === 'poster').map(named)
    const publishes = [
      ...['post /api/v1/statuses', 'put /api/v1/statuses/:id', 'post /api/v1/statuses/:id/reblog'],
      ...['post /api/v1/media', 'post /api/v2/media', 'post /api/v1/polls/:id/votes'],
      ...['post /api/v1/accounts/:id/follow', 'post /api/community/v1/admin/invites'],
      ...['post /api/community/v1/mediations', 'post /api/community/v1/mediations/thread-alerts'],
      'post /api/community/v1/rules/:version/comments',
    ]
    expect(publishes.filter((door) => !waits.includes(door))).toEqual([])
  })

  test('nothing is closed to reading', () => {
    const reading = doors.filter(({ method }) => method === 'get')
    expect(reading.filter(({ options }) => options.access === 'poster').map(named)).toEqual([])
  })

  const asked = open.filter(({ path }) => !path.startsWith('/api/community/v1/devices'))
  test.each(asked.map((route) => [named(route), route] as const))('is not told of rules: %s', async (_, route) => {
    const { status, body } = await knock(behindGate.browser, route)
    expect([401, 429]).not.toContain(status)
    expect(body?.error_code).not.toBe('rules_not_accepted')
  })
})
