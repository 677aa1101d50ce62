import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { behind, doors, knock, named } from '../support/doors.ts'
import { askWhomItMocks, caseAbout, deciding, inCase, reportTo, settle } from '../support/moderation.ts'
import { photo, upload } from '../support/pictures.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let ann: Person
let ben: Person
let narrow: Person
let behindGate: Person
let waiting: Person
let guard: Person

beforeAll(async () => {
  server = await startServer()
  ann = await server.signUp('ann')
  ben = await server.signUp('ben')
  narrow = await server.signUp('narrow', { scopes: 'push' })
  behindGate = await server.signUp('gated', { unaccepted: true })
  waiting = await server.signUp('waits', { waiting: true })
  guard = await server.signUp('guard', { roles: ['moderator'] })
})
afterAll(() => server.stop())

describe('every door that is not for everybody', () => {
  const closed = behind(['account', 'member', 'poster'])

  test.each(closed.map((route) => [named(route), route] as const))(
    'is closed to nobody in particular: %s',
    async (_, route) => {
      expect((await knock(server.visitor, route)).status).toBe(401)
    },
  )

  const scoped = closed.filter(({ options }) => options.scope !== undefined && options.scope !== 'push')
  test.each(scoped.map((route) => [named(route), route] as const))(
    'asks a program for its scope: %s',
    async (_, route) => {
      expect((await knock(narrow.api, route)).status).toBe(403)
    },
  )

  const ours = closed.filter(({ options }) => options.scope === undefined)
  test.each(ours.map((route) => [named(route), route] as const))(
    'without a scope is for our own client: %s',
    async (_, route) => {
      expect((await knock(ann.api, route)).status).toBe(403)
    },
  )

  const permitted = closed.filter(({ options }) => options.may !== undefined || options.held !== undefined)
  test.each(permitted.map((route) => [named(route), route] as const))(
    'asks for the permission: %s',
    async (_, route) => {
      expect((await knock(ann.browser, route)).status).toBe(403)
    },
  )

  test.each(behind(['poster']).map((route) => [named(route), route] as const))(
    'waits for the rules: %s',
    async (_, route) => {
      const { status, body } = await knock(behindGate.browser, route)
      expect([status, body.error_code]).toEqual([403, 'rules_not_accepted'])
    },
  )

  test.each(behind(['member', 'poster']).map((route) => [named(route), route] as const))(
    'waits for the approval: %s',
    async (_, route) => {
      expect((await knock(waiting.browser, route)).status).toBe(403)
    },
  )
})

/** A thing that is ann's alone: how it comes to be, and what a request about it needs in its body. */
type Thing = { make: () => Promise<string>; body?: Record<string, Record<string, unknown>> }

const filter = { title: 'sport', context: ['home'] }
const listed = { put: { title: 'mine' }, post: { account_ids: ['1'] }, delete: { account_ids: ['1'] } }

const made = async (path: string, body: unknown): Promise<string> => {
  const { status, body: answer, text } = await ann.browser.post(path, body)
  if (status >= 300) throw new Error(`${path}: ${status} ${text}`)
  return answer.id
}

/** What a moderator decided about somebody, and told them. */
async function decidedAbout(person: Person): Promise<string> {
  await reportTo(ben, person)
  const { id } = await caseAbout(guard, person)
  await inCase(guard, id, 'decide', deciding([{ kind: 'note' }], { rule: '' }))
  await settle(server)
  return (await person.browser.get('/api/community/v1/decisions')).body[0].id
}

/** Doors whose address names something private, by the beginning of the address: for anybody else it is not there. */
const things: Record<string, Thing> = {
  '/api/community/v1/reports/mocked/:': {
    make: () => askWhomItMocks(server, { by: guard, reporter: ben, mocked: ann }),
    body: { post: { answer: 'leave' } },
  },
  '/api/v1/statuses/:': {
    make: () => made('/api/v1/statuses', { status: 'for those who follow me', visibility: 'private' }),
    body: { put: { status: 'other words', quote_approval_policy: 'nobody' } },
  },
  '/api/community/v1/statuses/:': {
    make: () => made('/api/v1/statuses', { status: 'for those who follow me', visibility: 'private' }),
  },
  '/api/v1/scheduled_statuses/:': {
    make: () => made('/api/v1/statuses', { status: 'for tomorrow', scheduled_at: new Date(Date.now() + 9e6) }),
    body: { put: { scheduled_at: new Date(Date.now() + 9e7) } },
  },
  '/api/v1/featured_tags/:': {
    make: async () => {
      await ann.browser.post('/api/v1/tags/bread/unfeature')
      return made('/api/v1/featured_tags', { name: 'bread' })
    },
  },
  '/api/v1/polls/:': {
    make: async () => {
      const poll = { options: ['yes', 'no'], expires_in: 3600 }
      const { body } = await ann.browser.post('/api/v1/statuses', { status: 'ask', visibility: 'private', poll })
      return body.poll.id
    },
    body: { post: { choices: [0] } },
  },
  '/api/v1/notifications/:': {
    make: async () => {
      await ben.api.post(`/api/v1/accounts/${ann.id}/follow`)
      const { body } = await ann.api.get('/api/v1/notifications')
      return body[0].id
    },
  },
  '/api/community/v1/evidence/:': {
    make: async () => {
      const { body: status } = await ben.api.post('/api/v1/statuses', { status: 'harsh words' })
      return made('/api/community/v1/evidence', { status_ids: [status.id] })
    },
  },
  '/api/community/v1/reports/:': {
    make: () => made('/api/community/v1/reports', { account_id: narrow.id }),
    body: { post: { text: 'more of it' } },
  },
  '/api/community/v1/decisions/:': { make: () => decidedAbout(ann) },
  '/api/community/v1/appeals/:': {
    make: () => decidedAbout(ann),
    body: { post: { wrong: 'Not so.', text: 'Not so.' } },
  },
  '/api/community/v1/devices/:': {
    make: async () => (await ann.browser.get('/api/community/v1/devices')).body[0].id,
  },
  '/api/community/v1/programs/:': {
    make: async () => (await ann.browser.get('/api/community/v1/programs')).body[0]?.id ?? '1',
  },
  '/api/v1/media/:': {
    make: async () => (await upload(ann, await photo(8, 8))).body.id,
    body: { put: { description: 'mine now' } },
  },
  '/api/v1/notifications/requests/:': {
    make: async () => {
      await ann.api.patch('/api/v2/notifications/policy', { for_not_following: 'filter' })
      await narrow.browser.post('/api/v1/statuses', { status: '@ann a word' })
      const { body } = await ann.api.get('/api/v1/notifications/requests')
      return body[0].id
    },
  },
  '/api/v2/notifications/:': {
    make: async () => {
      await ben.api.post(`/api/v1/accounts/${ann.id}/follow`)
      const { body } = await ann.api.get('/api/v1/notifications?types[]=follow')
      return `ungrouped-${body[0]?.id}`
    },
  },
  '/api/v1/conversations/:': {
    make: async () => {
      await made('/api/v1/statuses', { status: '@narrow for you', visibility: 'direct' })
      return (await ann.api.get('/api/v1/conversations')).body[0].id
    },
  },
  '/api/v1/lists/:': { make: () => made('/api/v1/lists', { title: 'comrades' }), body: listed },
  '/api/v1/timelines/list/:': { make: () => made('/api/v1/lists', { title: 'kin' }) },
  '/api/v1/filters/:': {
    make: () => made('/api/v1/filters', { phrase: 'goal', context: ['home'] }),
    body: { put: { phrase: 'goal', context: ['home'] } },
  },
  '/api/v2/filters/keywords/:': {
    make: async () => {
      const id = await made('/api/v2/filters', filter)
      return made(`/api/v2/filters/${id}/keywords`, { keyword: 'match' })
    },
    body: { put: { keyword: 'mine' } },
  },
  '/api/v2/filters/statuses/:': {
    make: async () => {
      const [id, status] = [await made('/api/v2/filters', filter), await made('/api/v1/statuses', { status: 'goal' })]
      return made(`/api/v2/filters/${id}/statuses`, { status_id: status })
    },
  },
  '/api/v2/filters/:': {
    make: () => made('/api/v2/filters', filter),
    body: { put: { title: 'mine' }, post: { keyword: 'mine', status_id: '1' } },
  },
  '/api/community/v1/imports/:': {
    make: async () => {
      const form = new FormData()
      form.set('type', 'blocking')
      form.set('data', new Blob(['ben'], { type: 'text/csv' }), 'blocking.csv')
      const { id } = (await ann.browser.post('/api/community/v1/imports', form)).body
      await server.advance('PT1S')
      return id
    },
  },
  '/api/community/v1/notices/:': {
    make: async () => {
      await server.ctx.transact(() =>
        server.ctx.emit('noticeGiven', { accountId: ann.accountId, kind: 'join_wave', ref: 0 }),
      )
      return (await ann.api.get('/api/community/v1/notices')).body[0].id
    },
  },
  '/api/community/v1/arrivals/:': {
    make: async () => {
      const id = server.ctx.newId()
      server.ctx.db
        .prepare(
          `INSERT INTO arrivals (id, account_id, host, acct, remote_id, parts, created_at)
           VALUES (?, ?, 'old.example', 'ann@old.example', '1', '[]', 0)`,
        )
        .run(id, ann.accountId)
      return String(id)
    },
  },
  '/api/community/v1/muted_threads/:': {
    make: async () => {
      const id = await made('/api/v1/statuses', { status: 'a long talk' })
      await ann.api.post(`/api/v1/statuses/${id}/mute`)
      return id
    },
  },
}

/** Doors whose address names somebody, or something that everybody may look at or that no id makes one's own. */
const shared = [
  '/@',
  '/api/v1/accounts/:',
  '/api/v1/timelines/tag/:',
  '/api/v1/follow_requests/:',
  '/api/community/v1/onboarding/invites/:',
  '/api/v1/suggestions/:',
  '/api/v1/announcements/:',
  '/api/community/v1/collections/:',
  '/api/community/v1/papers/:',
  '/api/v1/tags/:',
  '/api/community/v1/exports/:what.csv',
  '/api/community/v1/rules/',
  '/rules/',
  '/api/community/v1/warnings/topics/:',
  '/api/community/v1/peers/:',
  '/elsewhere/back/:',
  '/api/v1/instance/terms_of_service/:',
  '/emojis/:',
  '/api/community/v1/people/:id/posts',
]

/** Doors that tests of their own walk: each with all kinds of people. */
const elsewhere = [
  '/ap/users/:',
  '/api/community/v1/mediations',
  '/api/community/v1/guest/case/pictures/:',
  '/api/community/v1/truces',
  '/api/community/v1/thread_locks',
  '/api/community/v1/second-step/passkeys',
]

describe('every door whose address names something', () => {
  const naming = doors.filter(
    ({ path, options }) => path.includes(':') && options.may === undefined && options.held === undefined,
  )
  const known = [...Object.keys(things), ...shared, ...elsewhere]

  test('stands in one of the lists above, so that a new one cannot be forgotten', () => {
    const unknown = naming.filter(({ path }) => !known.some((start) => path.startsWith(start)))
    expect(unknown.map(named)).toEqual([])
  })

  const owned = naming.flatMap((route) => {
    const thing = Object.entries(things).find(([start]) => route.path.startsWith(start))?.[1]
    return thing ? [[named(route), route, thing] as const] : []
  })
  test.each(owned)('does not know of what is somebody else’s: %s', async (_, route, { make, body }) => {
    const id = await make()
    const given = body?.[route.method] ?? {}
    expect((await knock(ben.browser, route, id, given)).status).toBe(404)
    // an id that never was looks the same
    expect((await knock(ben.browser, route, '1', given)).status).toBe(404)
  })
})
