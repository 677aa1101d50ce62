import { z } from 'zod'
import type { Context } from '../context.ts'
import { MINUTE } from '../core/clock.ts'
import { type Counters, createCounters } from '../core/counters.ts'
import { one } from '../db/sql.ts'
import { limits } from '../limits.ts'

const authorOf = one(
  z.object({ host: z.string(), followed: z.int() }),
  `SELECT host, EXISTS (SELECT 1 FROM follows JOIN accounts ON accounts.id = follows.account_id AND accounts.domain IS NULL
     WHERE follows.target_id = statuses.account_id) AS followed
   FROM statuses JOIN remote_actors ON remote_actors.account_id = statuses.account_id WHERE statuses.id = @statusId`,
)

/** By whose post we would ask other servers, and whether an address may be asked for its sake, which counts. */
export type Asker = { isStranger: boolean; may(address: string): boolean }

const counted = new WeakMap<Context, Counters>()

function countersOf(ctx: Context): Counters {
  const known = counted.get(ctx) ?? createCounters(ctx.now, 10_000)
  counted.set(ctx, known)
  return known
}

/**
 * Lets a post of somebody elsewhere whom nobody here follows have us ask other servers only so often: by the server of
 * its author, by the one that is asked, and by all such posts together. Who sends them does not choose whom we wear out.
 */
export function askerOf(ctx: Context, statusId: number): Asker {
  const author = authorOf(ctx.db, { statusId })
  if (!author || author.followed === 1) return { isStranger: false, may: () => true }
  const most = limits.federatedForStrangers
  const fits = (key: string, bound: number) => countersOf(ctx).add(key, MINUTE).count <= bound
  const may = (address: string) =>
    fits(`by ${author.host}`, most.author) &&
    fits(`of ${URL.parse(address)?.hostname}`, most.asked) &&
    fits('all', most.all)
  return { isStranger: true, may: (address) => !ctx.config.rateLimits || may(address) }
}
