import { type JSX, Show } from 'solid-js'
import { usePage } from '../../lib/page.ts'
import style from './nameplate.module.css'
import { Nameplate } from './nameplate.tsx'
import { SkipLink } from './skip-link.tsx'

interface NarrowProps {
  /** For the window's title; `undefined` until the page has its data. */
  title: string | undefined
  /** The one way out, at the end of the head. */
  out?: { href: string; text: string }
  foot?: JSX.Element
  children: JSX.Element
}

/** A page with one thing to do: nameplate, a way out, one narrow column. */
export function NarrowPage(props: NarrowProps) {
  usePage(() => props.title)
  return (
    <>
      <SkipLink />
      <header class="page">
        <div class={`narrow ${style.folio} ${style.roomy}`}>
          <Nameplate />
          <Show when={props.out}>
            {(out) => (
              <a class={style.link} href={out().href}>
                {out().text}
              </a>
            )}
          </Show>
        </div>
      </header>
      <main id="main" class="page" tabindex="-1">
        <div class="narrow stack-l">{props.children}</div>
      </main>
      <footer class={`page ${style.foot}`}>
        <div class="narrow">{props.foot}</div>
      </footer>
    </>
  )
}
