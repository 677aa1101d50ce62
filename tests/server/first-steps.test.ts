import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
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
