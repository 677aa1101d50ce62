import { z } from 'zod'
import { parseDuration } from '../../core/clock.ts'
import { notFound } from '../../core/errors.ts'
import { keepAdvance } from '../../core/trial-clock.ts'
import { post } from '../../http/route.ts'

const form = z.object({
  advance: z.string().transform((text, context) => {
    const read = parseDuration(text)
    if (read === undefined) context.addIssue({ code: 'custom', message: 'has to be an ISO 8601 duration such as P7D' })
    return read ?? 0
  }),
})

/** Moves the clock and runs every job that falls due on the way; there only with TEST_CLOCK=1 on a loopback address. */
export const trialRoutes = [
  post('/api/test/clock', { access: 'public', form }, async (ctx, { form: { advance } }) => {
    if (!ctx.config.testClock) throw notFound('There is nothing at this address.')
    // months of hourly work, each step synced to the disk, would take a trial minutes; a power cut may cost it
    ctx.db.pragma('synchronous = OFF')
    try {
      await ctx.queue.runUntil(ctx.now() + advance, (time) => ctx.clock.moveTo(time))
    } finally {
      ctx.db.pragma('synchronous = FULL')
      keepAdvance(ctx.config, ctx.clock.ahead())
    }
    return { now: new Date(ctx.now()).toISOString() }
  }),
]
