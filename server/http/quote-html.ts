import type { Status } from '../../shared/api/wire.ts'
import { quotes as words } from '../../shared/locales/en/quotes.ts'
import type { WarningLabel } from '../../shared/locales/en/warning-label.ts'
import { formatDate } from '../../shared/text/figures.ts'
import { emojiText } from './emoji-html.ts'
import { html, type Safe } from './html.ts'
import { picturesHtml } from './pictures-html.ts'
import { foldHtml, wordsHtml } from './words-html.ts'

/** What a post quotes, before, or without, the client, as `client/features/quotes/quoted.tsx` shows it: or why it is not here. */
export function quoteHtml({ quote }: Status, warned: WarningLabel): Safe | false {
  if (!quote) return false
  const quoted = 'quoted_status' in quote && quote.state === 'accepted' ? quote.quoted_status : null
  if (quoted) return quotedHtml(quoted, warned)
  return html`<div class="quoted_quoted"><p class="quoted_none">${words.states[quote.state]}</p></div>`
}

function quotedHtml(quoted: Status, warned: WarningLabel): Safe {
  const { id, account, created_at: at } = quoted
  const name = account.display_name || account.username
  const line = (said: string) => html`<p class="quoted_none">${said}</p>`
  const inside = html`${quoted.content !== '' && wordsHtml(quoted)}${picturesHtml(quoted)}${quoted.poll !== null && line(words.poll)}${quoted.quote !== null && line(words.more)}`
  return html`<section class="quoted_quoted" aria-label="${words.label(name)}"><p class="quoted_head"><a class="quoted_name" href="/@${account.acct}" dir="auto">${emojiText(name, account.emojis)}</a>
<span class="quoted_meta"><bdi>@${account.acct}</bdi>, <a href="/@${account.acct}/${id}"><time datetime="${at}">${formatDate(at)}</time></a></span></p>${foldHtml(quoted, warned, inside)}</section>`
}
