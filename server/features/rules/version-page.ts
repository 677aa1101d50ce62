import type { FullRule, RuleSetDoc, RulesDiff, RuleVersion } from '../../../shared/api/rules.ts'
import { rules as words } from '../../../shared/locales/en/rules.ts'
import { formatDate, formatWhen } from '../../../shared/text/figures.ts'
import { languageName } from '../../../shared/text/language-name.ts'
import { html, type Safe } from '../../http/html.ts'
import { changeList } from './diff-page.ts'

const date = (time: string | null) => formatDate(time ?? 0)

function since(set: RuleVersion): string {
  if (set.state === 'announced') return words.announcedFor(date(set.effective_at))
  if (set.lapsed_at) return words.lapsed(date(set.effective_at), date(set.lapsed_at))
  if (set.state === 'effective') return words.inForceSince(date(set.effective_at))
  return words.inForceUntil(date(set.effective_at), date(set.retired_at))
}

function versionLine(set: RuleVersion): Safe {
  const confirm = set.confirm_by && words.confirmBy(formatWhen(set.confirm_by))
  return html`<div class="stack-s"><p class="hint">${since(set)}</p>
${set.emergency && html`<p class="hint">${words.emergency}. ${confirm}</p>`}${!set.material && html`<p class="hint">${words.notMaterial}</p>`}</div>`
}

function versionItem(set: RuleVersion): Safe {
  const { version, base_version: base, summary } = set
  const diff =
    base !== null &&
    html`<a href="/rules/history/${base}/${version}">${words.whatChanged}<span class="sr"> ${words.diffTitle(base, version)}</span></a>`
  return html`<li class="diff_version"><h2>${words.version(version)}</h2>${versionLine(set)}
<p class="prose" dir="auto">${summary || (base === null && words.first)}</p>
<p class="row"><a href="/rules/${version}">${words.readVersion(version)}</a> ${diff}</p></li>`
}

/** Every version with why it came, as a page. */
export const historyPage = (versions: readonly RuleVersion[]): Safe =>
  html`<div class="stack"><h1>${words.historyTitle}</h1><p class="lede">${words.historyLede}</p></div>
<ol class="diff_versions">${versions.map(versionItem)}</ol>`

function oneRule(rule: FullRule, locale: string): Safe {
  const translation = rule.translations[locale]
  const { text, hint } = translation ?? rule
  const side = (label: string, examples: readonly string[]) =>
    examples.length > 0 &&
    html`<div><dt>${label}</dt>${examples.map((example) => html`<dd dir="auto">${example}</dd>`)}</div>`
  const sides = [side(words.okExamples, rule.ok_examples), side(words.notOkExamples, rule.not_ok_examples)]
  return html`<li class="diff_rule" id="${rule.slug}"><span class="diff_number">${rule.number}</span><div class="stack-s">
<p class="diff_words" dir="auto">${text}</p>${translation?.origin === 'machine' && html`<p class="hint">${words.machine}</p>`}
${rule.children.length > 0 && ruleList(rule.children, locale)}${hint && html`<p class="hint" dir="auto">${hint}</p>`}
${sides.some(Boolean) && html`<dl class="diff_examples">${sides}</dl>`}</div></li>`
}

const ruleList = (rules: readonly FullRule[], locale: string): Safe =>
  html`<ol>${rules.map((rule) => oneRule(rule, locale))}</ol>`

function wholeSet(set: RuleSetDoc, locale: string): Safe {
  const part = (title: string, rules: readonly FullRule[]) =>
    rules.length > 0 && html`<h3>${title}</h3>${ruleList(rules, locale)}`
  return html`<div class="stack"><p class="prose" dir="auto">${set.translations[locale]?.intro || set.intro}</p>
${part(words.groundRules, set.ground_rules)}${part(words.customs, set.guidelines)}${part(words.notices, set.notices)}</div>`
}

function languages({ version, locale, locales }: RuleSetDoc): Safe | false {
  const link = (code: string) =>
    html`<a href="/rules/${version}?lang=${code}" lang="${code}">${languageName(code)}</a> `
  return (
    locales.length > 1 &&
    html`<p class="row">${words.language} ${locales.map(link)}</p><p class="hint">${words.languageNote(languageName(locale))}</p>`
  )
}

function why(set: RuleSetDoc, locale: string, diff: RulesDiff): Safe {
  return html`<section class="stack" aria-labelledby="h-why"><h2 id="h-why">${words.whyTitle}</h2>
<p class="lede" dir="auto">${set.translations[locale]?.summary || set.summary}</p></section>
<section class="stack" aria-labelledby="h-changes"><h2 id="h-changes">${words.whatChanged}</h2><p class="hint">${words.diffLede}</p>${changeList(diff)}</section>`
}

/** A version with why it came, what it changed, and what it says, as a page; in `locale` where that is translated. */
export function versionPage(set: RuleSetDoc, locale: string, diff: RulesDiff | undefined): Safe {
  const announced = set.state === 'announced'
  const line = announced
    ? html`<p class="lede">${words.announcedIn(set.days_left, date(set.effective_at))}</p><p class="prose">${words.announcedNext}</p>`
    : versionLine(set)
  return html`<div class="stack"><h1>${announced ? words.announcedTitle : words.version(set.version)}</h1>${line}</div>
${diff && why(set, locale, diff)}
<section class="stack" aria-labelledby="h-rules"><h2 id="h-rules">${words.allRules}</h2>${languages(set)}${wholeSet(set, locale)}</section>`
}
