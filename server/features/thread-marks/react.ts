import type { Context } from '../../context.ts'
import { dayOf } from '../../core/clock.ts'
import type { Events } from '../../events.ts'
import { markThreads, unmarkThreads } from './queries.ts'

/** Lets conversations say that what was argued about is resolved, without who settled it or how. */
export const markResolved = (ctx: Context, { statusIds }: Events['threadsResolved']) =>
  void markThreads(ctx.db, { ids: JSON.stringify(statusIds), now: dayOf(ctx.now()) })

/** Takes that off again. */
export const unmarkResolved = (ctx: Context, { statusIds }: Events['threadsReopened']) =>
  void unmarkThreads(ctx.db, { ids: JSON.stringify(statusIds) })
