import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { createApp } from './app.ts'
import type { Context } from './context.ts'
import { closeLost } from './features/mediation/gone.ts'
import { hubOf } from './features/streaming/hub.ts'
import { senderOf, startSending } from './federation/send/sender.ts'
import { throughDoors } from './http/upgrade.ts'
import { limits } from './limits.ts'
import { closeContext } from './open.ts'

/** A server that serves; `stop` finishes what is in flight, returns leases and closes the database. */
export type Running = { ctx: Context; port: number; stop(): Promise<void> }

const listen = (server: Server, port: number, host: string) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })

/** Listens at the configured address and begins to run jobs. Throws what `listen` throws, such as EADDRINUSE. */
export async function serve(ctx: Context): Promise<Running> {
  const app = createApp(ctx)
  const server = createServer(app)
  server.on('upgrade', throughDoors(app))
  server.requestTimeout = 60_000
  server.headersTimeout = 20_000
  server.keepAliveTimeout = 15_000
  await listen(server, ctx.config.port, ctx.config.host)
  closeLost(ctx)
  startSending(ctx)
  ctx.queue.start()
  return {
    ctx,
    // a TCP server has an address object, never a pipe's name
    port: (server.address() as AddressInfo).port,
    async stop() {
      hubOf(ctx).close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      // what hangs (a mail server, a slow reader) is left: its job keeps its row and runs at the next start
      await Promise.race([
        Promise.all([closed, senderOf(ctx).stop(), ctx.queue.stop()]),
        setTimeout(limits.drain, undefined, { ref: false }),
      ])
      server.closeAllConnections()
      closeContext(ctx)
    },
  }
}
