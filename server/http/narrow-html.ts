import { about as words } from '../../shared/locales/en/about.ts'
import { html, type Safe } from './html.ts'

/** A page with one narrow column and one way out, as the client's own; `main` begins with the page's one h1. */
export function narrowPage(community: string, out: { href: string; text: string }, main: Safe): Safe {
  return html`<a class="skip" href="#main">${words.skip}</a>
<header class="page"><div class="narrow nameplate_folio nameplate_roomy"><a class="nameplate_nameplate" href="/about">${community}</a>
<a class="nameplate_link" href="${out.href}">${out.text}</a></div></header>
<main id="main" class="page" tabindex="-1"><div class="narrow stack-l">${main}</div></main>
<footer class="page nameplate_foot"></footer>`
}
