import { oauth as words } from '../../../shared/locales/en/oauth.ts'
import { type Answer, answer, type Cookie } from '../../http/answer.ts'
import { html, type Safe } from '../../http/html.ts'
import { document } from '../../http/shell.ts'
import { OUT_OF_BAND } from '../../policies/redirects.ts'
import { type Asked, type AskForm, authorizeAddress } from './asked.ts'
import { explainScopes } from './explain.ts'
import { formTarget } from './send-back.ts'

/** What every page here says of the place: the community's name. */
export type Place = { community: string }

type Look = { status?: number; formAction?: string; cookies?: Cookie[] }

/** Of one narrow column, as the client's page to log in; parts and class names are the client's. */
const column = ({ community }: Place, content: Safe): Safe => html`<a class="skip" href="#main">${words.skip}</a>
<header class="page"><div class="narrow nameplate_folio nameplate_roomy"><a class="nameplate_nameplate" href="/about">${community}</a></div></header>
<main id="main" class="page" tabindex="-1"><div class="narrow stack-l">${content}</div></main><link rel="stylesheet" href="/oauth.css">`

/**
 * A page without any script: it has to work inside an app's own browser window. Its policy lets its form end at the
 * program's address, and its form carries our Origin, which `no-referrer` would blank.
 */
function page(place: Place, title: string, content: Safe, { status, formAction = '', cookies }: Look = {}): Answer {
  const whole = document({ title, noindex: true }, column(place, content), { page: 'pages/login.tsx', client: false })
  const targets = `'self' ${formAction}`.trim()
  return answer(whole, {
    status,
    cookies,
    headers: {
      'Content-Security-Policy': `default-src 'none'; style-src 'self'; form-action ${targets}; base-uri 'none'; frame-ancestors 'none'`,
      'Referrer-Policy': 'same-origin',
      // some programs open this page in a window and wait for that to come back to them
      'Cross-Origin-Opener-Policy': 'unsafe-none',
      'Cache-Control': 'no-store',
    },
  })
}

/** The program's request again, so that the next step can be checked from the beginning. */
const keep = (form: AskForm): Safe =>
  html`${Object.entries(form).map(
    ([name, value]) =>
      value !== undefined && name !== 'force_login' && html`<input type="hidden" name="${name}" value="${value}">`,
  )}`

const problem = (text: string) => html`<div class="slip_slip" data-tone="danger" role="alert"><p>${text}</p></div>`

type Tried = { login?: string; problem?: string; status?: number }

/** Our own page, which takes a passkey and leads back: that needs a program of ours, which these pages have none of. */
const ownLogIn = (form: AskForm) => `/login?next=${encodeURIComponent(authorizeAddress(form))}`

/** Name and password, before anything is asked. `last` is the try that failed. */
export function logInPage(place: Place, asked: Asked, form: AskForm, last: Tried = {}): Answer {
  const content = html`<div class="stack-s"><p class="kicker">${words.toGoOn(asked.app.name)}</p><h1>${words.logIn}</h1></div>
${last.problem && problem(last.problem)}
<form class="form_form" method="post" action="/oauth/login">${keep(form)}
<div class="field_field"><label class="field_label" for="login">${words.login}</label>
<input class="field_input" id="login" name="login" value="${last.login ?? ''}" autocomplete="username" autocapitalize="none" spellcheck="false" required></div>
<div class="field_field"><label class="field_label" for="password">${words.password}</label>
<input class="field_input" id="password" name="password" type="password" autocomplete="current-password" required></div>
<p class="row"><button class="button_button button_main" type="submit">${words.logIn}</button> <a class="button_button button_quiet" href="/forgot">${words.forgot}</a></p>
</form>
<p><a href="${ownLogIn(form)}">${words.byPasskey}</a></p>
<p class="hint">${words.staysHere(asked.app.name)}</p>`
  return page(place, words.logIn, content, { status: last.status, formAction: formTarget(asked.redirectUri) })
}

type Second = { ways: readonly ('code' | 'passkey')[]; cookies?: Cookie[]; problem?: string; status?: number }

/** The second step. */
export function secondPage(place: Place, asked: Asked, form: AskForm, { ways, cookies, ...last }: Second): Answer {
  const content = html`<div class="stack-s"><p class="kicker">${words.toGoOn(asked.app.name)}</p><h1>${words.second}</h1></div>
${last.problem && problem(last.problem)}
<form class="form_form" method="post" action="/oauth/login/second">${keep(form)}
<div class="field_field"><label class="field_label" for="code">${ways.includes('code') ? words.code : words.recoveryCode}</label>
<input class="field_input" id="code" name="code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" required>
<p class="hint">${ways.includes('code') ? words.codeOrRecovery : words.recoveryOnly}</p></div>
<p class="row"><button class="button_button button_main" type="submit">${words.logIn}</button></p></form>
${ways.includes('passkey') && html`<p><a href="${ownLogIn(form)}">${words.byPasskey}</a></p>`}`
  return page(place, words.second, content, { status: last.status, cookies, formAction: formTarget(asked.redirectUri) })
}

function whereTo({ redirectUri }: Asked): Safe {
  if (redirectUri === OUT_OF_BAND) return html`${words.thenCode}`
  const { protocol, host } = new URL(redirectUri)
  const goal = /^https?:$/.test(protocol) ? host : words.opener(protocol)
  return html`${words.thenTo} <b class="oauth-target"><bdi>${goal}</bdi></b>.`
}

/** What the program asks for, in plain words, and the two answers. */
export function consentPage(
  place: Place,
  asked: Asked,
  form: AskForm,
  person: { accountId: number; username: string },
) {
  const question = words.may(asked.app.name)
  const content = html`<div class="stack-s"><p class="kicker">${words.asks}</p><h1>${question}</h1></div>
<p>${words.loggedInAs} <b>@${person.username}</b>. <a href="${authorizeAddress(form)}&force_login=true">${words.another}</a></p>
<section class="stack-s" aria-labelledby="able"><h2 id="able">${words.wouldBeAble}</h2>
<ul class="oauth-may">${explainScopes(asked.scopes).map((sentence) => html`<li>${sentence}</li>`)}</ul></section>
<p>${whereTo(asked)} ${words.toEnd}</p>
<form class="row" method="post" action="/oauth/authorize">${keep(form)}<input type="hidden" name="account" value="${person.accountId}">
<button class="button_button button_main" type="submit" name="answer" value="allow">${words.allow}</button>
<button class="button_button" type="submit" name="answer" value="deny">${words.deny}</button></form>`
  return page(place, question, content, { formAction: formTarget(asked.redirectUri) })
}

/** The code, for a program of the command line. */
export function codePage(place: Place, code: string): Answer {
  const content = html`<h1>${words.copyCode}</h1>
<p><textarea class="field_input oauth-code" rows="2" readonly aria-label="${words.yourCode}">${code}</textarea></p>
<p class="hint">${words.codeHint}</p>`
  return page(place, words.yourCode, content)
}

/** Why there is nothing to ask. */
export function refusalPage(place: Place, status: number, message: string): Answer {
  const content = html`<h1>${words.failed}</h1>${problem(message)}<p><a href="/">${words.first}</a></p>`
  return page(place, words.failed, content, { status })
}
