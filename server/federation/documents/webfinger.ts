import type { Context } from '../../context.ts'
import { badRequest, notFound } from '../../core/errors.ts'
import { findByAcct } from '../../features/accounts/find.ts'
import { profileUrl } from '../../features/accounts/present.ts'
import { type AccountRow, accountById } from '../../features/accounts/queries.ts'
import { actorUri } from '../addresses.ts'
import { hostOf } from './actor.ts'

/** Whom an address means: `acct:name@host`, an actor's name, or the address of a profile. 0 is the server itself. */
function meant(ctx: Context, resource: string): AccountRow | 0 | undefined {
  const { publicUrl } = ctx.config
  const host = hostOf(ctx)
  const [, acct] = /^(?:acct:)?@?([^/\s]+@[^/\s]+)$/i.exec(resource) ?? []
  if (acct !== undefined) {
    const name = acct.toLowerCase()
    if (name === `${host}@${host}`) return 0
    return name.endsWith(`@${host}`) ? findByAcct(ctx, acct) : undefined
  }
  if (!resource.startsWith(`${publicUrl}/`)) return undefined
  const path = resource.slice(publicUrl.length)
  if (path === '/actor') return 0
  const [, id] = /^\/ap\/users\/(\d{1,16})$/.exec(path) ?? []
  if (id !== undefined) return accountById(ctx.db, { id: Number(id) })
  const [, name] = /^\/@([\w.]+)$/.exec(path) ?? []
  return name === undefined ? undefined : findByAcct(ctx, name)
}

const linksOf = (page: string, uri: string) => [
  { rel: 'http://webfinger.net/rel/profile-page', type: 'text/html', href: page },
  { rel: 'self', type: 'application/activity+json', href: uri },
]

/** Who is behind an address (RFC 7033). Throws 400 where none is asked for, 404 for nobody and who was suspended. */
export function webFinger(ctx: Context, resource: string | undefined) {
  if (resource === undefined || resource === '') throw badRequest('Say whom you look for: ?resource=acct:name@host')
  const found = meant(ctx, resource)
  const host = hostOf(ctx)
  if (found === 0) {
    const uri = actorUri(ctx, 0)
    return { subject: `acct:${host}@${host}`, aliases: [uri], links: linksOf(`${ctx.config.publicUrl}/about`, uri) }
  }
  if (!found || found.domain !== null || found.joinedAt === null || found.suspendedAt !== null) throw notFound()
  const [uri, page] = [actorUri(ctx, found.id), profileUrl(ctx, found)]
  return {
    subject: `acct:${found.username}@${host}`,
    aliases: [page, uri],
    links: [
      ...linksOf(page, uri),
      { rel: 'http://ostatus.org/schema/1.0/subscribe', template: `${ctx.config.publicUrl}/search?q={uri}` },
    ],
  }
}

/** Where {@link webFinger} is, for those who look for it by RFC 6415. */
export const hostMeta = ({ config }: Pick<Context, 'config'>): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">
  <Link rel="lrdd" type="application/jrd+json" template="${config.publicUrl}/.well-known/webfinger?resource={uri}"/>
</XRD>
`
