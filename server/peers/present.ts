import type { Peer, PeerAbout, PeerDecision, PeerPage } from '../../shared/api/peers.ts'
import type { Context } from '../context.ts'
import { domainsAbove } from '../policies/domains.ts'
import { type DecisionRow, decisionsAbout } from './decisions/queries.ts'
import { deliveriesTo, followersThere, membersFollowing, type PeerRow } from './queries.ts'

const time = (at: number | null | undefined) => (at === null || at === undefined ? null : new Date(at).toISOString())

/** A decision as everybody may read it. */
const presentDecision = (row: DecisionRow): PeerDecision => ({
  domain: row.domain,
  hidden: row.hidden === 1,
  no_media: row.noMedia === 1,
  no_reports: row.noReports === 1,
  cut_off: row.cutOff === 1,
  reason: row.publicReason,
  ends_at: time(row.endsAt),
  decided_at: new Date(row.decidedAt).toISOString(),
})

/** The nearest decision about each of some servers: its own, or that about a name above it. */
export function decisionsOf(ctx: Context, domains: readonly string[]): Map<string, DecisionRow> {
  const names = [...new Set(domains.flatMap(domainsAbove))]
  const rows = new Map(decisionsAbout(ctx.db, { domains: JSON.stringify(names) }).map((row) => [row.domain, row]))
  return new Map(
    domains.flatMap((domain): [string, DecisionRow][] => {
      const [row] = domainsAbove(domain).flatMap((name) => rows.get(name) ?? [])
      return row ? [[domain, row]] : []
    }),
  )
}

/** What members are shown of servers and visitors are not, as whole numbers a server. */
function countsOf(ctx: Context, list: string) {
  return {
    following: new Map(membersFollowing(ctx.db, { domains: list }).map((row) => [row.domain, row.members])),
    followers: new Map(followersThere(ctx.db, { domains: list }).map((row) => [row.domain, row.people])),
    deliveries: new Map(deliveriesTo(ctx.db, { domains: list }).map((row) => [row.domain, row])),
  }
}

/** Servers as the list shows them; a fixed number of queries. */
export function presentPeers(ctx: Context, rows: readonly PeerRow[], forMember: boolean): Peer[] {
  const domains = rows.map(({ domain }) => domain)
  const decisions = decisionsOf(ctx, domains)
  const counts = forMember ? countsOf(ctx, JSON.stringify(domains)) : undefined
  return rows.map((row) => {
    const [decision, delivery] = [decisions.get(row.domain), counts?.deliveries.get(row.domain)]
    return {
      domain: row.domain,
      software: row.software,
      version: row.version,
      users: row.users,
      first_seen_at: new Date(row.firstSeenAt).toISOString(),
      last_heard_at: time(row.lastSeenAt),
      members_following: counts ? (counts.following.get(row.domain) ?? 0) : null,
      followers_there: counts ? (counts.followers.get(row.domain) ?? 0) : null,
      deliveries: counts ? { waiting: delivery?.waiting ?? 0, failing_since: time(delivery?.failingSince) } : null,
      decision: decision ? presentDecision(decision) : null,
    }
  })
}

/** A server's own page. */
export function presentPeerPage(ctx: Context, row: PeerRow, forMember: boolean): PeerPage[] {
  return presentPeers(ctx, [row], forMember).map((peer) => ({
    ...peer,
    // it was written down by ourselves
    about: row.api === null || row.about === null ? null : (JSON.parse(row.about) as PeerAbout),
    api: row.api,
    problem: row.problem,
    asked_at: time(row.fetchedAt),
  }))
}
