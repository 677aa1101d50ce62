import type { Status } from '../../../shared/api/wire.ts'
import { reading as words } from '../../../shared/locales/en/reading.ts'
import type { WarningLabel } from '../../../shared/locales/en/warning-label.ts'
import { formatDay } from '../../../shared/text/figures.ts'
import { html, type Safe } from '../../http/html.ts'
import { postHtml } from '../../http/post-html.ts'
import { readingPage } from '../../http/reading-html.ts'

/** What the community is called, and the line above its posts. */
type Called = { name: string; warningLabel: WarningLabel }

/** What everyone here writes in public, as a visitor may see it: what `client/pages/local.tsx` shows. */
export function localPage({ name: community, warningLabel: warned }: Called, statuses: readonly Status[]): Safe {
  const dayOf = (status: Status | undefined) => status && formatDay(status.created_at)
  const posts = statuses.map((status, n) =>
    postHtml(status, { day: dayOf(status) === dayOf(statuses[n - 1]) ? 'same' : 'new', warned }),
  )
  return readingPage(
    community,
    html`<h1 dir="auto">${words.local}</h1>
${posts.length > 0 ? html`<div class="feed_feed">${posts}</div>` : nothing()}`,
  )
}

const nothing = () =>
  html`<div class="empty_empty stack"><h3>${words.emptyLocal}</h3><div class="stack-s"><p>${words.emptyLocalText}</p></div></div>`
