import type { Status } from '../../shared/api/wire.ts'
import { polls as words } from '../../shared/locales/en/polls.ts'
import { percentOf } from '../../shared/poll-percent.ts'
import { formatDate } from '../../shared/text/figures.ts'
import { emojiText } from './emoji-html.ts'
import { html, type Safe } from './html.ts'

/** A post's poll before, or without, the client: what people chose and until when, as a visitor sees it in `client/features/polls/poll.tsx`. */
export function pollHtml({ poll }: Status): Safe | false {
  if (!poll) return false
  const isHidden = poll.options.some(({ votes_count: count }) => count === null)
  const lines = poll.options.map(({ title, votes_count: count }) => {
    const percent = percentOf(poll, count ?? 0)
    const numbers =
      count !== null &&
      html`<span class="poll_percent">${words.percent(percent)}</span><progress class="poll_bar" max="100" value="${percent}" aria-hidden="true"></progress>`
    return html`<li class="poll_line"><span><span dir="auto">${emojiText(title, poll.emojis)}</span></span>${numbers}</li>`
  })
  const { expires_at: at, expired } = poll
  const end = at !== null && `, ${expired ? words.endedOn(formatDate(at)) : words.endsOn(formatDate(at))}`
  return html`<div class="poll_poll"><ul class="poll_results">${lines}</ul>${isHidden && html`<p class="hint">${words.hidden}</p>`}
<p class="poll_foot"><span>${words.people(poll.voters_count ?? poll.votes_count)}${end}</span></p></div>`
}
