import type { RuleChange, RulesDiff } from '../../../shared/api/rules.ts'
import { rules as words } from '../../../shared/locales/en/rules.ts'
import { languageName } from '../../../shared/text/language-name.ts'
import { isUnchanged, type Segment } from '../../../shared/text/word-diff.ts'
import { html, type Safe } from '../../http/html.ts'

const NAMES = { ground_rule: words.rule, guideline: words.custom, notice: words.notice } as const

function segment({ change, text }: Segment): Safe | string {
  const said = (begin: string) =>
    html`<span class="sr">${begin}</span>${text}<span class="sr">${words.endChange}</span>`
  if (change === 'removed') return html`<del class="diff_removed">${said(words.beginRemoved)}</del>`
  if (change === 'added') return html`<ins class="diff_added">${said(words.beginAdded)}</ins>`
  return text
}

const diffText = (segments: readonly Segment[]): Safe =>
  html`<span dir="auto" class="diff_text">${segments.map(segment)}</span>`

const item = (title: string, mark: string | undefined, content: Safe): Safe =>
  html`<li class="diff_change"><div class="diff_head"><h3>${title}</h3>${mark && html`<span class="hint">${mark}</span>`}</div>${content}</li>`

const names = (codes: readonly string[]): Safe | false =>
  codes.length > 0 && html`<p class="hint">${words.translated(codes.map(languageName).join(', '))}</p>`

function changedRule(rule: RuleChange): Safe {
  const part = (segments: readonly Segment[], label: string) =>
    segments.length > 0 && html`<p class="hint"><b>${label}:</b> ${diffText(segments)}</p>`
  const { enforcement: follows } = rule
  const content = html`<p class="diff_words">${diffText(rule.text)}</p>
${part(rule.hint, words.example)}${part(rule.ok_examples, words.okExamples)}${part(rule.not_ok_examples, words.notOkExamples)}
${follows && html`<p>${words.enforcement(words.follows[follows.before], words.follows[follows.after])}</p>`}${names(rule.translations)}`
  return item(NAMES[rule.kind](rule.number), rule.change === 'same' ? undefined : words[rule.change], content)
}

/** What changed between two versions: each rule with its words old and new, and how many stay. */
export function changeList({ intro, translations, rules }: RulesDiff): Safe {
  const changed = rules.filter(({ change }) => change !== 'same')
  const same = rules.length - changed.length
  const around = [
    !isUnchanged(intro) && item(words.intro, undefined, html`<p class="diff_words">${diffText(intro)}</p>`),
    translations.length > 0 && item(words.intro, undefined, html`${names(translations)}`),
  ]
  const nothing = changed.length === 0 && around.every((one) => one === false)
  return html`<div class="stack"><ol>${around}${changed.map(changedRule)}</ol>
${nothing && html`<p>${words.nothing}</p>`}${same > 0 && html`<p class="hint">${words.same(same)}</p>`}</div>`
}

/** What changed between two versions, as a page. */
export const diffPage = (diff: RulesDiff): Safe =>
  html`<div class="stack"><h1>${words.diffTitle(diff.from, diff.to)}</h1><p class="lede">${words.diffLede}</p></div>
<section class="stack" aria-labelledby="h-changes"><h2 id="h-changes">${words.whatChanged}</h2>${changeList(diff)}</section>`
