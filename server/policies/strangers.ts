import { z } from 'zod'
import type { Context } from '../context.ts'
import { HOUR, MINUTE, SECOND } from '../core/clock.ts'
import { type Counters, createCounters } from '../core/counters.ts'
import { Refusal } from '../core/errors.ts'
import { createMemo, type Memo } from '../core/memo.ts'
import { one } from '../db/sql.ts'
import { limits } from '../limits.ts'

const authorOf = one(
  z.object({ host: z.string(), followed: z.int() }),
  `SELECT host, EXISTS (SELECT 1 FROM follows JOIN accounts ON accounts.id = follows.account_id AND accounts.domain IS NULL
     WHERE follows.target_id = statuses.account_id) AS followed
   FROM statuses JOIN remote_actors ON remote_actors.account_id = statuses.account_id WHERE statuses.id = @statusId`,
)

const followedHere = one(
  z.object({ followed: z.int() }),
  `SELECT EXISTS (SELECT 1 FROM follows JOIN accounts ON accounts.id = follows.account_id AND accounts.domain IS NULL
     WHERE follows.target_id = @accountId) AS followed`,
)

/** By whose post we would ask other servers, and whether an address may be asked for its sake, which counts. */
export type Asker = { isStranger: boolean; may(address: string): boolean }

/** What is counted, and from which network a server brought something last. */
type Counted = { counters: Counters; networks: Memo<string, string> }

const counted = new WeakMap<Context, Counted>()

function countedOf(ctx: Context): Counted {
  const known = counted.get(ctx) ?? { counters: createCounters(ctx.now, 10_000), networks: createMemo(5000) }
  counted.set(ctx, known)
  return known
}

/** A server, and the pseudonym of the network from which it speaks. */
type Bringer = { accountId: number; host: string; network: string }

type Bound = { name: string; most: number; within: number }

const posts: Bound = { name: 'post', most: limits.federatedFromStrangers, within: MINUTE }
/** An edit names people as a post does, and is counted as one. */
const bounded: ReadonlyMap<string, Bound> = new Map([
  ['Create', posts],
  ['Update', posts],
  ['Flag', { name: 'report', most: limits.federatedReports, within: HOUR }],
])

/**
 * Counts one more post, edit or report of somebody elsewhere by the network that brings it, whatever servers it names, unless
 * somebody here follows them. Throws 429: whoever is no flood sends it again.
 */
export function countDeedOf(ctx: Context, type: string, { accountId, host, network }: Bringer): void {
  const bound = bounded.get(type)
  if (!bound || followedHere(ctx.db, { accountId })?.followed === 1) return
  const { counters, networks } = countedOf(ctx)
  networks.keep(host, network)
  if (counters.add(`${bound.name} ${network}`, bound.within).count <= bound.most) return
  throw new Refusal(429, 'Too much at once of people whom nobody here follows. Please send it later.', {
    headers: { 'Retry-After': String(bound.within / SECOND) },
  })
}

/**
 * Lets a post of somebody elsewhere whom nobody here follows have us ask other servers only so often: by the server of
 * its author, by the network that server speaks from, by the one that is asked, and by all such posts together. Who
 * sends them does not choose whom we wear out, nor whether others are heard.
 */
export function askerOf(ctx: Context, statusId: number): Asker {
  const author = authorOf(ctx.db, { statusId })
  if (!author || author.followed === 1) return { isStranger: false, may: () => true }
  const most = limits.federatedForStrangers
  const { counters, networks } = countedOf(ctx)
  const network = networks.get(author.host)
  const fits = (key: string, bound: number) => counters.add(key, MINUTE).count <= bound
  const may = (address: string) =>
    fits(`by ${author.host}`, most.author) &&
    (network === undefined || fits(`from ${network}`, most.network)) &&
    fits(`of ${URL.parse(address)?.hostname}`, most.asked) &&
    fits('all', most.all)
  return { isStranger: true, may: (address) => !ctx.config.rateLimits || may(address) }
}
