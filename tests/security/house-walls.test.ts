import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Route } from '../../server/http/route.ts'
import type { Role } from '../../server/policies/viewer.ts'
import type { Client } from '../support/client.ts'
import { doors, knock, named } from '../support/doors.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const team: readonly Role[] = ['moderator', 'admin', 'owner']
const heads: readonly Role[] = ['admin', 'owner']

/** Whom each part of the house is open to, as the specification's table of roles has it; nobody else, by no other role. */
const parts: Record<string, readonly [beginning: RegExp, roles: readonly Role[]]> = {
  'reports, cases, decisions, appeals': [/\/community\/v1\/moderation\b/, team],
  'reports and people, for programs': [/\/v[12]\/admin\/(reports|accounts)\b/, team],
  'blocks of networks, mail and names': [/\/admin\/((ip|email_domain|canonical_email)_blocks|name_blocks)\b/, team],
  'other servers': [/\/admin\/(servers|domain_blocks|domain_allows)\b/, team],
  'newcomers, invites, how mail arrives': [/\/admin\/(people|invites|join-wave|mail-providers)\b/, team],
  'what is much spoken of': [/\/v1\/admin\/(trends|tags)\b/, team],
  'small pictures and announcements': [/\/admin\/(emojis|announcements)\b/, team],
  'people to follow together': [/\/community\/v1\/admin\/collections\b/, team],
  'topics of warnings': [/\/v1\/warnings\/(topics|stop-list|stats)\b/, team],
  'bad hours': [/\/admin\/panic\b/, team],
  'the numbers': [/\/admin\/(metrics|measures|dimensions|retention)\b/, [...team, 'steward']],
  'the log': [/\/admin\/log\b/, [...heads, 'steward']],
  'complaints about those who run the community': [/\/admin\/complaints\b/, ['steward']],
  'settings, papers, roles': [/\/admin\/(settings|disk|mail-test|papers|roles)\b/, heads],
  'the rules': [/\/v1\/rules\//, heads],
}

const kept = doors.filter(
  ({ path, options }) => (options.may ?? options.held) !== undefined && !path.includes('/mediations'),
)
const partsOf = ({ path }: Route) => Object.keys(parts).filter((part) => parts[part]?.[0].test(path))

const holders: readonly Role[] = ['mediator', 'coordinator', 'moderator', 'admin', 'owner', 'steward']

let server: TestServer
/** Who holds a role, and who speaks for an owner. */
let staff: Record<string, Client>
/** Who gets through none of these doors. */
let others: Record<string, Client>

beforeAll(async () => {
  server = await startServer()
  server.ctx.db.pragma('synchronous = OFF')
  const join = (name: string, roles: readonly Role[] = [], more = {}): Promise<Person> =>
    server.signUp(name, { roles, ...more })
  const mark = (table: string, column: string, person: Person) =>
    server.ctx.db
      .prepare(`UPDATE ${table} SET ${column} = 1 WHERE ${table === 'members' ? 'account_id' : 'id'} = ?`)
      .run(person.accountId)
  const limited = await join('limited')
  const suspended = await join('suspended', ['owner'])
  const frozen = await join('frozen', ['admin'], { scopes: 'read write admin:read admin:write' })
  mark('accounts', 'limited_at', limited)
  mark('accounts', 'suspended_at', suspended)
  mark('members', 'disabled_at', frozen)
  staff = {}
  for (const role of holders) staff[role] = (await join(`a_${role}`, [role])).browser
  const scopes = 'read write admin:read admin:write'
  staff['program of an owner'] = (await join('by_program', ['owner'], { scopes })).api
  others = {
    stranger: server.visitor,
    member: (await join('plain')).browser,
    limited: limited.browser,
    'suspended owner': suspended.browser,
    'frozen admin': frozen.browser,
    'program of a frozen admin': frozen.api,
    'narrow program of an owner': (await join('by_narrow', ['owner'], { scopes: 'read write' })).api,
  }
})
afterAll(() => server.stop())

const knockAll = (people: Record<string, Client>, route: Route) =>
  Promise.all(
    Object.entries(people).map(async ([who, client]) => ({ who, status: (await knock(client, route)).status })),
  )

/** Who gets through a door; a program only where it has a scope of its own. */
function letIn({ options }: Route, roles: readonly string[]): string[] {
  return [...roles, ...(options.held !== undefined ? ['program of an owner'] : [])].sort()
}

describe('MUST: each door of those who keep the house opens to their roles alone', () => {
  test('and stands in one part of the table above, so that a new one cannot be forgotten', () => {
    expect(kept.filter((route) => partsOf(route).length !== 1).map(named)).toEqual([])
    const used = new Set(kept.flatMap(partsOf))
    expect(Object.keys(parts).filter((part) => !used.has(part))).toEqual([])
  })

  test.each(kept.map((route) => [named(route), route] as const))('%s', async (_, route) => {
    const answers = await knockAll(staff, route)
    const through = answers.filter(({ status }) => status !== 401 && status !== 403).map(({ who }) => who)
    const [part = ''] = partsOf(route)
    expect(through.sort()).toEqual(letIn(route, parts[part]?.[1] ?? []))
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
  })

  // that no door at all opens to strangers and members is walked where all doors are
  test.each(Object.keys(parts))('nobody else, whatever they were, gets through to: %s', async (part) => {
    for (const route of kept.filter((one) => partsOf(one)[0] === part).slice(0, 2)) {
      const answers = await knockAll(others, route)
      expect(answers.filter(({ status }) => status !== 401 && status !== 403)).toEqual([])
      expect(answers.find(({ who }) => who === 'stranger')?.status).toBe(401)
    }
  })
})
