import type { PeerPage } from '../../shared/api/peers.ts'
import type { Context } from '../context.ts'
import { notFound } from '../core/errors.ts'
import { type Answer, answer } from '../http/answer.ts'
import { limits } from '../limits.ts'
import { domainKey } from '../policies/domains.ts'
import { memberId, type Viewer } from '../policies/viewer.ts'
import { readFacts } from './facts.ts'
import { presentPeerPage, presentPeers } from './present.ts'
import { allDomains, neverAsked, type PeerRow, peerByDomain, peersAfter } from './queries.ts'

/** Past every name: no domain begins with it. */
const LAST = '\u{10ffff}'

type Wish = { after: string; q: string; limit: number }

/** The servers that this community is connected with, by name; the Link header leads to the next. */
export function listPeers(ctx: Context, viewer: Viewer | undefined, { after, q, limit }: Wish): Answer {
  const start = q.toLowerCase()
  const rows = peersAfter(ctx.db, { after, start, end: `${start}${LAST}`, most: limit })
  const url = new URL('/api/community/v1/peers', ctx.config.publicUrl)
  url.search = new URLSearchParams({
    after: rows.at(-1)?.domain ?? '',
    limit: String(limit),
    ...(q && { q }),
  }).toString()
  const headers: Record<string, string> = rows.length < limit ? {} : { Link: `<${url.href}>; rel="next"` }
  return answer(presentPeers(ctx, rows, memberId(viewer) !== undefined), { headers })
}

/** Every name, as Mastodon's API has it. */
export const listDomains = (ctx: Context): string[] => [...allDomains(ctx.db)]

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
