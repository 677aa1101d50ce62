import type { Context } from '../../context.ts'
import { dayOf } from '../../core/clock.ts'
import { type Cause, forbidden } from '../../core/errors.ts'
import { lookOf } from '../../core/name-look.ts'
import { networksOf } from '../../core/networks.ts'
import { digestOf, hashOfDigest } from './addresses.ts'
import { addressByHash, countTry, ipBlocksOn, mailDomainsIn, nameBlocks } from './queries.ts'

/** What the blocks say of something: nothing, that somebody has to look at it first, or no. */
export type Verdict = 'free' | 'look' | 'no'

/** A mail domain with those above it: `mail.example.org` is also of `example.org`. */
function domainsOf(address: string): string[] {
  const labels = address
    .slice(address.lastIndexOf('@') + 1)
    .toLowerCase()
    .split('.')
  return labels.slice(0, -1).map((_, n) => labels.slice(n).join('.'))
}

/** Whether somebody may join with a mail address. */
export function verdictOnAddress(ctx: Context, address: string): Verdict {
  if (addressByHash(ctx.db, { hash: hashOfDigest(ctx, digestOf(address)), now: ctx.now() })) return 'no'
  const blocks = mailDomainsIn(ctx.db, { domains: JSON.stringify(domainsOf(address)) })
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
