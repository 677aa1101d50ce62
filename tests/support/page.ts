import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Somebody else's site on 127.0.0.1: where it is, what it was asked, and its end. */
export type Site = { url: string; asked: IncomingMessage[]; close(): void }

/** Starts a site that answers as a test wants. */
export async function openSite(answer: RequestListener): Promise<Site> {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** A page with so many words about itself. */
export const pageOf = (head: string, body = '<p>Words</p>') =>
  `<!doctype html><html lang="de-AT"><head>${head}</head><body>${body}</body></html>`
