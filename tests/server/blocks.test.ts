import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { networksOf, readNetwork } from '../../server/core/networks.ts'
import { createClient } from '../support/client.ts'
import { mastoOf } from '../support/masto.ts'
import { CHOSEN, later, newBrowser, secretFor, settle, signUpForm } from '../support/newcomer.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const SCOPES = 'read write admin:read admin:write'
const ip = '/api/v1/admin/ip_blocks'
const mail = '/api/v1/admin/email_domain_blocks'
const address = '/api/v1/admin/canonical_email_blocks'
const name = '/api/community/v1/admin/name_blocks'

let server: TestServer
let moderator: Person
beforeAll(async () => {
  server = await startServer({ REGISTRATIONS: 'open', TRUST_PROXY: '1' })
  moderator = await server.signUp('moderator_one', { roles: ['moderator'], scopes: SCOPES })
})
afterAll(() => server.stop())

const from = (forwarded: string) => createClient(server.url, { origin: server.url, 'x-forwarded-for': forwarded })
const sign = (username: string, changes = {}, browser = newBrowser(server)) =>
  browser.post('/auth/sign-up', signUpForm(username, changes))
/** Signs up and follows the link; gives whether somebody waits for a yes then. */
async function join(username: string, changes = {}, browser = newBrowser(server)): Promise<string> {
  const { status, text } = await sign(username, changes, browser)
  if (status !== 200) throw new Error(text)
  await settle(server)
  const to = String({ email: `${username}@mail.example`, ...changes }.email)
  const token = secretFor(server, to, '/confirm')
  return (await browser.post('/auth/confirm', { token })).body.step
}

describe('a network that is shut out', () => {
  test('has one spelling, and holds every address in it', () => {
    expect(readNetwork('192.0.2.77/24')?.network).toBe('192.0.2.0/24')
    expect(readNetwork('2001:DB8::1/32')?.network).toBe('2001:db8:0:0:0:0:0:0/32')
    expect(readNetwork('::ffff:192.0.2.1')?.network).toBe('192.0.2.1/32')
    for (const none of ['', 'here', '192.0.2.1/33', '192.0.2.1/24/1', '1.2.3'])
      expect(readNetwork(none)).toBeUndefined()
    expect(networksOf('::ffff:10.1.2.3')).toContain('10.1.0.0/16')
    expect(networksOf('2001:db8::5')).toContain('2001:db8:0:0:0:0:0:0/48')
  })

  test('lets nobody join, or only after a look, or nobody in at all', async () => {
    const admin = mastoOf(server, moderator).v1.admin.ipBlocks
    const block = await admin.create({ ip: '198.51.100.0/24', severity: 'sign_up_block', comment: 'raid' })
    expect(block).toMatchObject({ ip: '198.51.100.0/24', severity: 'sign_up_block', comment: 'raid', expiresAt: null })
    const refused = await sign('raider', {}, from('198.51.100.9'))
    expect([refused.status, refused.body.error_code]).toEqual([403, 'network_blocked'])
    expect((await from('198.51.100.9').get('/api/v2/instance')).status).toBe(200)

    await admin.$select(block.id).update({ severity: 'sign_up_requires_approval' })
    expect(await join('looked_at', {}, from('198.51.100.9'))).toBe('waiting')
    expect(await join('neighbour', {}, from('198.51.101.9'))).toBe('joined')

    await admin.$select(block.id).update({ severity: 'no_access' })
    const shut = from('198.51.100.77')
    expect((await shut.get('/api/v2/instance')).status).toBe(403)
    expect((await shut.post('/auth/session', { login: 'neighbour', password: CHOSEN })).status).toBe(403)
    expect((await from('198.51.101.9').get('/api/v2/instance')).status).toBe(200)
    await admin.$select(block.id).remove()
    expect((await shut.get('/api/v2/instance')).status).toBe(200)
  })

  test('is let in again at its time', async () => {
    await moderator.api.post(ip, { ip: '203.0.113.5', severity: 'no_access', expires_in: 3600 })
    const status = async () => (await from('203.0.113.5').get('/api/v2/instance')).status
    expect(await status()).toBe(403)
    await server.advance('PT61M')
    expect(await status()).toBe(200)
    await server.advance('PT1H')
    expect((await moderator.api.get(ip)).body).toEqual([])
  })

  test('is refused in the words of its field', async () => {
    const wrong = async (text: string) =>
      (await moderator.api.post(ip, { ip: text, severity: 'no_access' })).body.details.ip[0].error
    expect([await wrong(''), await wrong('everything'), await wrong('0.0.0.0/0')]).toEqual([
      ...['ERR_BLANK', 'ERR_INVALID', 'ERR_INVALID'],
    ])
    await moderator.api.post(ip, { ip: '192.0.2.0/24', severity: 'sign_up_block' })
    expect(await wrong('192.0.2.99/24')).toBe('ERR_TAKEN')
  })
})

describe('a mail domain that is shut out', () => {
  test('lets nobody join with an address in or below it, and counts who tried', async () => {
    const made = await mastoOf(server, moderator).v1.admin.emailDomainBlocks.create({ domain: 'Spam.example' })
    expect(made.domain).toBe('spam.example')
    for (const email of ['a@spam.example', 'a@deep.spam.example']) {
      const { status, body } = await sign('spammer', { email })
      expect([status, body.details.email[0].error]).toEqual([422, 'ERR_BLOCKED'])
    }
    expect((await sign('no_spammer', { email: 'a@notspam.example' })).status).toBe(200)
    const [listed] = (await moderator.api.get(mail)).body
    expect([listed.history.length, listed.history[0].uses]).toEqual([7, '2'])
    expect((await moderator.api.delete(`${mail}/${made.id}`)).status).toBe(200)
    expect((await sign('spammer', { email: 'a@spam.example' })).status).toBe(200)
  })

  test('can ask for a look instead', async () => {
    await moderator.api.post(mail, { domain: 'unsure.example', allow_with_approval: true })
    expect(await join('unsure_one', { email: 'b@unsure.example' })).toBe('waiting')
    // an address that is changed to one of these asks for it too
    const browser = newBrowser(server)
    await sign('unsure_two', {}, browser)
    expect((await browser.put('/auth/sign-up/address', { email: 'c@unsure.example' })).status).toBe(200)
    await settle(server)
    const token = secretFor(server, 'c@unsure.example', '/confirm')
    expect((await browser.post('/auth/confirm', { token })).body.step).toBe('waiting')
  })
})

describe('a mail address that is shut out', () => {
  test('is known however it is spelled, and kept as a digest that only we can hold against one', async () => {
    const made = await mastoOf(server, moderator).v1.admin.canonicalEmailBlocks.create({
      email: 'Back.Again@mail.example',
    })
    expect(made.canonicalEmailHash).toMatch(/^[0-9a-f]{64}$/)
    const { status, body } = await sign('returning', { email: 'b.ackagain+new@MAIL.example' })
    expect([status, body.details.email[0].error]).toEqual([422, 'ERR_BLOCKED'])
    const tested = await mastoOf(server, moderator).v1.admin.canonicalEmailBlocks.test({
      email: 'backagain@mail.example',
    })
    expect([tested].flat().map((one) => one.id)).toEqual([made.id])
    const stored = server.ctx.db.prepare('SELECT hex(hash) AS hash FROM canonical_email_blocks').get()
    expect(stored).not.toEqual({ hash: made.canonicalEmailHash.toUpperCase() })
    await moderator.api.delete(`${address}/${made.id}`)
    expect((await sign('returning', { email: 'backagain@mail.example' })).status).toBe(200)
  })

  test('is that of somebody who was removed, until the time is over', async () => {
    const gone = await server.signUp('gone_for_good', { email: 'Gone.One@mail.example' })
    const until = server.ctx.now() + 730 * 86_400_000
    server.ctx.transact(() => server.ctx.emit('accountPurged', { accountId: gone.accountId, until }))
    const { body } = await sign('back_again', { email: 'goneone@mail.example' })
    expect(body.details.email[0].error).toBe('ERR_BLOCKED')
  })

  test('can be given by its digest alone', async () => {
    const { status } = await moderator.api.post(address, { canonical_email_hash: 'a'.repeat(64) })
    expect(status).toBe(200)
    expect((await moderator.api.post(address, {})).status).toBe(422)
  })
})

describe('a name that is shut out', () => {
  test('cannot be taken, nor what looks like it, nor what holds it', async () => {
    const { body } = await moderator.browser.post(name, { username: 'gazette', comparison: 'contains' })
    for (const username of ['gazette', 'g_azette', 'the_gazette_one']) {
      expect((await sign(username)).body.details.username[0].error).toBe('ERR_RESERVED')
    }
    await moderator.browser.delete(`${name}/${body.id}`)
    expect((await sign('gazette')).status).toBe(200)
    await moderator.browser.post(name, { username: 'plaza', comparison: 'equals', allow_with_approval: true })
    expect(await join('plaza')).toBe('waiting')
    expect(await join('plaza_room')).toBe('joined')
  })
})

describe('MUST: an IP address is kept 72 hours at most, and hashed', () => {
  test('of who logs in', async () => {
    await join('logged', {}, from('203.0.113.77'))
    const rows = () => server.ctx.db.prepare('SELECT network FROM account_networks').all() as { network: string }[]
    expect(rows().length).toBeGreaterThan(0)
    for (const { network } of rows()) expect(network).toMatch(/^[0-9a-f]{16}$/)
    await later(server, 4)
    await server.advance('PT1H')
    expect(rows()).toEqual([])
  })
})

describe('a program that acts for staff', () => {
  test('needs the scope, and the member the role', async () => {
    const plain = await server.signUp('plain', { scopes: SCOPES })
    const narrow = await server.signUp('narrow', { roles: ['moderator'], scopes: 'read write admin:read:reports' })
    for (const path of [ip, mail, address]) {
      expect((await plain.api.get(path)).status).toBe(403)
      expect((await narrow.api.get(path)).status).toBe(403)
      expect((await moderator.api.get(path)).status).toBe(200)
    }
  })
})
