import type { Status, Context as Thread } from '../../../shared/api/wire.ts'
import { posts as words } from '../../../shared/locales/en/posts.ts'
import type { WarningLabel } from '../../../shared/locales/en/warning-label.ts'
import { orderReplies } from '../../../shared/thread-order.ts'
import { html, type Safe } from '../../http/html.ts'
import { postHtml } from '../../http/post-html.ts'
import { readingPage } from '../../http/reading-html.ts'

/** What the community is called, and the line above its posts. */
type Called = { name: string; warningLabel: WarningLabel }

/** A post with the conversation round it, as far as a visitor may see it: what `client/pages/thread.tsx` shows. */
export function statusPage(
  { name: community, warningLabel: warned }: Called,
  status: Status,
  { ancestors, descendants }: Thread,
): Safe {
  const byId = new Map(descendants.map((reply) => [reply.id, reply]))
  const replies = orderReplies(
    status.id,
    descendants.map((reply) => reply.id),
    (id) => byId.get(id)?.in_reply_to_id,
    (id) => byId.get(id)?.account.id === status.account.id,
  )
  const drawn = replies.map(({ id, depth }) => {
    const reply = byId.get(id)
    return reply && postHtml(reply, { depth, under: true, warned })
  })
  const author = status.account.display_name || status.account.username
  return readingPage(
    community,
    html`<h1 class="sr" dir="auto">${words.thread(author)}</h1>
<p><a class="button_button button_quiet thread_back" href="/local">${words.back}</a></p>
<div class="feed_feed">${ancestors.map((above, n) => postHtml(above, { under: n > 0, warned }))}${postHtml(status, { focal: true, under: ancestors.length > 0, warned })}${drawn}</div>`,
  )
}
