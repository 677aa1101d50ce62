import { Resolver } from 'node:dns/promises'
import type { Context } from '../../context.ts'
import { SECOND } from '../clock.ts'

/** How long a newcomer waits for a resolver before they go on without its answer. */
const PATIENCE = 2 * SECOND

/**
 * The hosts that take in the mail of an address's provider, in small letters; none where the operator lets us ask nobody
 * (`MAIL_RESOLVER`), or where nobody knows: a resolver that is down keeps nobody out.
 */
export async function mailHosts(ctx: Context, address: string): Promise<string[]> {
  const { mailResolver } = ctx.config
  if (mailResolver === undefined) return []
  const resolver = new Resolver({ timeout: PATIENCE, tries: 1 })
  if (mailResolver !== 'system') resolver.setServers([mailResolver])
  try {
    const found = await resolver.resolveMx(address.slice(address.lastIndexOf('@') + 1))
    return found.map(({ exchange }) => exchange.toLowerCase().replace(/\.$/, '')).filter(Boolean)
  } catch {
    return []
  }
}
