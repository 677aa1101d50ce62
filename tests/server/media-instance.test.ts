import { afterAll, beforeAll, expect, test } from 'vitest'
import { mastoOf } from '../support/masto.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

test('clients read from the instance what they may add', async () => {
  const masto = mastoOf(server)
  const [now, old] = [await masto.v2.instance.fetch(), await masto.v1.instance.fetch()]
  for (const { configuration } of [now, old]) {
    expect(configuration.statuses.maxMediaAttachments).toBe(4)
    expect(configuration.mediaAttachments).toMatchObject({
      supportedMimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'],
      descriptionLimit: 1500,
      imageSizeLimit: 16 * 1024 * 1024,
      imageMatrixLimit: 33_177_600,
    })
  }
})
