import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

test('the collective can call the line above a post a content note, and it is called so wherever it stands', async () => {
  const owner = await server.signUp('ona', { roles: ['owner'] })
  await owner.api.patch('/api/v1/accounts/update_credentials', { discoverable: true })
  const settings = '/api/community/v1/admin/settings'
  const form = { status: 'We ate beans.', spoiler_text: 'food' }
  const { body: post } = await owner.api.post('/api/v1/statuses', form)
  const pages = [`/@ona/${post.id}`, '/@ona', '/about', '/@ona.atom']
  const read = async (path: string) => (await fetch(`${server.url}${path}`)).text()
  for (const path of pages) expect([path, (await read(path)).includes('Content note')]).toEqual([path, false])
  expect((await owner.browser.patch(settings, { warning_label: 'ask first' })).status).toBe(422)
  expect((await owner.browser.patch(settings, { warning_label: 'content_note' })).body.warning_label).toBe(
    'content_note',
  )
  for (const path of pages) {
    const text = await read(path)
    expect([path, text.includes('Content note'), />CW<|CW:/.test(text)]).toEqual([path, true, false])
  }
  expect((await server.visitor.get('/auth/session')).body.community.warning_label).toBe('content_note')
  const kept = (await owner.api.post('/api/community/v1/evidence', { status_ids: [post.id] })).body
  expect(kept.items[0].spoiler_text).toBe('food')
})
