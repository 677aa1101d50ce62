import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server of somebody else: what it was asked, and where it is. */
export type OtherServer = { asked: IncomingMessage[]; host: string; url: string; stop(): void }

/** Starts one on a free port of an address of this machine. */
export async function startOther(answer: RequestListener, address = '127.0.0.1'): Promise<OtherServer> {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, address, resolve))
  // it listens on an address
  const { port } = server.address() as AddressInfo
  return {
    asked,
    host: `${address}:${port}`,
    url: `http://${address}:${port}`,
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Answers with JSON. */
export function json(
  response: ServerResponse,
  body: unknown,
  headers: Record<string, string> = {},
  status = 200,
): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers })
  response.end(JSON.stringify(body))
}
