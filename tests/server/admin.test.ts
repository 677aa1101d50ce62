import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAdmin, spawnAdmin } from '../support/admin.ts'
import { createClient } from '../support/client.ts'
import { CHOSEN, newBrowser, signUpForm } from '../support/newcomer.ts'
import { startServer, type TestServer } from '../support/server.ts'

let home: string
let server: TestServer
let settings: Record<string, string>
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'left-community-admin-'))
  server = await startServer({}, home)
  settings = { DATA_DIR: join(home, 'data'), PUBLIC_URL: server.url }
})
afterAll(async () => {
  await server.stop()
  rmSync(home, { recursive: true, force: true })
})

const admin = (...args: string[]) => runAdmin(settings, ...args)
const logIn = (login: string, password: string) => newBrowser(server).post('/auth/session', { login, password })

describe('beside the running server', () => {
  test('an account is made, confirmed and with the rules accepted', async () => {
    const { code, stdout } = await admin(
      'accounts',
      'create',
      'alder',
      '--email',
      'alder@mail.example',
      '--password',
      CHOSEN,
      '--created',
      'P30D',
    )
    expect([code, stdout]).toEqual([0, 'The account alder is there.\n'])
    const { body } = await logIn('alder@mail.example', CHOSEN)
    expect(body).toMatchObject({ state: 'member', accepted_rules: true })
    const age = server.ctx.now() - Date.parse(body.account.created_at)
    expect(age).toBeGreaterThan(29 * 86_400_000)
    expect(age).toBeLessThan(32 * 86_400_000)
  })

  test('an account without a password gets one that is printed once; without the rules if so wished', async () => {
    const { stdout } = await admin('accounts', 'create', 'birch', '--unaccepted')
    const password = /password: (\S+)\n$/.exec(stdout)?.[1] ?? ''
    expect((await logIn('birch', password)).body).toMatchObject({ state: 'member', accepted_rules: false })
  })

  test('roles are given and taken; the community keeps an owner', async () => {
    await admin('accounts', 'modify', 'alder', '--add-role', 'owner', '--add-role', 'mediator')
    expect((await logIn('alder', CHOSEN)).body.roles).toEqual(['owner', 'mediator'])
    await admin('accounts', 'modify', 'alder', '--remove-role', 'mediator')
    expect((await logIn('alder', CHOSEN)).body.roles).toEqual(['owner'])
    const last = await admin('accounts', 'modify', 'alder', '--remove-role', 'owner')
    expect([last.code, last.stderr]).toEqual([
      1,
      'The community would have no owner. Give the role to somebody else first.\n',
    ])
  })

  test('a token is the last line, and speaks for an account that is made with it', async () => {
    const said = await admin(
      'tokens',
      'create',
      '--username',
      'cedar',
      '--scopes',
      'read write:statuses',
      '--role',
      'moderator',
      '--email',
      'cedar@mail.example',
      '--password',
      CHOSEN,
    )
    const token = said.stdout.trimEnd().split('\n').at(-1) ?? ''
    const api = createClient(server.url, { authorization: `Bearer ${token}` })
    expect((await api.get('/api/v1/accounts/verify_credentials')).body).toMatchObject({
      username: 'cedar',
      role: { id: 'moderator' },
    })
    expect((await api.get('/api/v1/apps/verify_credentials')).body.name).toBe('Command line')
    expect((await api.post('/api/v1/statuses', { status: 'hello' })).status).toBe(200)
    expect((await api.post('/api/v1/accounts/1/follow')).status).toBe(403)
    expect((await logIn('cedar', CHOSEN)).body.roles).toEqual(['moderator'])
    const second = await admin('tokens', 'create', '--username', 'cedar', '--scopes', 'read')
    expect(second.stdout).toMatch(/^[\w-]{43}\n$/)
  })

  test('a new password logs the person out everywhere', async () => {
    const browser = newBrowser(server)
    await browser.post('/auth/session', { login: 'cedar', password: CHOSEN })
    const token = (await admin('tokens', 'create', '--username', 'cedar', '--scopes', 'read')).stdout.trim()
    const { stdout } = await admin('accounts', 'reset-password', 'cedar')
    const password = /password: (\S+)\n$/.exec(stdout)?.[1] ?? ''
    expect((await browser.get('/auth/session')).body.state).toBe('visitor')
    expect(
      (await server.visitor.get('/api/v1/accounts/verify_credentials', { authorization: `Bearer ${token}` })).status,
    ).toBe(401)
    expect((await logIn('cedar', CHOSEN)).status).toBe(401)
    expect((await logIn('cedar', password)).status).toBe(200)
  })

  test('a reset gives a taken account its own mail address back, and no other’s', async () => {
    const reset = (...more: string[]) => admin('accounts', 'reset-password', 'elm', ...more)
    await admin('accounts', 'create', 'elm', '--email', 'thief@mail.example')
    expect((await reset()).stdout).toContain('Links for a new password go to thief@mail.example.')
    expect((await reset('--email', 'alder@mail.example')).code).toBe(1)
    expect((await reset('--email', 'elm@mail.example', '--password', CHOSEN)).stdout).toContain('elm@mail.example')
    expect((await logIn('thief@mail.example', CHOSEN)).status).toBe(401)
    expect((await logIn('elm@mail.example', CHOSEN)).status).toBe(200)
  })

  test('a closed account is logged out everywhere and cannot log in until it is opened again', async () => {
    await admin('accounts', 'create', 'dogwood', '--password', CHOSEN)
    const browser = newBrowser(server)
    await browser.post('/auth/session', { login: 'dogwood', password: CHOSEN })
    await admin('accounts', 'modify', 'dogwood', '--disable')
    expect((await browser.get('/auth/session')).body.state).toBe('visitor')
    expect((await logIn('dogwood', CHOSEN)).body.error_code).toBe('disabled')
    await admin('accounts', 'modify', 'dogwood', '--enable')
    expect((await logIn('dogwood', CHOSEN)).status).toBe(200)
    expect((await browser.get('/auth/session')).body.state).toBe('visitor')
  })

  test('a newcomer is confirmed, then let in', async () => {
    const browser = newBrowser(server)
    await browser.post('/auth/sign-up', signUpForm('elder'))
    expect((await admin('accounts', 'create', 'elder')).stderr).toBe('The name elder is taken.\n')
    expect((await admin('accounts', 'confirm', 'elder')).stdout).toBe('elder is confirmed and waits for approval.\n')
    expect((await browser.get('/auth/sign-up')).body.step).toBe('waiting')
    expect((await admin('accounts', 'approve', 'elder')).stdout).toBe('elder is let in.\n')
    expect((await browser.get('/auth/sign-up')).body.step).toBe('joined')
    expect((await admin('accounts', 'approve', 'elder')).code).toBe(1)
  })

  test('the mails are listed with their links, here those that became files', async () => {
    await newBrowser(server).post('/auth/sign-up', signUpForm('fir'))
    await server.advance('PT1S')
    const { stdout } = await admin('mail', 'list', '--to', 'fir@mail.example', '--json')
    expect(JSON.parse(stdout)).toEqual([
      {
        to: 'fir@mail.example',
        subject: 'Confirm your address for Left Community',
        text: expect.stringContaining('Hello fir,'),
        links: [expect.stringMatching(new RegExp(`^${server.url}/confirm#[\\w-]{43}$`))],
        state: 'file',
        answer: null,
        created_at: expect.stringMatching(/Z$/),
      },
    ])
    const all = JSON.parse((await admin('mail', 'list', '--json')).stdout)
    expect(all[0].to).toBe('fir@mail.example')
    expect(all.length).toBeGreaterThan(1)
  })

  test('invites are made, listed and withdrawn', async () => {
    const { stdout } = await admin(
      'invites',
      'create',
      '--by',
      'alder',
      '--max-uses',
      '2',
      '--expires',
      'P7D',
      '--comment',
      'choir',
    )
    const code = new URL(stdout.trim()).searchParams.get('invite') ?? ''
    expect((await server.visitor.get(`/api/community/v1/onboarding/invites/${code}`)).body).toEqual({
      valid: true,
      inviter: 'alder',
    })
    expect((await admin('invites', 'list')).stdout).toContain(`${code}  0/2`)
    expect((await admin('invites', 'withdraw', code)).code).toBe(0)
    expect((await server.visitor.get(`/api/community/v1/onboarding/invites/${code}`)).body.valid).toBe(false)
  })

  test('the community is set up as in the wizard', async () => {
    const set = await admin(
      ...[
        'community',
        'set',
        '--name',
        'Our house',
        '--statement',
        'For all.',
        '--purpose',
        'To live in.',
        '--registrations',
        'invite',
      ],
      ...[
        '--hosting',
        'In our cellar.',
        '--publish-hosting',
        '--contact-email',
        'us@mail.example',
        '--contact-username',
        'alder',
      ],
      ...['--smtp-url', 'smtp://127.0.0.1:1', '--mail-from', 'us@mail.example'],
    )
    expect([set.code, set.stdout]).toEqual([0, 'The settings are changed.\n'])
    expect((await server.visitor.get('/api/community/v1/about')).body).toMatchObject({
      name: 'Our house',
      statement: 'For all.',
      purpose: 'To live in.',
      hosting: { text: 'In our cellar.' },
      contact: { email: 'us@mail.example', account: { acct: 'alder' } },
      registrations: { mode: 'invite' },
    })
    expect(JSON.parse((await admin('community', 'show')).stdout).mail).toMatchObject({
      kind: 'smtp',
      host: '127.0.0.1:1',
    })
    expect((await admin('mail', 'test', '--to', 'a@mail.example')).stderr).toBe(
      'Not accepted: The mail server did not answer.\n',
    )
    expect((await admin('community', 'set', '--no-mail', '--withhold-hosting')).code).toBe(0)
    expect((await server.visitor.get('/api/community/v1/about')).body.hosting).toBe(null)
    expect((await admin('community', 'setup-link')).code).toBe(1)
  })

  test('accounts are listed', async () => {
    const { stdout } = await admin('accounts', 'list', '--json')
    const found = JSON.parse(stdout).find((one: { username: string }) => one.username === 'alder')
    expect(found).toEqual({ id: expect.any(String), username: 'alder', state: 'active', roles: ['owner'] })
  })

  test.each([
    [['accounts', 'create', 'alder'], 'The name alder is taken.'],
    [['accounts', 'create', 'two words'], 'A name has the letters a to z, digits and _ only.'],
    [['accounts', 'create'], 'NAME is missing.'],
    [
      ['accounts', 'create', 'gorse', '--email', 'alder@mail.example'],
      'An account with this address is there already.',
    ],
    [['accounts', 'create', 'gorse', '--created', 'yesterday'], '--created takes a duration such as P30D.'],
    [['accounts', 'modify', 'nobody', '--add-role', 'owner'], 'There is no account nobody.'],
    [
      ['accounts', 'modify', 'alder', '--add-role', 'king'],
      '"king" is no role. Roles: owner, admin, moderator, mediator, coordinator, steward.',
    ],
    [['accounts', 'confirm', 'nobody'], 'Nobody called nobody waits for a confirmation.'],
    [['tokens', 'create', '--scopes', 'read'], '--username is missing.'],
    [['community', 'set', '--contact-username', 'nobody'], 'Nobody here has this name.'],
    [['fly', 'away'], 'There is no command "fly away". "npm run admin -- help" lists them.'],
  ])('%j is refused in one line', async (args, line) => {
    expect(await admin(...args)).toEqual({ code: 1, stdout: '', stderr: `${line}\n` })
  })

  test('what is needed and unknown is said', async () => {
    const unknown = await admin('accounts', 'list', '--colour')
    expect([unknown.code, unknown.stderr.split('\n').length]).toEqual([1, 2])
    const bad = await runAdmin({ ...settings, PORT: 'many' }, 'accounts', 'list')
    expect(bad).toEqual({
      code: 1,
      stdout: '',
      stderr: 'PORT cannot be used as it is. Set it to a number from 0 to 65535.\n',
    })
    const help = await admin()
    expect([help.code, help.stdout]).toEqual([0, expect.stringContaining('tokens create --username NAME')])
  })
})

test('made-up members fill an empty folder, and no other', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'left-community-seed-'))
  const own = { ...settings, DATA_DIR: join(empty, 'data') }
  const { code } = await runAdmin(own, 'seed', '--users', '3', '--statuses', '5', '--peers', '2', '--password', CHOSEN)
  expect(code).toBe(0)
  const again = await runAdmin(own, 'seed', '--users', '3', '--statuses', '5', '--peers', '2')
  expect([again.code, again.stderr.split('\n').length]).toEqual([1, 2])
  expect((await admin('seed', '--users', '1', '--statuses', '1', '--peers', '1')).code).toBe(1)
  const filled = await startServer({}, empty)
  expect((await filled.visitor.get('/api/community/v1/about')).body.stats).toEqual({ users: 3, statuses: 5, peers: 2 })
  expect((await newBrowser(filled).post('/auth/session', { login: 'seed001', password: CHOSEN })).status).toBe(200)
  await filled.stop()
  rmSync(empty, { recursive: true, force: true })
})

test('as a process: what it says on stdout, why not on stderr, and the exit code', async () => {
  const made = await spawnAdmin(settings, 'tokens', 'create', '--username', 'hazel', '--scopes', 'read')
  expect(made).toEqual({ code: 0, stdout: expect.stringMatching(/^[\w-]{43}\n$/), stderr: '' })
  const refused = await spawnAdmin(settings, 'accounts', 'create', 'hazel')
  expect(refused).toEqual({ code: 1, stdout: '', stderr: 'The name hazel is taken.\n' })
})
