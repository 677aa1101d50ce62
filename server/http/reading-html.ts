import { about as words } from '../../shared/locales/en/about.ts'
import { reading } from '../../shared/locales/en/reading.ts'
import { html, type Safe } from './html.ts'

/**
 * What stands round a page for reading, as a visitor sees it: the parts and class names of the client's shell, so that
 * nothing moves when the client takes over. `main` begins with the page's one h1.
 */
export function readingPage(community: string, main: Safe): Safe {
  const plate = (extra: string) => html`<a class="nameplate_nameplate${extra}" href="/about">${community}</a>`
  const entry = (href: string, text: string) => html`<li><a class="shell_entry" href="${href}">${text}</a></li>`
  return html`<div class="page shell_shell"><a class="skip" href="#main">${words.skip}</a>
<header class="shell_top">${plate('')}</header>
<nav class="shell_rail" aria-label="${words.site}">${plate(' shell_wide')}<ul>${entry('/local', words.read)}${entry('/about#rules', words.rules)}${entry('/login', words.logIn)}${entry('/join', words.join)}</ul></nav>
<main id="main" class="shell_column stack" tabindex="-1">${main}</main>
<aside class="shell_context" aria-label="${reading.about(community)}"><section><h2>${reading.visitor}</h2><div class="stack-s"><p>${reading.visitorText}</p>
<p class="row"><a class="button_button button_main" href="/join">${words.join}</a> <a class="button_button" href="/login">${words.logIn}</a></p></div></section>
<section><h2>${reading.about(community)}</h2><p><a href="/about">${reading.aboutLink}</a></p></section></aside></div>`
}
