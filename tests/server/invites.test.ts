import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const path = '/api/community/v1/admin/invites'

let server: TestServer
let host: Person
beforeAll(async () => {
  server = await startServer()
  host = await server.signUp('host', { roles: ['moderator'] })
})
afterAll(() => server.stop())

const look = async (code: string) => (await server.visitor.get(`/api/community/v1/onboarding/invites/${code}`)).body

test('an invite is made, looked at by a newcomer, and withdrawn', async () => {
  const { body } = await host.browser.post(path, { max_uses: 3, expires_in: 86_400, comment: 'For the choir' })
  expect(body).toEqual({
    id: expect.stringMatching(/^\d{16}$/),
    code: expect.stringMatching(/^[a-hjkmnp-z2-9]{8}$/),
    url: `${server.url}/join?invite=${body.code}`,
    uses: 0,
    max_uses: 3,
    expires_at: new Date(Date.parse(body.expires_at)).toISOString(),
    comment: 'For the choir',
    created_by: 'host',
    withdrawn_at: null,
  })
  expect(await look(body.code)).toEqual({ valid: true, inviter: 'host' })
  expect(await look(body.code.toUpperCase())).toEqual({ valid: true, inviter: 'host' })
  const { body: withdrawn } = await host.browser.delete(`${path}/${body.id}`)
  expect(withdrawn.withdrawn_at).toMatch(/Z$/)
  expect(await look(body.code)).toEqual({ valid: false, inviter: null })
})

test('one without numbers has no end', async () => {
  const { body } = await host.browser.post(path, {})
  expect(body).toMatchObject({ max_uses: null, expires_at: null, comment: '' })
})

test('they are listed newest first', async () => {
  const { body: newest } = await host.browser.post(path, { comment: 'newest' })
  const { body } = await host.browser.get(path)
  expect(body[0]).toEqual(newest)
  const { body: older } = await host.browser.get(`${path}?max_id=${newest.id}`)
  expect(older.map((one: { id: string }) => one.id)).toEqual(body.slice(1).map((one: { id: string }) => one.id))
})

test('a code that never was is not valid', async () => {
  expect(await look('nosuchxx')).toEqual({ valid: false, inviter: null })
})

test('what makes no sense is refused', async () => {
  for (const form of [
    { max_uses: 0 },
    { max_uses: 5000 },
    { expires_in: 5 },
    { comment: 'x'.repeat(201) },
    { max_uses: 'many' },
  ]) {
    expect((await host.browser.post(path, form)).status).toBe(422)
  }
  expect((await host.browser.delete(`${path}/1`)).status).toBe(404)
})

test('members without a role make none', async () => {
  const member = await server.signUp('member')
  expect((await member.browser.post(path, {})).status).toBe(403)
  expect((await member.browser.get(path)).status).toBe(403)
  expect((await server.visitor.get(path)).status).toBe(401)
})
