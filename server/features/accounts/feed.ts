import { createHash } from 'node:crypto'
import type { Account, Status } from '../../../shared/api/wire.ts'
import { posts as words } from '../../../shared/locales/en/posts.ts'
import { warningWords } from '../../../shared/locales/en/warning-label.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { type Answer, answer } from '../../http/answer.ts'
import { emojiFeed } from '../../http/emoji-html.ts'
import { html, type Safe } from '../../http/html.ts'
import { rangeOf } from '../../http/pages.ts'
import { plainText } from '../../http/plain-text.ts'
import { readSettings } from '../settings/queries.ts'
import { presentStatuses } from '../statuses/present.ts'
import { postsOf } from '../timelines/queries.ts'
import { findByAcct } from './find.ts'
import { presentAccountRows } from './present.ts'

const POSTS = 20

/** Signs that XML knows in no form at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unknown = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g

/** Whether somebody wants to be found, and moderators let them be. */
export const isListed = ({ discoverable, limitedAt }: { discoverable: number; limitedAt: number | null }) =>
  discoverable === 1 && limitedAt === null

/** Where somebody's feed is. */
export const feedUrl = (account: Account) => `${account.url}.atom`

/**
 * The last public posts of somebody who wants to be found, as Atom (RFC 4287); of a post under a warning no more than
 * the warning. Throws 404 for everybody else, whether they exist or not.
 */
export function readFeed(ctx: Context, acct: string): Answer {
  const row = findByAcct(ctx, acct)
  const account = row && presentAccountRows(ctx, [row]).get(row.id)
  if (!row || !account || row.suspendedAt !== null || !isListed(row)) throw notFound()
  const outsider = { me: null, member: 0, own: 0, follows: 0, boosts: 0, replies: 0, tagId: null }
  const ids = postsOf(ctx.db, { accountId: row.id, ...outsider }, rangeOf({ limit: POSTS })).map(({ cursor }) => cursor)
  const open = presentStatuses(ctx, undefined, ids).filter(({ visibility }) => visibility === 'public')
  const warned = warningWords[readSettings(ctx.db).warningLabel]
  const body = `<?xml version="1.0" encoding="utf-8"?>\n${feed(account, open, warned).html}`.replace(unknown, '')
  return answer(body, {
    headers: {
      'Content-Type': 'application/atom+xml; charset=utf-8',
      'Cache-Control': 'public, max-age=300',
      // who asks again with it gets a 304 while nothing has changed
      ETag: `"${createHash('sha256').update(body).digest('base64url')}"`,
    },
  })
}

function feed(account: Account, posts: readonly Status[], warned: string): Safe {
  const name = account.display_name || account.username
  const [newest] = posts
  return html`<feed xmlns="http://www.w3.org/2005/Atom">
<id>${feedUrl(account)}</id>
<title>${name} (@${account.acct})</title>
<updated>${newest ? changed(newest) : account.created_at}</updated>
<author><name>${name}</name><uri>${account.url}</uri></author>
<link rel="self" type="application/atom+xml" href="${feedUrl(account)}"/>
<link rel="alternate" type="text/html" href="${account.url}"/>
${posts.map(entry(warned))}</feed>
`
}

const changed = ({ edited_at, created_at }: Status) => edited_at ?? created_at

const entry =
  (warned: string) =>
  (status: Status): Safe => {
    const { uri, url, spoiler_text: warning, content, created_at: at, emojis } = status
    const title = warning ? `${warned}: ${warning}` : plainText(content, 80) || words.goneTitle
    return html`<entry>
<id>${uri}</id>
<title>${title}</title>
<published>${at}</published>
<updated>${changed(status)}</updated>
<link rel="alternate" type="text/html" href="${url ?? uri}"/>
${warning ? html`<summary>${title}</summary>` : html`<content type="html">${emojiFeed(content, emojis)}</content>`}
</entry>
`
  }
