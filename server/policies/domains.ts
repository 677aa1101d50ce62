import { domainToASCII } from 'node:url'
import { z } from 'zod'
import { createMemo } from '../core/memo.ts'
import type { Db } from '../db/open.ts'
import { many, one } from '../db/sql.ts'

/** What holds for everything that comes from a server or goes to it. */
export type DomainDecision = {
  /** Its posts stand on no public timeline. */
  hidden: boolean
  /** Its pictures are not fetched. */
  refusesMedia: boolean
  /** Its reports are not taken. */
  refusesReports: boolean
  /** Nothing comes from it and nothing goes to it. */
  cutOff: boolean
}

/** All that was decided about any of `domains` (a JSON list), the strictest of each. */
const decisionAbout = one(
  z.object({
    hidden: z.int().nullable(),
    noMedia: z.int().nullable(),
    noReports: z.int().nullable(),
    cutOff: z.int().nullable(),
    closed: z.int(),
  }),
  `SELECT max(hidden) AS hidden, max(no_media) AS noMedia, max(no_reports) AS noReports, max(cut_off) AS cutOff,
     EXISTS (SELECT 1 FROM settings WHERE name = 'federation' AND value = '"allow_list"')
       AND NOT EXISTS (SELECT 1 FROM domain_allows WHERE domain IN (SELECT value FROM json_each(@domains))) AS closed
   FROM domain_decisions WHERE domain IN (SELECT value FROM json_each(@domains))`,
)

/** A server's name as decisions are kept under it: lower case, ASCII, no dot at its end; empty for what is no name. */
export function domainKey(text: string): string {
  const [, name = '', port = ''] = /^([^:/\s]+?)\.?(:\d{1,5})?$/.exec(text.trim()) ?? []
  const ascii = domainToASCII(name)
  return /^[\w.-]+$/.test(ascii) ? `${ascii}${port}` : ''
}

const above = createMemo<string, readonly string[]>(2000)

/** A host with all above it: `a.b.example:81` is decided about by itself, without its port, by `b.example`, `example`. */
export const domainsAbove = (host: string): readonly string[] => above.get(host) ?? above.keep(host, readAbove(host))

function readAbove(host: string): string[] {
  const key = domainKey(host)
  const labels = key.replace(/:\d+$/, '').split('.')
  return [...new Set([key, ...labels.map((_label, n) => labels.slice(n).join('.'))])]
}

/** What was decided about a server (a host, with or without its port), or about one whose name it stands below. */
export function decisionFor(db: Db, host: string): DomainDecision {
  const found = decisionAbout(db, { domains: JSON.stringify(domainsAbove(host)) })
  const cutOff = found?.cutOff === 1 || found?.closed === 1
  return {
    hidden: cutOff || found?.hidden === 1,
    refusesMedia: cutOff || found?.noMedia === 1,
    refusesReports: cutOff || found?.noReports === 1,
    cutOff,
  }
}

/**
 * A name with its middle letters left out: `bad.example` as `ba*.*****le`, as Mastodon does. The same wherever it is said,
 * since two ways would give away between them what each leaves out.
 */
export function obscure(domain: string): string {
  const from = Math.floor(domain.length / 4)
  const until = domain.length - from
  return [...domain].map((letter, at) => (at >= from && at < until && letter !== '.' ? '*' : letter)).join('')
}

const obscuredNames = many(
  z.object({ domain: z.string() }),
  `SELECT domain FROM domain_decisions WHERE domain > '' AND obscured = 1`,
)

/** Which servers of a list may stand in public with their names whole: not those whose names are to be read nowhere. */
export function openly<T>(db: Db, servers: readonly T[], nameOf: (server: T) => string): readonly T[] {
  const kept = new Set(obscuredNames(db).map(({ domain }) => domain))
  if (kept.size === 0) return servers
  return servers.filter((server) => !domainsAbove(nameOf(server)).some((name) => kept.has(name)))
}
