import { z } from 'zod'
import { profile as words } from '../../../shared/locales/en/profile.ts'
import type { Context } from '../../context.ts'
import type { Answer } from '../../http/answer.ts'
import { html } from '../../http/html.ts'
import { rangeOf } from '../../http/pages.ts'
import { plainText } from '../../http/plain-text.ts'
import { readingPage } from '../../http/reading-html.ts'
import { get, type Route } from '../../http/route.ts'
import { documentAnswer } from '../../http/shell.ts'
import { readSettings } from '../settings/queries.ts'
import { presentStatuses } from '../statuses/present.ts'
import { postsOf } from '../timelines/queries.ts'
import { feedUrl, isListed, readFeed } from './feed.ts'
import { findByAcct } from './find.ts'
import { presentAccountRows } from './present.ts'
import { profilePage } from './profile-page.ts'
import { readFields } from './words.ts'

/** Posts of a profile as a visitor's browser first shows it. */
const POSTS = 20

/** What of the client draws it. */
const PAGE = ['features/shell/shell.tsx', 'pages/profile.tsx']

const form = z.object({ acct: z.string().max(320), show: z.string().optional() })

/** A profile as a visitor sees it; 404 for nobody and for whom nobody can see. */
function showProfile(ctx: Context, { acct, show }: z.infer<typeof form>): Answer {
  const settings = readSettings(ctx.db)
  const community = settings.name
  const row = findByAcct(ctx, acct)
  const account = row && row.suspendedAt === null ? presentAccountRows(ctx, [row]).get(row.id) : undefined
  if (!row || !account) return showNobody(community)
  const outsider = { me: null, member: 0, own: 0, follows: 0, boosts: 1, tagId: null }
  const wanted = { accountId: row.id, replies: show === 'replies' ? 1 : 0, ...outsider }
  const ids = postsOf(ctx.db, wanted, rangeOf({ limit: POSTS })).map(({ cursor }) => cursor)
  const head = {
    title: `${account.display_name || account.username} (@${account.acct}) – ${community}`,
    name: `${account.display_name || account.username} (@${account.acct})`,
    site: community,
    type: 'profile' as const,
    description: plainText(account.note, 200),
    url: account.url,
    image: row.avatar === null ? undefined : account.avatar,
    imageAlt: account.avatar_description,
    me: pagesIn(row.fields),
    // the page has their posts on it
    noindex: !isListed(row) || row.indexable !== 1,
    feed: isListed(row) ? feedUrl(account) : undefined,
  }
  const content = profilePage(settings, account, presentStatuses(ctx, undefined, ids))
  return documentAnswer(head, content, { page: PAGE })
}

/** The lines of a profile that are the address of a page and nothing else. */
const pagesIn = (fields: string) =>
  readFields(fields)
    .map(({ value }) => URL.parse(value))
    .filter((url) => url?.protocol === 'https:')
    .map((url) => url?.href ?? '')

const showNobody = (community: string) =>
  documentAnswer(
    { title: `${words.goneTitle} – ${community}`, noindex: true },
    readingPage(community, html`<h1>${words.goneTitle}</h1><p>${words.gone}</p>`),
    { page: PAGE, status: 404 },
  )

/** Pages that the client alone draws. */
const drawnThere = () => documentAnswer({ title: 'Loading', noindex: true }, html``)

/** People's pages; to a member the client shows what is for them. */
export const profilePageRoutes: readonly Route[] = [
  get('/@:acct.atom', { access: 'public', form: z.object({ acct: z.string().max(320) }) }, (ctx, { form: { acct } }) =>
    readFeed(ctx, acct),
  ),
  get('/@:acct', { access: 'public', form }, (ctx, { viewer, form: asked }) =>
    viewer ? documentAnswer({ title: 'Loading', noindex: true }, html``, { page: PAGE }) : showProfile(ctx, asked),
  ),
  get('/@:acct/followers', { access: 'public' }, drawnThere),
  get('/@:acct/following', { access: 'public' }, drawnThere),
]
