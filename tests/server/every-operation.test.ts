import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doors, named } from '../support/doors.ts'
import { follow, mastoOf } from '../support/masto.ts'
import { operations, plainly, type World } from '../support/operations.ts'
import { startServer } from '../support/server.ts'
import { showPage } from '../support/trending.ts'
import { clumsily, prepare, throughMasto } from '../support/walk.ts'

let world: World
beforeAll(async () => {
  const server = await startServer()
  const [ann, ben] = [await server.signUp('ann'), await server.signUp('ben')]
  const boss = await server.signUp('boss', { roles: ['owner'] })
  let people = 0
  const fresh = () => {
    people += 1
    return server.signUp(`one${people}`)
  }
  world = { server, ann, ben, boss, fresh }
  await follow(ann, ben)
  await ann.api.patch('/api/v2/notifications/policy', { for_not_following: 'filter', for_private_mentions: 'accept' })
  await boss.api.patch('/api/v1/accounts/update_credentials', { locked: true })
  for (const slug of ['privacy', 'terms']) {
    const path = `/api/community/v1/admin/papers/${slug}`
    await boss.browser.put(path, { title: slug, draft: 'We keep little.', public: true })
    await boss.browser.post(`${path}/publish`, { months: 6 })
  }
  const { db } = server.ctx
  // the fixture's tokens are nobody's program
  const app = await server.visitor.post('/api/v1/apps', {
    client_name: 'It',
    redirect_uris: 'urn:ietf:wg:oauth:2.0:oob',
  })
  db.prepare('UPDATE tokens SET app_id = ? WHERE account_id = ?').run(app.body.id, ann.accountId)
  showPage(server)
})
afterAll(() => world.server.stop())

/** What other programs know by Mastodon's documentation; what the staff does has a walk of its own. */
const known = doors.filter(({ path }) => /^\/api\/v[12]\//.test(path) && !path.includes('/admin/'))

describe('every operation that Mastodon documents and we serve', () => {
  const each = known.map((route) => [named(route), route, operations[named(route)] ?? plainly] as const)

  test('is one that is still there', () => {
    const names = new Set(known.map(named))
    expect(Object.keys(operations).filter((name) => !names.has(name))).toEqual([])
  })

  // masto knows PATCH for one address alone, and asks PUT of the others: what is changed by PATCH is so by PUT, too
  test.each(each)('is answered to masto: %s', async (_, route, operation) => {
    const ready = await prepare(world, route, operation)
    expect(ready.path, 'every part of the address is known').not.toContain('missing')
    expect(await throughMasto(world, route, ready)).toBeDefined()
  })

  test.each(each)('is answered to a program that writes forms as text: %s', async (_, route, operation) => {
    const { status, text } = await clumsily(route, await prepare(world, route, operation))
    expect([status, text.slice(0, 200)]).toEqual([200, expect.any(String)])
  })

  test('does by masto’s PUT what is documented as PATCH', async () => {
    const masto = mastoOf(world.server, world.ann)
    await masto.v2.notifications.policy.update({ forNewAccounts: 'drop' })
    expect((await world.ann.api.get('/api/v2/notifications/policy')).body.for_new_accounts).toBe('drop')
    await world.ann.api.patch('/api/v2/notifications/policy', { for_new_accounts: 'accept' })
    expect((await masto.v2.notifications.policy.fetch()).forNewAccounts).toBe('accept')
    await masto.v1.profile.update({ displayName: 'Ann by PUT' })
    expect((await world.ann.api.get('/api/v1/profile')).body.display_name).toBe('Ann by PUT')
    await world.ann.api.patch('/api/v1/profile', { display_name: 'Ann by PATCH' })
    expect((await masto.v1.profile.fetch()).displayName).toBe('Ann by PATCH')
  })
})
