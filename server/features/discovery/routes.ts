import { answer } from '../../http/answer.ts'
import { get, type Route } from '../../http/route.ts'
import { oauthMetadata } from './metadata.ts'
import { type NodeInfoVersion, nodeInfo, nodeInfoLinks } from './node-info.ts'

/** What changes so seldom that anybody may keep it for a while. */
const kept = (body: object) => answer(body, { headers: { 'Cache-Control': 'public, max-age=1800' } })

const typed = (version: NodeInfoVersion, body: object) =>
  answer(body, {
    headers: {
      'Content-Type': `application/json; profile="http://nodeinfo.diaspora.software/ns/schema/${version}#"; charset=utf-8`,
      'Cache-Control': 'public, max-age=1800',
    },
  })

/** What robots are asked to leave alone: what is for programs and members. Each page says itself whether it is to be listed. */
const ROBOTS = ['/api/', '/auth/', '/oauth/', '/search', '/directory', '/settings/']

const robots = () =>
  answer(`User-agent: *\n${ROBOTS.map((path) => `Disallow: ${path}\n`).join('')}`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=86400' },
  })

/** Where programs find out what kind of server this is and how they are let in. */
export const discoveryRoutes: readonly Route[] = [
  get('/robots.txt', { access: 'public' }, robots),
  get('/.well-known/oauth-authorization-server', { access: 'public' }, (ctx) => kept(oauthMetadata(ctx))),
  get('/.well-known/nodeinfo', { access: 'public' }, (ctx) => kept(nodeInfoLinks(ctx))),
  get('/nodeinfo/2.0', { access: 'public' }, (ctx) => typed('2.0', nodeInfo(ctx, '2.0'))),
  get('/nodeinfo/2.1', { access: 'public' }, (ctx) => typed('2.1', nodeInfo(ctx, '2.1'))),
]
