import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sourceNamedIn } from '../../server/features/instance/source.ts'
import { cast, mastoOf, say } from '../support/masto.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ REGISTRATIONS: 'approval' })
})
afterAll(() => server.stop())

const host = () => new URL(server.url).host

describe('the second version', () => {
  test('says what this community is, with every part that typed clients read', async () => {
    const instance = await mastoOf(server).v2.instance.fetch()
    expect(instance).toMatchObject({
      domain: host(),
      title: 'Left Community',
      languages: ['en'],
      configuration: {
        urls: { streaming: `ws://${host()}` },
        statuses: { maxCharacters: 500, maxMediaAttachments: 4, charactersReservedPerUrl: 23 },
        accounts: { maxDisplayNameLength: 30, maxNoteLength: 500, maxPinnedStatuses: 0 },
        mediaAttachments: { supportedMimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'] },
        polls: { maxOptions: 8 },
        translation: { enabled: false },
        vapid: { publicKey: expect.stringMatching(/^[\w-]{87}$/) },
      },
      registrations: { enabled: true, approvalRequired: true, reasonRequired: true, message: null },
    })
    expect(instance.version).toMatch(/^\d+\.\d+\.\d+ \(compatible; Left Community \d/)
    expect(instance.description).not.toBe('')
    expect(instance.thumbnail.url).toMatch(/^http/)
    expect(instance.contact.email).toBeTypeOf('string')
  })

  test('leads to the source that the collective names, and to its about page before', async () => {
    const source = async () => (await server.visitor.get('/api/v2/instance')).body.source_url
    expect(await source()).toBe(`${server.url}/about`)
    const owner = await server.signUp('owner_of_source', { roles: ['owner'] })
    const path = '/api/community/v1/admin/settings'
    expect((await owner.browser.patch(path, { source_url: 'javascript:alert(1)' })).status).toBe(422)
    expect((await owner.browser.patch(path, { source_url: 'https://code.example/ours' })).status).toBe(200)
    expect(await source()).toBe('https://code.example/ours')
    expect((await owner.browser.patch(path, { source_url: '' })).status).toBe(200)
    expect(await source()).toBe(`${server.url}/about`)
  })

  test('takes the source from what the checkout names, and never an address that no browser opens', () => {
    const repository = { type: 'git', url: 'git+https://code.example/ours/front.git' }
    expect(sourceNamedIn({ repository, homepage: 'https://ours.example' })).toBe('https://code.example/ours/front')
    expect(sourceNamedIn({ repository: 'https://code.example/ours' })).toBe('https://code.example/ours')
    for (const closed of ['ours/front', 'git@code.example:ours.git', 'https://me:secret@code.example/ours']) {
      expect(sourceNamedIn({ repository: closed })).toBeUndefined()
      expect(sourceNamedIn({ repository: closed, homepage: 'https://ours.example' })).toBe('https://ours.example')
    }
    expect(sourceNamedIn({})).toBeUndefined()
  })

  test('names who can be asked: the owner until the collective chooses somebody, or nobody', async () => {
    const place = await startServer()
    const named = async () => (await place.visitor.get('/api/v2/instance')).body.contact.account?.acct
    expect(await named()).toBeUndefined()
    const owner = await place.signUp('olive', { roles: ['owner'] })
    await place.signUp('mo', { roles: ['moderator'] })
    const path = '/api/community/v1/admin/settings'
    const shown = async () => (await owner.browser.get(path)).body.contact_username
    expect([await named(), await shown()]).toEqual(['olive', 'olive'])
    await owner.browser.patch(path, { contact_username: 'mo' })
    expect([await named(), await shown()]).toEqual(['mo', 'mo'])
    await owner.browser.patch(path, { contact_username: '' })
    expect([await named(), await shown()]).toEqual([undefined, null])
    await place.stop()
  })

  test('promises grouped notifications, the last of Mastodon’s numbered sets that is whole, and names what is ours', async () => {
    const { api_versions, community, configuration } = (await server.visitor.get('/api/v2/instance')).body
    expect(api_versions).toEqual({ mastodon: 2, left_community: 1 })
    expect(community).toMatchObject({ local_only_posts: true, rules_version: 1 })
    for (const address of [community.api, community.warning_topics]) expect((await fetch(address)).status).toBe(200)
    expect(configuration.timelines_access.live_feeds).toEqual({ local: 'public', remote: 'authenticated' })
  })

  test('has the ground rules with their sub-rules', async () => {
    const { rules } = (await server.visitor.get('/api/v2/instance')).body
    const about = (await server.visitor.get('/api/community/v1/about')).body
    expect(rules.map(({ id, text }: { id: string; text: string }) => [id, text])).toEqual(
      about.ground_rules.map(({ id, text }: { id: string; text: string }) => [id, text]),
    )
    const parent = about.ground_rules.find(({ children }: { children: unknown[] }) => children.length > 0)
    const shown = rules.find(({ id }: { id: string }) => id === parent.id)
    for (const child of parent.children) expect(shown.hint).toContain(child.text)
  })

  test('counts who was here in the last four weeks', async () => {
    const active = async () => (await server.visitor.get('/api/v2/instance')).body.usage.users.active_month
    const before = await active()
    const [alice] = await cast(server, 'alice')
    await alice.api.get('/api/v1/preferences')
    expect(await active()).toBe(before + 1)
    const monthAgo = server.ctx.now() - 29 * 86_400_000
    for (const table of ['sessions', 'tokens']) server.ctx.db.prepare(`UPDATE ${table} SET used_at = ?`).run(monthAgo)
    expect(await active()).toBe(0)
  })
})

describe('the first version', () => {
  test('has the same in its older form, and says that it is outdated', async () => {
    const [author] = await cast(server, 'author')
    const waiting = await server.signUp('waiting', { waiting: true })
    const before = (await server.visitor.get('/api/v1/instance')).body.stats
    await say(author, 'Hello')
    const reply = await server.visitor.get('/api/v1/instance')
    expect(reply.headers.get('deprecation')).toMatch(/^@\d+$/)
    expect(reply.body.stats).toEqual({ ...before, status_count: before.status_count + 1 })
    expect(waiting.id).not.toBe('')
    const instance = await mastoOf(server).v1.instance.fetch()
    expect(instance).toMatchObject({
      uri: host(),
      urls: { streamingApi: `ws://${host()}` },
      registrations: true,
      approvalRequired: true,
      invitesEnabled: false,
      configuration: { statuses: { maxCharacters: 500 } },
    })
    expect(instance.shortDescription).toBe((await server.visitor.get('/api/v2/instance')).body.description)
  })
})

test('its texts are had one by one: what it says of itself, its papers once they are published, and no translations', async () => {
  const { v1, v2 } = mastoOf(server)
  const text = async (name: string) => (await server.visitor.get(`/api/v1/instance/${name}`)).body
  const boss = await server.signUp('writes_papers', { roles: ['owner'] })
  const { updatedAt, content } = await v1.instance.extendedDescription.fetch()
  expect([Number.isNaN(Date.parse(updatedAt ?? '')), content.startsWith('<p>')]).toEqual([false, true])
  expect((await server.visitor.get('/api/v1/instance/translation_languages')).body).toEqual({})
  const paper = async (slug: string, title: string) => {
    const path = '/api/community/v1/admin/papers'
    expect((await boss.browser.put(`${path}/${slug}`, { title, draft: `${title} it is.`, public: true })).status).toBe(
      200,
    )
    const before = (await server.visitor.get(`/api/v1/instance/${title}`)).status
    expect((await boss.browser.post(`${path}/${slug}/publish`, { months: 6 })).status).toBe(200)
    return before
  }
  expect(await paper('privacy', 'privacy_policy')).toBe(404)
  expect((await text('privacy_policy')).content).toBe('<p>privacy_policy it is.</p>')
  expect(await paper('terms', 'terms_of_service')).toBe(404)
  const terms = await text('terms_of_service')
  expect(terms).toMatchObject({ effective: true, content: '<p>terms_of_service it is.</p>' })
  expect((await server.visitor.get(`/api/v1/instance/terms_of_service/${terms.effective_date}`)).status).toBe(200)
  expect((await server.visitor.get('/api/v1/instance/terms_of_service/2020-01-01')).status).toBe(404)
  const { urls } = (await v2.instance.fetch()).configuration
  expect(urls).toMatchObject({
    privacyPolicy: `${server.url}/papers#privacy`,
    termsOfService: `${server.url}/papers#terms`,
  })
  expect((await server.visitor.get('/health')).body).toEqual({ status: 'ok' })
})

test.each(['closed', 'invite', 'open'])('who may join is said as it is: %s', async (mode) => {
  const other = await startServer({ REGISTRATIONS: mode })
  const { registrations } = (await other.visitor.get('/api/v2/instance')).body
  await other.stop()
  expect(registrations).toMatchObject({ enabled: mode === 'open', approval_required: false })
})

test('the list of custom emoji is there', async () => {
  expect((await server.visitor.get('/api/v1/custom_emojis')).body).toEqual([])
})

test.each(['/api/v1/timelines/direct'])('%s, which is not served, is answered 404 in JSON', async (path) => {
  const reply = await server.visitor.get(path)
  expect([reply.status, reply.headers.get('content-type')]).toEqual([404, 'application/json; charset=utf-8'])
  expect(reply.body.error).toBeTypeOf('string')
})
