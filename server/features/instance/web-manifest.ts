import type { Context } from '../../context.ts'
import { answer } from '../../http/answer.ts'
import { get, type Route } from '../../http/route.ts'
import { readSettings } from '../settings/queries.ts'

/** The paper that the page is printed on; an installed page opens on it. */
const PAPER = '#f8f3e8'

const icon = (file: string, sizes: string, purpose: 'any' | 'maskable') => ({
  src: `/${file}`,
  sizes,
  type: file.endsWith('.svg') ? 'image/svg+xml' : 'image/png',
  purpose,
})

/** What a browser needs to know to install the community as an app (W3C Web Application Manifest). */
function presentWebManifest(ctx: Context) {
  const { name } = readSettings(ctx.db)
  return {
    id: '/',
    name,
    short_name: name,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: PAPER,
    theme_color: PAPER,
    share_target: {
      action: '/share',
      method: 'POST',
      enctype: 'multipart/form-data',
      params: { title: 'title', text: 'text', url: 'url', files: [{ name: 'files', accept: ['image/*'] }] },
    },
    icons: [
      icon('icon.svg', 'any', 'any'),
      icon('icon-192.png', '192x192', 'any'),
      icon('icon-512.png', '512x512', 'any'),
      icon('icon-maskable-512.png', '512x512', 'maskable'),
    ],
  }
}

/** The manifest, under the community's own name. */
export const webManifestRoutes: readonly Route[] = [
  get('/manifest.webmanifest', { access: 'public' }, (ctx) =>
    answer(presentWebManifest(ctx), {
      headers: { 'Content-Type': 'application/manifest+json', 'Cache-Control': 'no-cache' },
    }),
  ),
]
