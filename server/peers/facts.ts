import { z } from 'zod'
import type { PeerAbout } from '../../shared/api/peers.ts'
import type { Context } from '../context.ts'
import { limits } from '../limits.ts'
import { decisionFor } from '../policies/domains.ts'
import { askPeer, originOf, type PeerAnswer } from './ask.ts'
import { plainText } from './plain.ts'
import { apiHostOf, putFacts } from './queries.ts'

const count = z.int().min(0).max(Number.MAX_SAFE_INTEGER).nullable().catch(null)
const text = z.string().catch('')
const rules = z
  .array(z.object({ text, hint: text }))
  .max(1000)
  .catch([])
const languages = z.array(z.string()).max(100).catch([])
const person = z.object({ acct: z.string(), displayName: text }).nullish().catch(null)

/** As much of Mastodon's newer entity as is shown. */
const v2 = z.object({
  title: z.string(),
  version: z.string(),
  description: text,
  rules,
  languages,
  usage: z
    .object({ users: z.object({ activeMonth: count }).partial() })
    .partial()
    .catch({}),
  registrations: z.object({ enabled: z.boolean() }).nullable().catch(null),
  contact: z.object({ email: text, account: person }).partial().catch({}),
})

/** The older one, which some software has alone. */
const v1 = z.object({
  title: z.string(),
  version: z.string(),
  description: text,
  shortDescription: text,
  email: text,
  rules,
  languages,
  stats: z.object({ userCount: count, statusCount: count }).partial().catch({}),
  registrations: z.boolean().nullable().catch(null),
  contactAccount: person,
})

const nodeInfo = z.object({
  software: z.object({ name: text, version: text }),
  openRegistrations: z.boolean().nullable().catch(null),
  usage: z
    .object({ localPosts: count, users: z.object({ total: count, activeMonth: count }).partial() })
    .partial()
    .catch({}),
  metadata: z.object({ nodeName: text, nodeDescription: text }).partial().catch({}),
})
type NodeInfo = z.infer<typeof nodeInfo>

const none: PeerAbout = {
  title: '',
  description: '',
  rules: [],
  administrators: [],
  email: null,
  languages: [],
  active_month: null,
  posts: null,
  registrations: null,
}

/** Reads a JSON document of a server by our own way out; nothing where there is none to be read. */
async function readJson(ctx: Context, url: string): Promise<unknown> {
  try {
    const said = await ctx.outbound.ask(url, { most: limits.peerAnswer, deadline: limits.peerPatience })
    return said.status === 200 ? JSON.parse(said.body.toString('utf8')) : undefined
  } catch {
    return undefined
  }
}

const links = z.object({ links: z.array(z.object({ rel: z.string(), href: z.string() })).max(20) })

/** A server's NodeInfo; only from its own origin, wherever its list of them points. */
async function readNodeInfo(ctx: Context, origin: string): Promise<NodeInfo | undefined> {
  const list = links.safeParse(await readJson(ctx, `${origin}/.well-known/nodeinfo`))
  const found = list.data?.links.filter(({ rel }) => /nodeinfo\.diaspora\.software\/ns\/schema\/2\.[01]$/.test(rel))
  const href = found?.at(-1)?.href
  if (!href || URL.parse(href)?.origin !== origin) return undefined
  return nodeInfo.safeParse(await readJson(ctx, href)).data
}

type Who = { acct: string; displayName: string } | null | undefined

const administrators = (who: Who, domain: string) =>
  who
    ? [{ acct: who.acct.includes('@') ? who.acct : `${who.acct}@${domain}`, name: plainText(who.displayName, 100) }]
    : []

/** Each rule, and what it explains below it. */
const rulesOf = (said: z.infer<typeof rules>) =>
  said
    .slice(0, limits.peerRules)
    .map(({ text: rule, hint }) => [rule, hint].map((part) => plainText(part, limits.ruleText)))
    .map((parts) => parts.filter((part) => part !== '').join('\n'))

const short = (said: string) => plainText(said, 200)

function fromV2(said: z.infer<typeof v2>, domain: string): PeerAbout {
  return {
    ...none,
    title: short(said.title),
    description: plainText(said.description, limits.peerText),
    rules: rulesOf(said.rules),
    administrators: administrators(said.contact.account, domain),
    email: short(said.contact.email ?? '') || null,
    languages: said.languages.map(short),
    active_month: said.usage.users?.activeMonth ?? null,
    registrations: said.registrations?.enabled ?? null,
  }
}

function fromV1(said: z.infer<typeof v1>, domain: string): PeerAbout {
  return {
    ...none,
    title: short(said.title),
    description: plainText(said.shortDescription || said.description, limits.peerText),
    rules: rulesOf(said.rules),
    administrators: administrators(said.contactAccount, domain),
    email: short(said.email) || null,
    languages: said.languages.map(short),
    posts: said.stats.statusCount ?? null,
    registrations: said.registrations,
  }
}

const fromNodeInfo = (said: NodeInfo): PeerAbout => ({
  ...none,
  title: short(said.metadata.nodeName ?? ''),
  description: plainText(said.metadata.nodeDescription ?? '', limits.peerText),
})

/** What software a version line of Mastodon's API tells of: `2.7.2 (compatible; Pleroma 2.5.0)`. */
function softwareOf(line: string): { name: string; version: string } {
  const [, name, version] = /compatible; ([\w-]+) ([^\s)]+)/i.exec(line) ?? []
  return name && version ? { name: name.toLowerCase(), version } : { name: 'mastodon', version: line }
}

type Found = { api: 'v2' | 'v1' | 'nodeinfo'; about: PeerAbout; line?: string; users?: number | null }

/** What one of the two entities says, the newer first. */
async function readInstance(ctx: Context, origin: string, domain: string): Promise<PeerAnswer<Found>> {
  const newer = await askPeer(ctx, { origin }, v2, (client) => client.v2.instance.fetch())
  if (newer.kind === 'said') {
    return { kind: 'said', value: { api: 'v2', about: fromV2(newer.value, domain), line: newer.value.version } }
  }
  const older = await askPeer(ctx, { origin }, v1, (client) => client.v1.instance.fetch())
  if (older.kind !== 'said') return older.kind === 'unreachable' ? newer : older
  const { stats, version } = older.value
  const about = fromV1(older.value, domain)
  return { kind: 'said', value: { api: 'v1', about, line: version, users: stats.userCount } }
}

/** Asks a server what it is: Mastodon's v2, then v1, NodeInfo last; what it said before stays where it says nothing. */
export async function readFacts(ctx: Context, domain: string): Promise<void> {
  if (decisionFor(ctx.db, domain).cutOff) return
  const origin = originOf(ctx, apiHostOf(ctx.db, domain))
  const [said, node] = await Promise.all([readInstance(ctx, origin, domain), readNodeInfo(ctx, origin)])
  const byNode: Found | undefined = node && { api: 'nodeinfo', about: fromNodeInfo(node) }
  const found = said.kind === 'said' ? said.value : byNode
  const software = node?.software ?? (found?.line === undefined ? undefined : softwareOf(found.line))
  const about = found && {
    ...found.about,
    active_month: found.about.active_month ?? node?.usage.users?.activeMonth ?? null,
    posts: found.about.posts ?? node?.usage.localPosts ?? null,
    registrations: found.about.registrations ?? node?.openRegistrations ?? null,
  }
  putFacts(ctx.db, {
    domain,
    software: software ? short(software.name) : null,
    version: software ? short(software.version) : null,
    users: node?.usage.users?.total ?? found?.users ?? null,
    api: found?.api ?? null,
    problem: found ? null : said.kind,
    about: JSON.stringify(about ?? {}),
    now: ctx.now(),
  })
}
