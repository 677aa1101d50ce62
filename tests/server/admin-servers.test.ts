import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decisionFor } from '../../server/policies/domains.ts'
import { mastoOf } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const SCOPES = 'read write admin:read admin:write'
const blocks = '/api/v1/admin/domain_blocks'
const allows = '/api/v1/admin/domain_allows'

let server: TestServer
let mia: Person
let alice: Person
beforeAll(async () => {
  server = await startServer()
  mia = await server.signUp('mia', { roles: ['moderator'], scopes: SCOPES })
  alice = await server.signUp('alice', { scopes: SCOPES })
})
afterAll(() => server.stop())

describe('a program of the staff’s, about servers', () => {
  test('decides, reads, changes and ends what is decided, as our own pages do', async () => {
    const admin = mastoOf(server, mia).v1.admin.domainBlocks
    const made = await admin.create({ domain: 'Loud.example', rejectMedia: true, publicComment: 'Too loud' })
    expect(made).toMatchObject({ domain: 'loud.example', severity: 'silence', rejectMedia: true, rejectReports: false })
    expect(made.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(decisionFor(server.ctx.db, 'sub.loud.example')).toMatchObject({ hidden: true, refusesMedia: true })
    const { body } = await mia.browser.get('/api/community/v1/admin/servers')
    expect(body).toMatchObject([{ domain: 'loud.example', hidden: true, public_reason: 'Too loud', decided_by: 'mia' }])

    const again = await mia.api.post(blocks, { domain: 'loud.example' })
    expect([again.status, again.body.details.domain[0].error]).toEqual([422, 'ERR_TAKEN'])
    const { body: stands } = await mia.api.get(`${blocks}/${made.id}`)
    expect([typeof again.body.error, again.body.existing_domain_block]).toEqual(['string', stands])
    // a name below it needs no word of its own, unless that says more
    const below = await mia.api.post(blocks, { domain: 'sub.loud.example', severity: 'noop' })
    expect([below.status, below.body.existing_domain_block]).toEqual([422, stands])
    const more = await mia.api.post(blocks, { domain: 'sub.loud.example', severity: 'noop', reject_reports: true })
    expect(more.status).toBe(200)
    await mia.api.delete(`${blocks}/${more.body.id}`)
    const changed = (await mia.api.put(`${blocks}/${made.id}`, { severity: 'noop', obfuscate: true })).body
    expect(changed).toMatchObject({ severity: 'noop', reject_media: true, obfuscate: true, public_comment: 'Too loud' })
    expect(await admin.$select(made.id).fetch()).toMatchObject({ severity: 'noop', privateComment: null })
    expect((await admin.list()).map(({ domain }) => domain)).toEqual(['loud.example'])
    await admin.$select(made.id).remove()
    expect((await mia.api.get(`${blocks}/${made.id}`)).status).toBe(404)
    expect(decisionFor(server.ctx.db, 'loud.example').hidden).toBe(false)
  })

  test('is refused in the field’s terms, for no name and for our own', async () => {
    expect((await mia.api.post(blocks, { domain: 'no name' })).body.details.domain[0].error).toBe('ERR_INVALID')
    expect((await mia.api.post(blocks, { domain: new URL(server.url).host })).status).toBe(422)
    expect((await mia.api.post(blocks, { domain: 'x.example', severity: 'harsh' })).status).toBe(422)
  })

  test('names servers, and names them no longer', async () => {
    const admin = mastoOf(server, mia).v1.admin.domainAllows
    const made = await admin.create({ domain: 'friends.example' })
    expect(made.domain).toBe('friends.example')
    expect((await mia.api.post(allows, { domain: 'Friends.example' })).body.id, 'once').toBe(made.id)
    expect(await admin.$select(made.id).fetch()).toEqual(made)
    expect((await admin.list()).map(({ domain }) => domain)).toEqual(['friends.example'])
    await admin.$select(made.id).remove()
    expect((await mia.api.get(`${allows}/${made.id}`)).status).toBe(404)
  })

  test('MUST: cuts nobody off alone where there is somebody who could agree', async () => {
    await server.signUp('mo', { roles: ['moderator'] })
    const { status, body } = await mia.api.post(blocks, { domain: 'bad.example', severity: 'suspend' })
    expect([status, body.error_code]).toEqual([409, 'needs_two'])
    expect(decisionFor(server.ctx.db, 'bad.example').cutOff).toBe(false)
  })

  test('is for those who may, with the scope for it', async () => {
    expect((await alice.api.get(blocks)).status).toBe(403)
    expect((await alice.api.post(allows, { domain: 'a.example' })).status).toBe(403)
    const narrow = await server.signUp('narrow', { roles: ['moderator'], scopes: 'read admin:read:domain_blocks' })
    expect((await narrow.api.get(blocks)).status).toBe(200)
    expect((await narrow.api.get(allows)).status).toBe(403)
    expect((await narrow.api.post(blocks, { domain: 'a.example' })).status).toBe(403)
  })
})
