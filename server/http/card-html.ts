import type { Status } from '../../shared/api/wire.ts'
import { hostOf } from '../../shared/text/host.ts'
import { html, type Safe } from './html.ts'

/** The card of a post's link before, or without, the client, as `client/features/cards/card.tsx` shows it. */
export function cardHtml({ card, sensitive, spoiler_text: warning }: Status): Safe | false {
  if (!card) return false
  const isCovered = sensitive || warning !== ''
  const image =
    card.image && !isCovered
      ? html`<img class="card_image" src="${card.image}" alt="" width="${card.width}" height="${card.height}" loading="lazy" decoding="async">`
      : ''
  const picture = card.image && html`<span class="card_picture">${image}</span>`
  const text = card.description !== '' && html`<span class="card_text" dir="auto">${card.description}</span>`
  return html`<a class="card_card" href="${card.url}" target="_blank" rel="nofollow noopener noreferrer">${picture}
<span class="card_words"${card.language !== null && html` lang="${card.language}"`}><span class="card_host" dir="ltr">${hostOf(card.url)}</span><b class="card_title" dir="auto">${card.title}</b>${text}</span></a>`
}
