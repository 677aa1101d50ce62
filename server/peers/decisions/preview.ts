import { z } from 'zod'
import type { DecisionPreview } from '../../../shared/api/peers.ts'
import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { domainsAbove } from '../../policies/domains.ts'
import { serversBelow } from './apply.ts'
import { readDomain } from './put.ts'
import { allowsAfter, countFollowers, countFollowing, countMembers, countPosts } from './queries.ts'
import { standsAlone } from './two.ts'

/** What is looked at before it is decided: cutting one server off, or all that are not named. */
export const previewForm = z.object({
  what: z.enum(['cut_off', 'allow_list', 'disallow']).default('cut_off'),
  domain: z.string().max(260).default(''),
})
type PreviewForm = z.infer<typeof previewForm>

/** The servers that would be cut off if those that are named were spoken with alone. */
function serversNotNamed(ctx: Context): string[] {
  const named = new Set(allowsAfter(ctx.db, { after: '', most: limits.domainListRows }).map(({ domain }) => domain))
  return serversBelow(ctx, undefined).filter((server) => !domainsAbove(server).some((name) => named.has(name)))
}

/**
 * What cutting servers off would do, in numbers; who follows whom is told to each of them alone. Throws 422 for what is
 * no server's name.
 */
export function previewDecision(ctx: Context, me: number, { what, domain: typed }: PreviewForm): DecisionPreview {
  const domain = what === 'allow_list' ? '' : readDomain(ctx, typed)
  const servers = what === 'allow_list' ? serversNotNamed(ctx) : serversBelow(ctx, domain)
  const domains = JSON.stringify(servers)
  return {
    domain,
    servers: servers.slice(0, limits.previewedServers),
    servers_count: servers.length,
    members: countMembers(ctx.db, { domains })?.members ?? 0,
    following: countFollowing(ctx.db, { domains })?.follows ?? 0,
    followers: countFollowers(ctx.db, { domains })?.follows ?? 0,
    posts: countPosts(ctx.db, { domains })?.posts ?? 0,
    alone: standsAlone(ctx, me),
  }
}
