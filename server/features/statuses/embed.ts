import type { Status } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { notFound, Refusal } from '../../core/errors.ts'
import { html } from '../../http/html.ts'
import { limits } from '../../limits.ts'
import { type AccountRow, accountById } from '../accounts/queries.ts'
import { readSettings } from '../settings/queries.ts'
import { readTopics } from '../warnings/present.ts'
import { saidIn } from './in-short.ts'
import { presentStatuses } from './present.ts'

/** What is asked of oEmbed (https://oembed.com); only JSON is spoken. */
type Asked = { url: string; maxwidth?: number | undefined; format?: string | undefined }

/** Where other pages ask what they may show of a post. */
export const embedAddress = (ctx: Context, url: string) =>
  `${ctx.config.publicUrl}/api/oembed?url=${encodeURIComponent(url)}`

/**
 * Whether other pages may show a post that visitors see: a public one, of somebody who wants to be found, and not on a
 * topic that the community holds discreet.
 */
export function isEmbeddable(ctx: Context, status: Status, author: AccountRow | undefined): boolean {
  if (status.visibility !== 'public' || author?.domain !== null || author.discoverable !== 1) return false
  if (author.limitedAt !== null) return false
  const topics = new Set(status.warning_topics)
  return !readTopics(ctx, { retired: true }).some(({ slug, discreet }) => discreet && topics.has(slug))
}

/** The id of a post of ours by the address of its page, or by the one that other servers know it by. */
function idAt(ctx: Context, url: string): number {
  const path = url.startsWith(`${ctx.config.publicUrl}/`) ? url.slice(ctx.config.publicUrl.length) : ''
  const [, id] = /^\/(?:@[\w.-]+|ap\/users\/\d{1,16}\/statuses)\/(\d{1,16})\/?(?:[?#]|$)/.exec(path) ?? []
  return Number(id ?? -1)
}

/**
 * A post as other pages may show it, as oEmbed: who said it and its line, or no more than its warning; neither a script
 * nor a frame of ours. Whoever is logged in is answered as everybody. Throws 404 for every other post alike, and 501 for
 * a form that is not spoken.
 */
export function readEmbed(ctx: Context, { url: address, maxwidth, format = 'json' }: Asked): object {
  if (format !== 'json') throw new Refusal(501, 'Ask for JSON: no other form of oEmbed is spoken here.')
  const [status] = presentStatuses(ctx, undefined, [idAt(ctx, address)])
  const author = status && accountById(ctx.db, { id: Number(status.account.id) })
  if (!status || status.reblog || !isEmbeddable(ctx, status, author)) throw notFound()
  const settings = readSettings(ctx.db)
  const { account, url } = status
  const name = account.display_name || account.username
  return {
    type: 'rich',
    version: '1.0',
    title: `${name} (@${account.acct})`,
    author_name: name,
    author_url: account.url,
    provider_name: settings.name,
    provider_url: `${ctx.config.publicUrl}/`,
    cache_age: limits.embedLasts / 1000,
    html: html`<blockquote cite="${url}"><p dir="auto">${saidIn(settings, status)}</p><p><a href="${url}" rel="nofollow noopener">${name} (@${account.acct})</a></p></blockquote>`
      .html,
    width: Math.min(maxwidth ?? limits.embedWidth, limits.embedWidth),
    height: null,
  }
}
