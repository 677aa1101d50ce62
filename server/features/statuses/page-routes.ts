import { z } from 'zod'
import type { Status } from '../../../shared/api/wire.ts'
import { posts as words } from '../../../shared/locales/en/posts.ts'
import type { Context } from '../../context.ts'
import type { Answer } from '../../http/answer.ts'
import { id } from '../../http/forms.ts'
import { html } from '../../http/html.ts'
import { plainText } from '../../http/plain-text.ts'
import { readingPage } from '../../http/reading-html.ts'
import { get, type Route } from '../../http/route.ts'
import { documentAnswer } from '../../http/shell.ts'
import { readSettings } from '../settings/queries.ts'
import { presentStatuses } from './present.ts'
import { statusPage } from './status-page.ts'
import { readThread } from './thread.ts'

const form = z.object({ acct: z.string().max(320), id })

/** A post with its thread as a visitor sees them; 404 alike for what is not there and what is not for visitors. */
function showStatus(ctx: Context, { acct, id: wanted }: z.infer<typeof form>): Answer {
  const { name: community } = readSettings(ctx.db)
  const [status] = presentStatuses(ctx, undefined, [wanted])
  if (status?.account.acct.toLowerCase() !== acct.toLowerCase()) return showNothing(community)
  const content = statusPage(community, status, readThread(ctx, undefined, wanted))
  return documentAnswer(headOf(community, status), content, { page: 'pages/thread.tsx' })
}

/** What a link to a post says elsewhere; behind a warning, no more than the warning. */
function headOf(community: string, { account, spoiler_text, content, url }: Status) {
  const said = spoiler_text === '' ? plainText(content, 200) : `${words.cw}: ${spoiler_text}`
  return {
    title: `${account.display_name || account.username}: “${plainText(said, 60)}” – ${community}`,
    description: said,
    url: url ?? undefined,
    image: account.avatar.includes('missing') ? undefined : account.avatar,
    noindex: account.noindex ?? true,
  }
}

const showNothing = (community: string) =>
  documentAnswer(
    { title: `${words.goneTitle} – ${community}`, noindex: true },
    readingPage(community, html`<h1>${words.goneTitle}</h1><p>${words.gone}</p>`),
    { page: 'pages/thread.tsx', status: 404 },
  )

/** Posts' pages; to a member the client shows what is for them. */
export const statusPageRoutes: readonly Route[] = [
  get('/@:acct/:id', { access: 'public', form }, (ctx, { viewer, form: asked }) =>
    viewer ? documentAnswer({ title: 'Loading', noindex: true }, html``) : showStatus(ctx, asked),
  ),
]
