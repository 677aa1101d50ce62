import { z } from 'zod'
import type { Db } from '../db/open.ts'
import { many, one, write } from '../db/sql.ts'

const peerColumns = `peers.domain, peers.first_seen_at AS firstSeenAt, peers.last_seen_at AS lastSeenAt,
  peer_facts.software, peer_facts.version, peer_facts.users, peer_facts.api, peer_facts.problem, peer_facts.about,
  peer_facts.fetched_at AS fetchedAt` as const
const peer = z.object({
  domain: z.string(),
  firstSeenAt: z.int(),
  lastSeenAt: z.int().nullable(),
  software: z.string().nullable(),
  version: z.string().nullable(),
  users: z.int().nullable(),
  api: z.enum(['v2', 'v1', 'nodeinfo']).nullable(),
  problem: z.enum(['unreachable', 'incompatible', 'refused']).nullable(),
  about: z.string().nullable(),
  fetchedAt: z.int().nullable(),
})
/** A server as stored, with what it last said about itself. */
export type PeerRow = z.infer<typeof peer>

/** Servers by name, after one of them; only those whose name begins so. */
export const peersAfter = many(
  peer,
  `SELECT ${peerColumns} FROM peers LEFT JOIN peer_facts ON peer_facts.domain = peers.domain
   WHERE peers.domain > @after AND peers.domain >= @start AND peers.domain < @end
   ORDER BY peers.domain LIMIT @most`,
)

/** One server. */
export const peerByDomain = one(
  peer,
  `SELECT ${peerColumns} FROM peers LEFT JOIN peer_facts ON peer_facts.domain = peers.domain
   WHERE peers.domain = @domain`,
)

/** The names of servers, a stretch of all. */
const domainsAfter = many(
  z.object({ domain: z.string() }),
  `SELECT domain FROM peers WHERE domain > @after ORDER BY domain LIMIT @most`,
)

const STRETCH = 1000

/** Every server's name, read by stretches. */
export function* allDomains(db: Db): Generator<string> {
  let after = ''
  for (;;) {
    const found = domainsAfter(db, { after, most: STRETCH })
    for (const { domain } of found) yield domain
    const last = found.at(-1)?.domain
    if (last === undefined || found.length < STRETCH) return
    after = last
  }
}

/** Keeps what a server said about itself; where it said nothing now, what it said before stays. */
export const putFacts = write(
  `INSERT INTO peer_facts (domain, software, version, users, api, problem, about, fetched_at)
   SELECT domain, @software, @version, @users, @api, @problem, @about, @now FROM peers WHERE domain = @domain
   ON CONFLICT (domain) DO UPDATE SET problem = excluded.problem, fetched_at = excluded.fetched_at,
     software = coalesce(excluded.software, software), version = coalesce(excluded.version, version),
     users = coalesce(excluded.users, users), api = coalesce(excluded.api, api),
     about = CASE WHEN excluded.api IS NULL THEN about ELSE excluded.about END`,
)

const anActor = one(
  z.object({ host: z.string() }),
  `SELECT remote_actors.host FROM accounts JOIN remote_actors ON remote_actors.account_id = accounts.id
   WHERE accounts.domain = @domain LIMIT 1`,
)

/** Where a server answers, which may be another host than the one in its people's handles. */
export const apiHostOf = (db: Db, domain: string): string => anActor(db, { domain })?.host ?? domain

/** How many members follow people of each of `domains` (a JSON list). */
export const membersFollowing = many(
  z.object({ domain: z.string(), members: z.int() }),
  `SELECT json_each.value AS domain, count(DISTINCT follows.account_id) AS members
   FROM json_each(@domains) JOIN accounts ON accounts.domain = json_each.value
   JOIN follows ON follows.target_id = accounts.id GROUP BY json_each.value`,
)

/** How many people of each of `domains` follow members. */
export const followersThere = many(
  z.object({ domain: z.string(), people: z.int() }),
  `SELECT json_each.value AS domain, count(DISTINCT follows.account_id) AS people
   FROM json_each(@domains) JOIN accounts ON accounts.domain = json_each.value
   JOIN follows ON follows.account_id = accounts.id GROUP BY json_each.value`,
)

/**
 * What waits to be delivered to each of `domains` (a JSON list), and since when that fails: counted by where a server
 * answers, which may be another host than the one in its people's handles.
 */
export const deliveriesTo = many(
  z.object({ domain: z.string(), waiting: z.int(), failingSince: z.int().nullable() }),
  `SELECT domain, (SELECT count(*) FROM deliveries WHERE deliveries.host = named.host) AS waiting,
     (SELECT failing_since FROM peer_health WHERE peer_health.host = named.host) AS failingSince
   FROM (SELECT json_each.value AS domain, coalesce(
       (SELECT remote_actors.host FROM accounts JOIN remote_actors ON remote_actors.account_id = accounts.id
        WHERE accounts.domain = json_each.value LIMIT 1), json_each.value) AS host
     FROM json_each(@domains)) AS named`,
)

/** Servers that were never asked what they are, or longest ago. */
export const neverAsked = many(
  z.object({ domain: z.string() }),
  `SELECT peers.domain FROM peers WHERE peers.domain > @after AND peers.made_up = 0
     AND NOT EXISTS (SELECT 1 FROM peer_facts WHERE peer_facts.domain = peers.domain AND peer_facts.fetched_at > @since)
   ORDER BY peers.domain LIMIT @most`,
)
