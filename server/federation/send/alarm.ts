import type { Context } from '../../context.ts'
import { SECOND } from '../../core/clock.ts'

/** How finely tries are spread: each is a row among the jobs. */
const STEP = 5 * SECOND

/** Has the sender look for work then (ms since 1970), once, however often that is asked for. */
export function ringAt(ctx: Context, at: number): void {
  const step = Math.ceil(at / STEP)
  const later = { at: step * STEP, once: `deliver:${step}` }
  ctx.queue.add('deliver', {}, at <= ctx.now() ? { once: 'deliver' } : later)
}
