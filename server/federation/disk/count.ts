import type { Context } from '../../context.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import { countSome, nextHost, putCount } from './queries.ts'

/** Where counting is: at whom of which server, and what was counted of it. */
type Place = Jobs['countHosts']

/** The place before all servers. */
const begin: Place = { host: '', after: Number.MAX_SAFE_INTEGER, people: 0, posts: 0 }

/** The next server, or undefined after the last. */
function follow(ctx: Context, { host }: Pick<Place, 'host'>): Place | undefined {
  const next = nextHost(ctx.db, { after: host })?.host
  return next == null ? undefined : { host: next, after: 0, people: 0, posts: 0 }
}

/** Counts so many people that nobody waits for it; gives where to go on, or undefined where all are counted. */
function countOn(ctx: Context, from: Place = begin): Place | undefined {
  let place = from === begin ? follow(ctx, from) : from
  for (let left = limits.diskCounted; place && left > 0; ) {
    const { host, after } = place
    const found = countSome(ctx.db, { host, after, most: left })
    const [people, posts] = [place.people + (found?.people ?? 0), place.posts + (found?.posts ?? 0)]
    const isWhole = (found?.people ?? 0) < left
    // a server with few people is work too
    left -= Math.max(found?.people ?? 0, 10)
    if (isWhole) putCount(ctx.db, { host, people, posts })
    place = isWhole ? follow(ctx, place) : { host, after: found?.last ?? after, people, posts }
  }
  return place
}

/** Counts what each server uses, some of it at a time. */
export const countHosts: Worker<Context, Place> = {
  run(ctx, place) {
    const next = countOn(ctx, place)
    if (next) ctx.queue.add('countHosts', next)
  },
}

/** Begins to count. */
export function countDisk(ctx: Context): void {
  const next = countOn(ctx)
  if (next) ctx.queue.add('countHosts', next)
}
