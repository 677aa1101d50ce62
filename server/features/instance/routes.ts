import type { Context } from '../../context.ts'
import { html } from '../../http/html.ts'
import { get, type Route } from '../../http/route.ts'
import { documentAnswer } from '../../http/shell.ts'
import { aboutPage } from './about-page.ts'
import { describeApi } from './openapi.ts'
import { presentAbout } from './present.ts'
import { readTeam } from './team.ts'

function showAbout(ctx: Context) {
  const about = presentAbout(ctx)
  const { publicUrl } = ctx.config
  const said = { title: about.name, site: about.name, description: about.statement }
  const head = { ...said, type: 'website' as const, url: `${publicUrl}/about`, image: `${publicUrl}/icon-512.png` }
  return documentAnswer(head, aboutPage(about), { page: 'pages/about.tsx' })
}

/** What the community says of itself: as a page for visitors, as JSON for programs. */
export const instanceRoutes: readonly Route[] = [
  get('/', { access: 'public' }, (ctx, { viewer }) =>
    viewer ? documentAnswer({ title: 'Loading', noindex: true }, html``) : showAbout(ctx),
  ),
  get('/about', { access: 'public' }, (ctx) => showAbout(ctx)),
  get(
    '/api/community/v1/about',
    { access: 'public', summary: 'What this community is: purpose, numbers, rules, and how to join.' },
    (ctx) => presentAbout(ctx),
  ),
  get(
    '/api/community/v1/team',
    { access: 'member', scope: 'read:accounts', summary: 'Whom one can write to before one accepts the rules.' },
    (ctx, { viewer }) => readTeam(ctx, viewer.accountId),
  ),
]

/** The description of the community's own API, made from the doors themselves. */
export const apiDescriptionRoutes = (routes: readonly Route[]): readonly Route[] => [
  get('/api/community/v1/openapi.json', { access: 'public', summary: 'This description.' }, (ctx) =>
    describeApi(ctx, routes),
  ),
]
