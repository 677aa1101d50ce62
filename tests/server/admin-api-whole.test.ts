import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../../server/routes.ts'
import { mastoOf } from '../support/masto.ts'
import { startRecordingPeer } from '../support/recording-peer.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let mia: Person
beforeAll(async () => {
  server = await startServer()
  mia = await server.signUp('mia', { roles: ['moderator'], scopes: 'read write admin:read admin:write' })
})
afterAll(() => server.stop())

const acts = (path: string, ...verbs: string[]) => verbs.map((verb) => `post ${path}/:id/${verb}`)
const blocks = (name: string, ...more: string[]) => [
  `get ${name}`,
  `post ${name}`,
  `get ${name}/:id`,
  `delete ${name}/:id`,
  ...more.map((verb) => `${verb} ${name}/:id`),
]

/** Every operation of Mastodon's API for staff. */
const operations = [
  ...['get accounts', 'get accounts/:id', 'delete accounts/:id'],
  ...acts('accounts', 'action', 'approve', 'reject', 'enable', 'unsilence', 'unsuspend', 'unsensitive'),
  ...['get reports', 'get reports/:id', 'put reports/:id'],
  ...acts('reports', 'assign_to_self', 'unassign', 'resolve', 'reopen'),
  ...blocks('domain_blocks', 'put'),
  ...blocks('domain_allows'),
  ...blocks('email_domain_blocks'),
  ...blocks('ip_blocks', 'put'),
  ...blocks('canonical_email_blocks'),
  'post canonical_email_blocks/test',
  ...['post measures', 'post dimensions', 'post retention'],
  ...['tags', 'statuses', 'links', 'links/publishers'].flatMap((kind) => [
    `get trends/${kind}`,
    ...acts(`trends/${kind}`, 'approve', 'reject'),
  ]),
  ...['get tags', 'get tags/:id', 'put tags/:id'],
].map((one) => one.replace(' ', ' /api/v1/admin/'))

describe('Mastodon’s admin API, as the programs of the staff speak it', () => {
  test.each([...operations, 'get /api/v2/admin/accounts'])('%s', (operation) => {
    const found = routes.find(({ method, path }) => `${method} ${path}` === operation)
    // behind it stands a role, whatever a program may
    expect(found?.options).toMatchObject({ access: 'member', held: expect.any(String) })
  })

  test('counts what comes from one server, and names people of it only to those who may see people', async () => {
    const peer = await startRecordingPeer()
    const far = peer.person(server.ctx, 'far')
    const { db } = server.ctx
    const run = (sql: string, ...values: unknown[]) => db.prepare(sql).run(...values)
    run(
      'INSERT INTO follows (id, account_id, target_id, created_at) VALUES (?, ?, ?, 1)',
      ...[server.ctx.newId(), mia.accountId, far.id],
    )
    const here = { domain: peer.host }
    const keys = [
      'instance_accounts',
      'instance_statuses',
      'instance_media_attachments',
      'instance_follows',
      'instance_followers',
      'instance_reports',
    ] as const
    const of = Object.fromEntries(keys.map((key) => [key, here]))
    const today = new Date(server.ctx.now()).toISOString()
    const read = await mastoOf(server, mia).v1.admin.measures.create({
      keys: [...keys],
      startAt: today,
      endAt: today,
      instanceAccounts: here,
      instanceFollows: here,
    })
    expect(read.map(({ key, total }) => [key, total])).toEqual(keys.map((key) => [key, expect.any(String)]))
    const totals = (await mia.api.post('/api/v1/admin/measures', { keys, ...of })).body
    const totalOf = (name: string) => totals.find(({ key }: { key: string }) => key === name)
    expect([totalOf('instance_accounts').total, totalOf('instance_follows').total]).toEqual(['1', '1'])
    expect(totalOf('instance_media_attachments')).toMatchObject({ unit: 'bytes', total: '0', human_value: '0.0 MB' })
    const parts = {
      keys: ['instance_accounts', 'instance_languages'],
      instance_accounts: here,
      instance_languages: here,
    }
    expect((await mia.api.post('/api/v1/admin/dimensions', parts)).body).toEqual([
      { key: 'instance_accounts', data: [{ key: 'far', human_key: '@far', value: '1' }] },
      { key: 'instance_languages', data: [] },
    ])
    const steward = await server.signUp('steward', { roles: ['steward'], scopes: 'admin:read' })
    const seen = (await steward.api.post('/api/v1/admin/dimensions', parts)).body
    expect(seen.map(({ key }: { key: string }) => key)).toEqual(['instance_languages'])
    await peer.stop()
  })
})
