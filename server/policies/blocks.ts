import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { dayOf } from '../core/clock.ts'
import { type Cause, forbidden } from '../core/errors.ts'
import { lookOf } from '../core/name-look.ts'
import { networksOf } from '../core/networks.ts'
import { many, one, write } from '../db/sql.ts'

const ipColumns = `id AS cursor, network, severity, comment, created_at AS createdAt, expires_at AS expiresAt` as const
const ipRow = z.object({
  cursor: z.int(),
  network: z.string(),
  severity: z.enum(['sign_up_requires_approval', 'sign_up_block', 'no_access']),
  comment: z.string(),
  createdAt: z.int(),
  expiresAt: z.int().nullable(),
})

/** What holds for some networks now; `networks` is a JSON list in their one spelling. */
export const ipBlocksOn = many(
  ipRow,
  `SELECT ${ipColumns} FROM ip_blocks WHERE network IN (SELECT value FROM json_each(@networks))
     AND coalesce(expires_at, @now + 1) > @now`,
)

const domainColumns = `id AS cursor, domain, allow_with_approval AS allowWithApproval, created_at AS createdAt` as const
const domainRow = z.object({
  cursor: z.int(),
  domain: z.string(),
  allowWithApproval: z.int(),
  createdAt: z.int(),
})

/** Which of some domains (a JSON list) are shut out. */
export const mailDomainsIn = many(
  domainRow,
  `SELECT ${domainColumns} FROM email_domain_blocks WHERE domain IN (SELECT value FROM json_each(@domains))`,
)

const countTry = write(
  `INSERT INTO email_domain_tries (block_id, day, tries) VALUES (@id, @day, 1)
   ON CONFLICT (block_id, day) DO UPDATE SET tries = tries + 1`,
)

const addressColumns = `id AS cursor, digest, created_at AS createdAt, expires_at AS expiresAt` as const
const addressRow = z.object({
  cursor: z.int(),
  digest: z.instanceof(Buffer),
  createdAt: z.int(),
  expiresAt: z.int().nullable(),
})

/** The one that an address falls under. */
export const addressByHash = one(
  addressRow,
  `SELECT ${addressColumns} FROM canonical_email_blocks WHERE hash = @hash AND coalesce(expires_at, @now + 1) > @now`,
)

const nameRow = z.object({
  id: z.int(),
  text: z.string(),
  look: z.string(),
  exact: z.int(),
  allowWithApproval: z.int(),
})
/** A name, or a part of names, that nobody may take; compared by how it looks. */
export type NameRow = z.infer<typeof nameRow>

/** All names that are shut out. */
export const nameBlocks = many(
  nameRow,
  `SELECT id, text, look, exact, allow_with_approval AS allowWithApproval FROM name_blocks ORDER BY text`,
)

/** An address without what a provider ignores: capitals, dots, and all from a plus on, as Mastodon has it. */
function canonical(address: string): string {
  const at = address.lastIndexOf('@')
  const [name = ''] = address.slice(0, at).toLowerCase().replaceAll('.', '').split('+')
  return `${name}@${address.slice(at + 1).toLowerCase()}`
}

/** The SHA-256 by which programs know an address, however it is spelled. */
export const digestOf = (address: string) => createHash('sha256').update(canonical(address)).digest('hex')

/** The keyed fingerprint under which a digest is kept. */
export const hashOfDigest = (ctx: Context, digest: string) => ctx.vault.fingerprint('canonical-email', digest)

/** What the blocks say of something: nothing, that somebody has to look at it first, or no. */
export type Verdict = 'free' | 'look' | 'no'

/** A domain with those above it: `mail.example.org` is also of `example.org`. */
export function domainsOf(domain: string): string[] {
  const labels = domain.toLowerCase().split('.')
  return labels.slice(0, -1).map((_, n) => labels.slice(n).join('.'))
}

/** Whether somebody may join with a mail address; `hosts` take in the mail of its provider, as far as that is known. */
export function verdictOnAddress(ctx: Context, address: string, hosts: readonly string[]): Verdict {
  if (addressByHash(ctx.db, { hash: hashOfDigest(ctx, digestOf(address)), now: ctx.now() })) return 'no'
  const domains = [address.slice(address.lastIndexOf('@') + 1), ...hosts].flatMap(domainsOf)
  const blocks = mailDomainsIn(ctx.db, { domains: JSON.stringify(domains) })
  for (const { cursor } of blocks) countTry(ctx.db, { id: cursor, day: dayOf(ctx.now()) })
  if (blocks.some(({ allowWithApproval }) => allowWithApproval === 0)) return 'no'
  return blocks.length > 0 ? 'look' : 'free'
}

/** Whether somebody may take a name. */
export function verdictOnName(ctx: Context, name: string): Verdict {
  const look = lookOf(name.toLowerCase())
  const hits = nameBlocks(ctx.db).filter((block) =>
    block.exact === 1 ? look === block.look : look.includes(block.look),
  )
  if (hits.some(({ allowWithApproval }) => allowWithApproval === 0)) return 'no'
  return hits.length > 0 ? 'look' : 'free'
}

/** Whether somebody may join from an IP address. */
export function verdictOnNetwork(ctx: Context, ip: string): Verdict {
  const networks = networksOf(ip)
  if (networks.length === 0) return 'free'
  const blocks = ipBlocksOn(ctx.db, { networks: JSON.stringify(networks), now: ctx.now() })
  if (blocks.some(({ severity }) => severity !== 'sign_up_requires_approval')) return 'no'
  return blocks.length > 0 ? 'look' : 'free'
}

/** What is said of an address that is shut out; whether it is the address or its provider is not said. */
export const addressCause = (verdict: Verdict): Cause | undefined =>
  verdict === 'no'
    ? { error: 'ERR_BLOCKED', description: 'Nobody can join with this address here. Take one of another provider.' }
    : undefined

/** What is said of a name that is shut out. */
export const nameCause = (verdict: Verdict): Cause | undefined =>
  verdict === 'no'
    ? { error: 'ERR_RESERVED', description: 'This name cannot be taken here. Choose another.' }
    : undefined

/** Refuses (403) who wants to join from a network that is shut out. */
export function checkNetwork(verdict: Verdict): void {
  if (verdict !== 'no') return
  throw forbidden('Nobody can join from your network at the moment. Try another one, or ask a member for help.', {
    code: 'network_blocked',
  })
}
