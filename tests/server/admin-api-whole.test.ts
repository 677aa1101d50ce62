import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { staffOperations } from '../support/admin-operations.ts'
import { doors, named } from '../support/doors.ts'
import { mastoOf, say } from '../support/masto.ts'
import type { World } from '../support/operations.ts'
import { startRecordingPeer } from '../support/recording-peer.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'
import { showInUse } from '../support/trending.ts'
import { clumsily, prepare, throughMasto } from '../support/walk.ts'

let server: TestServer
let mia: Person
let world: World
beforeAll(async () => {
  server = await startServer()
  const being = { scopes: 'read write admin:read admin:write' } as const
  mia = await server.signUp('mia', { ...being, roles: ['moderator'] })
  const boss = await server.signUp('boss', { ...being, roles: ['owner'] })
  const [ann, ben] = [await server.signUp('ann'), await server.signUp('ben')]
  let people = 0
  const fresh = () => {
    people += 1
    return server.signUp(`one${people}`)
  }
  world = { server, ann, ben, boss, fresh }
  showInUse(server, await say(ben, 'Much read #bread'))
})
afterAll(() => server.stop())

/** An answer that masto read, with the names that stand on the wire. */
const onTheWire = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(onTheWire)
  if (typeof value !== 'object' || value === null) return value
  const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [snake(key), onTheWire(held)]))
}

const byName = new Map(doors.map((route) => [named(route), route]))
const each = Object.entries(staffOperations).map(([name, operation]) => {
  const route = byName.get(name)
  if (!route) throw new Error(`nobody answers: ${name}`)
  return [name, route, { by: 'boss', ...operation }] as const
})

describe('Mastodon’s admin API, as the programs of the staff speak it', () => {
  test('is walked whole, and every door of it asks for a role behind the program', () => {
    const admin = doors.filter(({ path }) => /^\/api\/v[12]\/admin\//.test(path))
    expect(admin.map(named).filter((name) => !(name in staffOperations))).toEqual([])
    for (const [, route] of each) expect(route.options).toMatchObject({ access: 'member', held: expect.any(String) })
  })

  test.each(each)('is answered to masto in the documented shape: %s', async (_, route, operation) => {
    const ready = await prepare(world, route, operation)
    expect(ready.path, 'every part of the address is known').not.toContain('missing')
    const answer = throughMasto(world, route, ready)
    if (operation.refused) return expect(answer).rejects.toMatchObject({ statusCode: operation.refused })
    operation.shape.parse(onTheWire(await answer))
  })

  test.each(each)('and to a program that writes forms as text: %s', async (_, route, operation) => {
    const { status, body } = await clumsily(route, await prepare(world, route, operation))
    expect(status, JSON.stringify(body).slice(0, 300)).toBe(operation.refused ?? 200)
    operation.shape.parse(body)
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
