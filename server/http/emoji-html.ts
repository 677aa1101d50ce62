import type { CustomEmoji } from '../../shared/api/wire.ts'
import { splitByEmoji } from '../../shared/text/emoji-codes.ts'
import { html, raw, type Safe } from './html.ts'

/** How a small picture stands in a text: as on our pages, or as in a feed, whose reader has no style of ours. */
type Look = (emoji: CustomEmoji) => Safe

/** As `client/ui/emoji.tsx` shows it: still for those who want nothing to move. */
const onPages: Look = ({ shortcode, url, static_url: still }) =>
  html`<picture class="emoji_place"><source media="(prefers-reduced-motion: reduce)" srcset="${still}"><img class="emoji_emoji" src="${url}" alt=":${shortcode}:" title=":${shortcode}:" draggable="false"></picture>`

const inFeeds: Look = ({ shortcode, static_url: still }) =>
  html`<img src="${still}" alt=":${shortcode}:" title=":${shortcode}:" width="20" height="20">`

type Emojis = readonly CustomEmoji[]

function pieces(text: string, emojis: Emojis, look: Look, words: (text: string) => Safe): Safe[] {
  return splitByEmoji(text).map((piece, n) => {
    const found = n % 2 === 1 ? emojis.find(({ shortcode }) => shortcode === piece) : undefined
    return found ? look(found) : words(n % 2 === 1 ? `:${piece}:` : piece)
  })
}

/** A plain text with the small pictures that it names. */
export const emojiText = (text: string, emojis: Emojis): Safe =>
  emojis.length === 0 ? html`${text}` : html`${pieces(text, emojis, onPages, (words) => html`${words}`)}`

/** What quotes letter by letter, or is there for machines: letters stay letters in it. */
const quoting = /^<(\/?)(pre|code)\b/
const hidden = /^<span\b[^>]*\bclass="[^"]*\binvisible\b/

/** HTML that is safe already, with the small pictures that its words name. */
function inside(content: string, emojis: Emojis, look: Look): Safe {
  if (emojis.length === 0 || !content.includes(':')) return raw(content)
  let quoted = 0
  let unseen = false
  const parts = content.split(/(<[^>]*>)/).map((part) => {
    if (!part.startsWith('<')) {
      return quoted > 0 || unseen ? raw(part) : html`${pieces(part, emojis, look, raw)}`
    }
    const [quote, end] = quoting.exec(part) ?? []
    if (quote) quoted += end ? -1 : 1
    if (hidden.test(part)) unseen = true
    else if (unseen && part === '</span>') unseen = false
    return raw(part)
  })
  return html`${parts}`
}

/** A post's text, or a profile's, that our formatter made or our sanitiser let through, with its small pictures. */
export const emojiHtml = (content: string, emojis: Emojis): Safe => inside(content, emojis, onPages)

/** The same for a feed. */
export const emojiFeed = (content: string, emojis: Emojis): string => inside(content, emojis, inFeeds).html
