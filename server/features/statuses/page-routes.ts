import { z } from 'zod'
import type { Status } from '../../../shared/api/wire.ts'
import { posts as words } from '../../../shared/locales/en/posts.ts'
import type { Context } from '../../context.ts'
import type { Answer } from '../../http/answer.ts'
import { id, whole } from '../../http/forms.ts'
import { html } from '../../http/html.ts'
import { plainText } from '../../http/plain-text.ts'
import { readingPage } from '../../http/reading-html.ts'
import { get, type Route } from '../../http/route.ts'
import { documentAnswer, type Head } from '../../http/shell.ts'
import { accountById } from '../accounts/queries.ts'
import { type CommunitySettings, readSettings } from '../settings/queries.ts'
import { embedAddress, isEmbeddable, readEmbed } from './embed.ts'
import { saidIn } from './in-short.ts'
import { presentStatuses } from './present.ts'
import { statusPage } from './status-page.ts'
import { readThread } from './thread.ts'

/** What of the client draws it. */
const PAGE = ['features/shell/shell.tsx', 'pages/thread.tsx']

const form = z.object({ acct: z.string().max(320), id })

/** A post with its thread as a visitor sees them; 404 alike for what is not there and what is not for visitors. */
function showStatus(ctx: Context, { acct, id: wanted }: z.infer<typeof form>): Answer {
  const settings = readSettings(ctx.db)
  const community = settings.name
  const [status] = presentStatuses(ctx, undefined, [wanted])
  if (status?.account.acct.toLowerCase() !== acct.toLowerCase()) return showNothing(community)
  const content = statusPage(settings, status, readThread(ctx, undefined, wanted))
  return documentAnswer(headOf(ctx, settings, status), content, { page: PAGE })
}

/** What a link to a post says elsewhere. */
function headOf(ctx: Context, settings: CommunitySettings, status: Status): Head {
  const { account, spoiler_text: warning, url, sensitive, media_attachments: pictures } = status
  const community = settings.name
  const said = saidIn(settings, status)
  const name = `${account.display_name || account.username} (@${account.acct})`
  const picture = sensitive || warning !== '' ? undefined : pictures[0]
  const face = account.avatar.includes('missing') ? undefined : account.avatar
  const author = accountById(ctx.db, { id: Number(account.id) })
  return {
    title: `${account.display_name || account.username}: “${plainText(said, 60)}” – ${community}`,
    name,
    site: community,
    type: 'article',
    description: said,
    url: url ?? undefined,
    image: picture?.preview_url ?? face,
    imageAlt: picture?.description ?? undefined,
    isLarge: picture !== undefined,
    // who lets their posts be found, and a post that is for everybody to come across
    noindex: author?.discoverable !== 1 || author.indexable !== 1 || status.visibility !== 'public',
    embed: isEmbeddable(ctx, status, author) ? embedAddress(ctx, url ?? '') : undefined,
  }
}

const showNothing = (community: string) =>
  documentAnswer(
    { title: `${words.goneTitle} – ${community}`, noindex: true },
    readingPage(community, html`<h1>${words.goneTitle}</h1><p>${words.gone}</p>`),
    { page: PAGE, status: 404 },
  )

const size = whole.min(1).optional()
const embedForm = z.object({
  url: z.string().max(2000),
  maxwidth: size,
  maxheight: size,
  format: z.string().optional(),
})

/** Posts' pages; to a member the client shows what is for them. */
export const statusPageRoutes: readonly Route[] = [
  get('/@:acct/:id', { access: 'public', form }, (ctx, { viewer, form: asked }) =>
    viewer ? documentAnswer({ title: 'Loading', noindex: true }, html``, { page: PAGE }) : showStatus(ctx, asked),
  ),
  get('/api/oembed', { access: 'public', form: embedForm }, (ctx, { form: asked }) => readEmbed(ctx, asked)),
]
