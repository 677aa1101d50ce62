import type { Status } from '../../shared/api/wire.ts'
import { posts as words } from '../../shared/locales/en/posts.ts'
import { type WarningLabel, warningWords } from '../../shared/locales/en/warning-label.ts'
import { emojiHtml, emojiText } from './emoji-html.ts'
import { html, type Safe } from './html.ts'

/** What a post says, in its language. `content` is HTML that our formatter made or our sanitiser let through. */
export const wordsHtml = ({ content, language, emojis }: Status): Safe =>
  html`<div class="words_words"${language && html` lang="${language}"`} dir="auto">${emojiHtml(content, emojis)}</div>`

/** What stands behind a post's warning, folded; all of it where there is none. */
export function foldHtml({ spoiler_text: line, emojis }: Status, warned: WarningLabel, inside: Safe): Safe {
  if (line === '') return inside
  return html`<details class="fold_cw"><summary><span class="fold_line"><b>${warningWords[warned]}</b><bdi>${emojiText(line, emojis)}</bdi></span>
<span class="fold_say"><span class="fold_closed">${words.show}</span><span class="fold_opened">${words.hide}</span></span></summary>
<div class="fold_inside">${inside}</div></details>`
}
