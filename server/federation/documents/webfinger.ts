import type { Context } from '../../context.ts'
import { badRequest, notFound } from '../../core/errors.ts'
import { findByAcct } from '../../features/accounts/find.ts'
import { profileUrl } from '../../features/accounts/present.ts'
import { type AccountRow, accountById } from '../../features/accounts/queries.ts'
import { actorUri, MEDIATION } from '../addresses.ts'
import { hostOf, MEDIATION_NAME } from './actor.ts'

const SERVER = 0

/** Whom an address means: `acct:name@host`, an actor's name, or the address of a profile. */
function meant(ctx: Context, resource: string): AccountRow | typeof SERVER | typeof MEDIATION | undefined {
  const { publicUrl } = ctx.config
  const host = hostOf(ctx)
  const [, acct] = /^(?:acct:)?@?([^/\s]+@[^/\s]+)$/i.exec(resource) ?? []
  if (acct !== undefined) {
    const name = acct.toLowerCase()
    if (name === `${host}@${host}`) return SERVER
    if (name === `${MEDIATION_NAME}@${host}`) return MEDIATION
    return name.endsWith(`@${host}`) ? findByAcct(ctx, acct) : undefined
  }
  if (!resource.startsWith(`${publicUrl}/`)) return undefined
  const path = resource.slice(publicUrl.length)
  if (path === '/actor') return SERVER
  if (path === '/ap/mediation') return MEDIATION
  const [, id] = /^\/ap\/users\/(\d{1,16})$/.exec(path) ?? []
  if (id !== undefined) return accountById(ctx.db, { id: Number(id) })
  const [, name] = /^\/@([\w.]+)$/.exec(path) ?? []
  return name === undefined ? undefined : findByAcct(ctx, name)
}

const linksOf = (page: string, uri: string) => [
  { rel: 'http://webfinger.net/rel/profile-page', type: 'text/html', href: page },
  { rel: 'self', type: 'application/activity+json', href: uri },
]

/** What is of nobody here: the server itself, and who invites to mediations. */
function serviceFinger(ctx: Context, owner: typeof SERVER | typeof MEDIATION) {
  const [uri, host] = [actorUri(ctx, owner), hostOf(ctx)]
  const [name, page] = owner === SERVER ? [host, 'about'] : [MEDIATION_NAME, 'help/disagreements']
  return { subject: `acct:${name}@${host}`, aliases: [uri], links: linksOf(`${ctx.config.publicUrl}/${page}`, uri) }
}

/** Who is behind an address (RFC 7033). Throws 400 where none is asked for, 404 for nobody and who was suspended. */
export function webFinger(ctx: Context, resource: string | undefined) {
  if (resource === undefined || resource === '') throw badRequest('Say whom you look for: ?resource=acct:name@host')
  const found = meant(ctx, resource)
  const host = hostOf(ctx)
  if (found === SERVER || found === MEDIATION) return serviceFinger(ctx, found)
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
