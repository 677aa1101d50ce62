import type { PeerPage } from '../../shared/api/peers.ts'
import type { Context } from '../context.ts'
import { notFound } from '../core/errors.ts'
import { type Answer, answer } from '../http/answer.ts'
import { limits } from '../limits.ts'
import { domainKey, openly } from '../policies/domains.ts'
import { memberId, type Viewer } from '../policies/viewer.ts'
import { readFacts } from './facts.ts'
import { presentPeerPage, presentPeers } from './present.ts'
import { allDomains, neverAsked, type PeerRow, peerByDomain, peersAfter } from './queries.ts'

/** Past every name: no domain begins with it. */
const LAST = '\u{10ffff}'

type Wish = { after: string; q: string; limit: number }

/** The next servers; names that the public is not to read are passed over for it, in the cursor too. */
function nextPeers(ctx: Context, { after, q, limit }: Wish, forMember: boolean): PeerRow[] {
  const start = q.toLowerCase()
  const found: PeerRow[] = []
  for (let from = after; ; ) {
    const rows = peersAfter(ctx.db, { after: from, start, end: `${start}${LAST}`, most: limit })
    found.push(...(forMember ? rows : openly(ctx.db, rows, ({ domain }) => domain)))
    const last = rows.at(-1)
    if (!last || rows.length < limit || found.length >= limit) return found.slice(0, limit)
    from = last.domain
  }
}

/**
 * The servers that this community is connected with, by name; the Link header leads to the next. Those whose names the
 * public is not to read are there for members alone.
 */
export function listPeers(ctx: Context, viewer: Viewer | undefined, wish: Wish): Answer {
  const { q, limit } = wish
  const forMember = memberId(viewer) !== undefined
  const rows = nextPeers(ctx, wish, forMember)
  // what they run stands there when somebody looks again
  if (forMember && rows.some((row) => row.fetchedAt === null)) ctx.queue.add('askNewPeers', {}, { once: 'askNewPeers' })
  const url = new URL('/api/community/v1/peers', ctx.config.publicUrl)
  url.search = new URLSearchParams({
    after: rows.at(-1)?.domain ?? '',
    limit: String(limit),
    ...(q && { q }),
  }).toString()
  const headers: Record<string, string> = rows.length < limit ? {} : { Link: `<${url.href}>; rel="next"` }
  return answer(presentPeers(ctx, rows, forMember), { headers })
}

/** Every name that the public may read, as Mastodon's API has it. */
export const listDomains = (ctx: Context): readonly string[] =>
  openly(ctx.db, [...allDomains(ctx.db)], (domain) => domain)

/** One server that is in the list. Throws 404. */
export function findPeer(ctx: Context, domain: string): PeerRow {
  const found = peerByDomain(ctx.db, { domain: domainKey(domain) })
  if (!found) throw notFound('This community is not connected with a server of this name.')
  return found
}

/** A server's page; asked anew where what it said is old and a member looks. Throws 404. */
export async function readPeer(ctx: Context, viewer: Viewer | undefined, domain: string): Promise<PeerPage> {
  const forMember = memberId(viewer) !== undefined
  const known = findPeer(ctx, domain)
  const old = (known.fetchedAt ?? 0) < ctx.now() - limits.peerFactsFresh
  if (old && forMember) await readFacts(ctx, known.domain)
  const [page] = presentPeerPage(ctx, findPeer(ctx, domain), forMember)
  if (!page) throw notFound()
  return page
}

/** Asks some of the servers what they are that were not asked for long, one after the other. */
export async function askPeers(ctx: Context): Promise<void> {
  const since = ctx.now() - limits.peerFactsLast
  for (const { domain } of neverAsked(ctx.db, { after: '', since, most: limits.peersAsked })) {
    await readFacts(ctx, domain)
  }
}
