import { z } from 'zod'
import type { MailDomainLook } from '../../../shared/api/blocks.ts'
import type { Context } from '../../context.ts'
import { mailHosts } from '../../core/mail/hosts.ts'
import { limits } from '../../limits.ts'
import { domainsOf, mailDomainsIn } from '../../policies/blocks.ts'
import { readMailDomain } from './edit-mail.ts'
import { addressesAfter } from './queries.ts'

/** The mail domain that somebody would shut out. */
export const lookForm = z.object({ domain: z.string().max(300).default('') })

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/** How many members have their address at which mail domain. No address leaves this function. */
function countByDomain(ctx: Context): Map<string, number> {
  const counted = new Map<string, number>()
  for (let after = 0; ; ) {
    const rows = addressesAfter(ctx.db, { after, most: limits.mailLookChunk })
    for (const { email } of rows) {
      if (!email) continue
      const domain = domainOf(ctx.vault.open(email))
      counted.set(domain, (counted.get(domain) ?? 0) + 1)
    }
    const last = rows.at(-1)?.accountId
    if (last === undefined || rows.length < limits.mailLookChunk) return counted
    after = last
  }
}

const isBelow = (domain: string, above: string) => domainsOf(domain).includes(above)

/** How many members have their mail taken in by each of some hosts, under other domains. */
async function countBehind(ctx: Context, others: ReadonlyMap<string, number>, hosts: readonly string[]) {
  const asked = [...others].toSorted(([, a], [, b]) => b - a).slice(0, limits.mailLookDomains)
  const found = await Promise.all(asked.map(async ([domain, n]) => [await mailHosts(ctx, `@${domain}`), n] as const))
  return hosts.map((host) => ({
    host,
    members: found.reduce((sum, [theirs, n]) => sum + (theirs.includes(host) ? n : 0), 0),
  }))
}

/**
 * What shutting a mail domain out would catch, before it is done: how many members have addresses there, and, where the
 * operator names a resolver, the hosts that take in its mail, with how many members have their mail there under other
 * domains. Throws 422.
 */
export async function lookAtMailDomain(
  ctx: Context,
  { domain: typed }: z.infer<typeof lookForm>,
): Promise<MailDomainLook> {
  const domain = readMailDomain(typed)
  const counted = countByDomain(ctx)
  const others = new Map([...counted].filter(([other]) => !isBelow(other, domain)))
  const members = [...counted].reduce((sum, [other, n]) => sum + (isBelow(other, domain) ? n : 0), 0)
  const hosts = await mailHosts(ctx, `@${domain}`)
  const above = [domain, ...hosts].flatMap(domainsOf)
  const shut = mailDomainsIn(ctx.db, { domains: JSON.stringify(above) }).map((row) => row.domain)
  const isShut = (name: string) => domainsOf(name).some((one) => shut.includes(one))
  return {
    domain,
    members,
    asked: ctx.config.mailResolver !== undefined,
    hosts: (hosts.length === 0 ? [] : await countBehind(ctx, others, hosts)).map((one) => ({
      ...one,
      blocked: isShut(one.host),
    })),
    blocked: isShut(domain),
  }
}
