import type { Context } from './context.ts'
import { HOUR } from './core/clock.ts'
import type { Workers } from './core/queue/queue.ts'
import type { Jobs } from './events.ts'

/** Every kind of job and its worker. */
export const workers: Workers<Context, Jobs> = {
  rotateAddressKeys: { every: HOUR, run: (ctx) => ctx.addresses.rotate() },
}
