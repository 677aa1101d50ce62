import { type JSX, Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { usePage } from '../../lib/page.ts'
import { mediation } from '../../locales/en/mediation.ts'
import { Button } from '../../ui/button.tsx'
import { Nameplate } from '../shell/nameplate.tsx'
import { SkipLink } from '../shell/skip-link.tsx'
import { useDoor } from './door.ts'
import style from './frame.module.css'
import { GuestFoot, GuestMark } from './guest/mark.tsx'
import { useOneEntry } from './one-entry.ts'
import { useQuickExit } from './quick-exit.ts'

const t = texts(mediation)

interface FrameProps {
  /** For the window's title, which says nothing of what the page is about; `undefined` until it has its data. */
  title: string | undefined
  /** The way out of what is going on. */
  exit?: JSX.Element
  /** What happens next and by when. */
  next?: JSX.Element
  children: JSX.Element
}

/** Round everything in mediation: what happens next, the way out and the cleared screen are always in sight. */
export function Frame(props: FrameProps) {
  const door = useDoor()
  useOneEntry()
  const { cleared, clear } = useQuickExit(door.guest ? '/about' : '/home')
  usePage(() => (cleared() ? undefined : props.title))
  return (
    <Show when={!cleared()}>
      <SkipLink />
      <header class={style.bar}>
        <div class="page">
          <div class={style.row}>
            <p class={style.where}>
              <Nameplate />
            </p>
            <Button class={style.clear} kind="quiet" aria-keyshortcuts="Escape" onClick={clear}>
              {t('clear')} <span class={style.key}>{t('clearKey')}</span>
            </Button>
            {props.exit}
          </div>
          <Show when={props.next}>
            <p class={style.next}>{props.next}</p>
          </Show>
        </div>
      </header>
      <main id="main" class="page" tabindex="-1">
        <Show when={door.guest}>{(guest) => <GuestMark acct={guest().acct} />}</Show>
        {props.children}
      </main>
      <footer class={`page ${style.foot}`}>
        <Show
          when={door.guest}
          fallback={
            <p class="hint">
              <a href={door.out}>{t('all')}</a>
            </p>
          }
        >
          {(guest) => <GuestFoot link={guest().link} leave={guest().leave} />}
        </Show>
      </footer>
    </Show>
  )
}
