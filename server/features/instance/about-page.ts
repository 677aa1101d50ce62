import type { About, RecentPost, Rule } from '../../../shared/api/about.ts'
import { about as words } from '../../../shared/locales/en/about.ts'
import { rules as ruleWords } from '../../../shared/locales/en/rules.ts'
import { warningWords } from '../../../shared/locales/en/warning-label.ts'
import { formatDate, formatNumber, formatWhen } from '../../../shared/text/figures.ts'
import { formatText } from '../../../shared/text/format.ts'
import { html, raw, type Safe } from '../../http/html.ts'

/**
 * The about page as a visitor's browser shows it before, or without, the client: same parts, words and class names as
 * `client/pages/about.tsx`, so that nothing moves when the client takes over.
 */
export function aboutPage(about: About): Safe {
  return html`<a class="skip" href="#main">${words.skip}</a>
${mast(about)}
<main id="main" class="page" tabindex="-1">
${hero(about)}${board(about)}${groundRules(about)}${guidelines(about)}${lately(about)}${whoRuns(about)}${hosting(about.hosting)}
</main>
${closing(about)}
<footer class="page nameplate_foot">${words.foot} <a href="/takedown">${words.takedown}</a></footer>`
}

function mast({ name, registrations: { mode } }: About): Safe {
  const word = (href: string, text: string) => html`<li><a class="nameplate_link" href="${href}">${text}</a></li>`
  return html`<header class="page"><div class="nameplate_folio"><p class="kicker">${words.kicker[mode]}</p>
<nav aria-label="${words.site}"><ul>${word('/local', words.read)}${word('/about#rules', words.rules)}${word('/login', words.logIn)}${mode !== 'closed' && word('/join', words.join)}</ul></nav></div>
<div class="nameplate_mast"><a class="nameplate_nameplate" href="/about">${name}</a></div></header>`
}

function hero({ statement, purpose, notices, good_to_know: known, registrations: { mode } }: About): Safe {
  return html`<div class="about_hero"><div class="stack-l"><h1 dir="auto">${statement}</h1>
${lede(purpose)}</div>
<div class="stack">${notices.map(
    (notice) =>
      html`<div class="put-away_notice"><div class="slip_slip stack-s"><h2 class="kicker" dir="auto">${notice.title}</h2><div class="stack-s" dir="auto">${raw(notice.text_html)}</div></div></div>`,
  )}${known.length > 0 && goodToKnow(known)}${mode !== 'closed' && html`<p class="row">${redLink('/join', words.cta)}</p>`}
<p class="hint">${words.ctaHint[mode]}</p></div></div>`
}

const goodToKnow = (notices: readonly Rule[]) =>
  html`<div class="put-away_notice"><div class="slip_slip stack-s"><h2 class="kicker">${ruleWords.notices}</h2><ul class="stack-s">${notices.map(
    ({ text, hint }) => html`<li dir="auto">${text} <span class="hint">${hint}</span></li>`,
  )}</ul></div></div>`

function board({ name, stats }: About): Safe {
  const figure = (before: string, n: number, after: string | Safe, means: string) =>
    html`<p><span class="about_before">${before}</span> <strong>${formatNumber(n)}</strong> <span>${after}</span> <span class="about_means">${means}</span></p>`
  return html`<section class="about_board" aria-label="${words.numbers(name)}">
${figure(words.homeTo, stats.users, words.users(stats.users), words.usersHint)}
${figure(words.authored, stats.statuses, words.statuses(stats.statuses), words.statusesHint)}
${figure(words.connected, stats.peers, html`<a href="/peers">${words.peers(stats.peers)}</a>`, words.peersHint)}
</section>`
}

function groundRules({ rule_set: set, ground_rules: rules }: About): Safe {
  const hint = html`<p class="hint">${words.version(set.version, formatDate(set.effective_at))} <a href="/rules/history">${words.rulesHistory}</a></p>`
  const list = html`<div class="stack"><p class="prose" dir="auto">${set.intro}</p><ol class="about_rules">${rules.map(ruleItem)}</ol></div>`
  return section('rules', words.groundRules, hint, list)
}

function ruleItem({ slug, number, text, children }: Rule): Safe {
  const below = children.map(
    (child) =>
      html`<li id="${child.slug}"><span class="about_letter">${child.number}</span><span dir="auto">${child.text}</span></li>`,
  )
  return html`<li id="${slug}"${below.length > 0 && raw(' class="about_whole"')}><span class="about_number">${number}</span><span dir="auto">${text}</span>${below.length > 0 && html`<ol class="about_sub">${below}</ol>`}</li>`
}

function guidelines({ guidelines: customs }: About): Safe {
  const one = ({ slug, text, hint }: Rule) =>
    html`<div class="stack-s" id="${slug}"><h3 dir="auto">${text}</h3><p dir="auto">${hint}</p></div>`
  const hint = html`<p class="hint">${words.guidelinesHint}</p>`
  return section('guidelines', words.guidelines, hint, html`<div class="about_columns">${customs.map(one)}</div>`)
}

function lately({ recent: posts, warning_label: label }: About): Safe | false {
  if (posts.length === 0) return false
  const hint = html`<p class="hint">${words.latelyHint} <a href="/local">${words.readMore}</a></p>`
  return section(
    'lately',
    words.lately,
    hint,
    html`<div class="about_clips">${posts.map((post) => clip(post, warningWords[label]))}</div>`,
  )
}

function clip(post: RecentPost, warned: string): Safe {
  const { acct, display_name: name, username } = post.account
  const said = post.spoiler_text
    ? html`<p class="about_words" dir="auto"><b>${warned}</b> ${post.spoiler_text}</p>`
    : html`<div class="about_words" dir="auto">${raw(post.content)}</div>`
  return html`<article class="about_clip">${said}<p class="hint"><a href="/@${acct}" dir="auto">${name || username}</a> @${acct}, <a class="about_when" href="/@${acct}/${post.id}"><span class="sr">${words.openPost}</span> <time datetime="${post.created_at}">${formatWhen(post.created_at)}</time></a></p></article>`
}

function whoRuns({ who_runs: text, contact: { email, account }, source_url: source }: About): Safe {
  const mail = email && html`<a href="mailto:${email}">${email}</a>`
  const member = account && html`<a href="/@${account.acct}">@${account.acct}</a>`
  const reach = (mail || member) && html`<p>${words.writeTo} ${mail}${mail && member && `${words.orTo} `}${member}.</p>`
  const code = source
    ? html`<p>${words.source} <a href="${source}" rel="noreferrer">${source}</a></p>`
    : reach && html`<p>${words.sourceAsked}</p>`
  return section(
    'who',
    words.whoRuns,
    false,
    html`<div class="prose stack"><div class="stack" dir="auto">${raw(formatText(text))}</div>${reach}${code}</div>`,
  )
}

function hosting(told: About['hosting']): Safe | false {
  if (!told) return false
  const hint = html`<p class="hint">${words.hostedHint} ${told.reviewed_on && words.reviewed(formatDate(told.reviewed_on))}</p>`
  return section('hosting', words.hosted, hint, lede(told.text))
}

function closing({ name, registrations: { mode } }: About): Safe {
  const open = mode !== 'closed'
  return html`<section class="about_close" aria-labelledby="h-join"><div class="page about_chair"><h2 id="h-join">${open ? words.closing : words.closingClosed}</h2>
<p class="row">${open && redLink('/join', words.joinName(name))} <a class="button_button" href="/local">${words.readFirst}</a></p></div></section>`
}

function section(id: string, heading: string, hint: Safe | false, content: Safe): Safe {
  return html`<section class="section" id="${id}" aria-labelledby="h-${id}"><header><h2 id="h-${id}">${heading}</h2>${hint}</header>${content}</section>`
}

function lede(text: string): Safe {
  return html`<div class="lede stack" dir="auto">${raw(formatText(text))}</div>`
}

function redLink(href: string, text: string): Safe {
  return html`<a class="button_button button_main" href="${href}">${text}</a>`
}
