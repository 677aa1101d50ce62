import { afterAll, beforeAll, expect, test } from 'vitest'
import { join } from '../support/newcomer.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ REGISTRATIONS: 'open' })
})
afterAll(() => server.stop())

test('the first steps are offered until they are taken or left, on every device', async () => {
  const ann = await server.signUp('ann')
  const offered = async () => (await ann.browser.get('/auth/session')).body.first_steps
  expect(await offered()).toBe(true)
  expect((await ann.browser.post('/api/community/v1/first-steps')).status).toBe(200)
  expect(await offered()).toBe(false)
  expect((await ann.browser.post('/api/community/v1/first-steps')).status).toBe(200)
  expect((await server.visitor.get('/auth/session')).body.first_steps).toBe(false)
})

test('whoever joins is not indexed, and is asked before anybody follows them, until they open up', async () => {
  const ann = await server.signUp('gate_ann')
  const newcomer = await join(server, 'newcomer')
  const { body: me } = await newcomer.get('/api/v1/accounts/verify_credentials')
  expect(me).toMatchObject({ locked: true, discoverable: false, source: { indexable: false } })
  const follow = () => ann.api.post(`/api/v1/accounts/${me.id}/follow`)
  expect((await follow()).body).toMatchObject({ following: false, requested: true })
  expect((await newcomer.get('/api/v1/follow_requests')).body).toMatchObject([{ id: ann.id }])
  await newcomer.patch('/api/v1/accounts/update_credentials', { locked: false })
  expect((await follow()).body).toMatchObject({ following: true, requested: false })
})
