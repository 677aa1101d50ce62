import { expect, test } from 'vitest'
import { newBrowser, signUpForm } from '../support/newcomer.ts'
import { startResolver } from '../support/resolver.ts'
import { startServer, type TestServer } from '../support/server.ts'

const blocks = '/api/v1/admin/email_domain_blocks'

async function joinWith(server: TestServer, name: string, email: string) {
  const { status, body } = await newBrowser(server).post('/auth/sign-up', signUpForm(name, { email }))
  return status === 200 ? 'taken' : body.details.email[0].error
}

test('a provider that is shut out is shut out under every name that its hosts take in mail for', async () => {
  const resolver = await startResolver({
    'cover.example': ['MX1.spam-host.example', 'mx2.elsewhere.example'],
    'honest.example': ['mx.honest.example'],
  })
  const server = await startServer({ REGISTRATIONS: 'open', MAIL_RESOLVER: resolver.address })
  const mia = await server.signUp('mia', { roles: ['moderator'] })
  expect(await joinWith(server, 'early', 'early@cover.example')).toBe('taken')
  const { body: block } = await mia.browser.post(blocks, { domain: 'spam-host.example' })
  expect(await joinWith(server, 'late', 'late@cover.example')).toBe('ERR_BLOCKED')
  expect(await joinWith(server, 'fine', 'fine@honest.example')).toBe('taken')
  // whom the resolver does not know can join too: mail tells what is wrong with the address
  expect(await joinWith(server, 'unheard', 'unheard@nowhere.example')).toBe('taken')
  expect((await mia.browser.get(`${blocks}/${block.id}`)).body.history[0].uses).toBe('1')
  const change = { email: 'mia@cover.example', password: 'a lantern in the reading room' }
  const refused = await mia.browser.post('/auth/address', change)
  expect([refused.status, refused.body.details?.email[0].error]).toEqual([422, 'ERR_BLOCKED'])
  resolver.stop()
  // a resolver that is down keeps nobody out
  expect(await joinWith(server, 'silence', 'silence@cover.example')).toBe('taken')
  await server.stop()
})

test('before a provider is shut out, moderators see how many members it has, and what else its hosts take in', async () => {
  const resolver = await startResolver({
    'wide.example': ['mx.wide-host.example'],
    'other.example': ['mx.wide-host.example'],
    'apart.example': ['mx.apart.example'],
  })
  const server = await startServer({ REGISTRATIONS: 'open', MAIL_RESOLVER: resolver.address })
  const mia = await server.signUp('mia', { roles: ['moderator'] })
  const ann = await server.signUp('ann')
  for (const [n, domain] of ['wide.example', 'mail.wide.example', 'other.example', 'apart.example'].entries()) {
    const { accountId } = await server.signUp(`member${n}`)
    const email = server.ctx.vault.seal(`member${n}@${domain}`)
    server.ctx.db.prepare('UPDATE members SET email = ? WHERE account_id = ?').run(email, accountId)
  }
  const look = (person: typeof mia, domain: string) =>
    person.browser.get(`/api/community/v1/admin/email_domain_blocks/look?domain=${domain}`)
  expect((await look(ann, 'wide.example')).status).toBe(403)
  expect((await look(mia, 'nothing')).body.details).toBeDefined()
  const { body } = await look(mia, '@Wide.example')
  const host = { host: 'mx.wide-host.example', members: 1, blocked: false }
  expect(body).toEqual({ domain: 'wide.example', members: 2, asked: true, hosts: [host], blocked: false })
  expect(JSON.stringify(body)).not.toContain('@')
  const both = { domain: 'wide.example', other_domains: ['mx.wide-host.example'] }
  expect((await mia.browser.post(blocks, both)).status).toBe(200)
  expect(await joinWith(server, 'behind', 'behind@other.example')).toBe('ERR_BLOCKED')
  expect((await look(mia, 'other.example')).body).toMatchObject({ members: 1, hosts: [{ blocked: true }] })
  resolver.stop()
  await server.stop()
})

test('nobody is asked about the mail of newcomers unless the operator says so', async () => {
  const resolver = await startResolver({ 'cover.example': ['mx.spam-host.example'] })
  const server = await startServer({ REGISTRATIONS: 'open' })
  expect(server.ctx.config.mailResolver).toBeUndefined()
  expect(await joinWith(server, 'quiet', 'quiet@cover.example')).toBe('taken')
  const mia = await server.signUp('mia', { roles: ['moderator'] })
  const look = await mia.browser.get('/api/community/v1/admin/email_domain_blocks/look?domain=cover.example')
  expect(look.body).toMatchObject({ members: 0, asked: false, hosts: [] })
  expect(resolver.asked).toEqual([])
  resolver.stop()
  await server.stop()
  await expect(startServer({ MAIL_RESOLVER: 'dns.example' })).rejects.toThrow('MAIL_RESOLVER cannot be used')
})
