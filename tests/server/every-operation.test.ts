import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Route } from '../../server/http/route.ts'
import { doors, named } from '../support/doors.ts'
import { follow, mastoOf } from '../support/masto.ts'
import { type Operation, operations, plainly, type World } from '../support/operations.ts'
import { startServer } from '../support/server.ts'
import { showPage } from '../support/trending.ts'

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

type Ready = { who: World['ann']; path: string; form: object | undefined }

async function prepare({ path }: Route, { by = 'ann', ids, form }: Operation): Promise<Ready> {
  const values = (await ids?.(world)) ?? []
  const filled = path.replace(/:\w+/g, () => encodeURIComponent(values.shift() ?? 'missing'))
  return { who: world[by], path: filled, form: typeof form === 'function' ? await form(world) : form }
}

const actions = { get: 'fetch', post: 'create', put: 'update', patch: 'update', delete: 'remove' } as const
type Action = (typeof actions)[keyof typeof actions]
/** As masto makes every request of its own: an address part by part, and what is done there. */
type Node = { $select(part: string): Node } & Record<Action, (form?: object) => Promise<unknown>>

/** Asks by masto's own means: its encoding, its token, and its reading of the answer. */
async function throughMasto({ method }: Route, { who, path, form }: Ready): Promise<unknown> {
  // masto has a name for each address that it knows; this takes them as they are
  const root: object = mastoOf(world.server, who)
  const node = path
    .split('/')
    .slice(2)
    .reduce((at, part) => at.$select(part), root as Node)
  return node[actions[method]](form && 'file' in form ? { ...form, skipPolling: true } : form)
}

/** A form as Rails writes it, all in text: `poll[options][]=a`. */
function railsPairs(form: object, within = ''): [string, string | Blob][] {
  return Object.entries(form).flatMap(([key, value]): [string, string | Blob][] => {
    const name = within === '' ? key : Array.isArray(form) ? `${within}[]` : `${within}[${key}]`
    return typeof value === 'object' && !(value instanceof Blob) ? railsPairs(value, name) : [[name, value]]
  })
}

/** Asks as clumsy programs do: everything as text in a form, with a field that nobody knows. */
async function clumsily({ method }: Route, { who, path, form = {} }: Ready) {
  const body = new FormData()
  for (const [name, value] of railsPairs({ ...form, nonsense: '1' }))
    body.append(name, value instanceof Blob ? value : String(value))
  if (method !== 'get')
    return who.api[method](path, 'file' in form ? body : new URLSearchParams([...body] as [string, string][]))
  return who.api.get(`${path}?${new URLSearchParams([...body] as [string, string][])}`)
}

describe('every operation that Mastodon documents and we serve', () => {
  const each = known.map((route) => [named(route), route, operations[named(route)] ?? plainly] as const)

  test('is one that is still there', () => {
    const names = new Set(known.map(named))
    expect(Object.keys(operations).filter((name) => !names.has(name))).toEqual([])
  })

  // masto knows PATCH for one address alone, and asks PUT of the others
  const spoken = each.filter(([name]) => !name.startsWith('patch') || name.endsWith('update_credentials'))
  test.each(spoken)('is answered to masto: %s', async (name, route, operation) => {
    const ready = await prepare(route, operation)
    expect(name, 'every part of the address is known').not.toContain('missing')
    expect(await throughMasto(route, ready)).toBeDefined()
  })

  test.each(each)('is answered to a program that writes forms as text: %s', async (_, route, operation) => {
    const { status, text } = await clumsily(route, await prepare(route, operation))
    expect([status, text.slice(0, 200)]).toEqual([200, expect.any(String)])
  })
})
