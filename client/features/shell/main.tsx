import { type JSX, Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { usePage } from '../../lib/page.ts'
import { shell } from '../../locales/en/shell.ts'
import { session } from '../../session/session.ts'
import { EmojiText, type SmallPicture } from '../../ui/emoji.tsx'
import { Slip } from '../../ui/slip.tsx'
import { Alerts } from '../panic/alerts.tsx'
import { InstallHint } from './install-hint.tsx'
import style from './shell.module.css'

const t = texts(shell)

interface MainProps {
  /** The page's name, for the h1 and the title; `undefined` until the page has its data. */
  title: string | undefined
  /** Small pictures that the title names. */
  emojis?: readonly SmallPicture[] | undefined
  /** `hidden` keeps the h1 for screen readers only, as on a timeline. */
  heading?: 'shown' | 'hidden'
  children: JSX.Element
}

/** The middle column of a page in the shell: names the page and holds its one h1. */
export function Main(props: MainProps) {
  usePage(() => props.title)
  return (
    <main id="main" class={`${style.column} stack`} tabindex="-1">
      <Show when={props.title}>
        {(title) => (
          <h1 class={props.heading === 'hidden' ? 'sr' : undefined} dir="auto">
            <EmojiText text={title()} emojis={props.emojis} />
          </h1>
        )}
      </Show>
      <Show when={session()?.state === 'waiting'}>
        <Slip tone="info">
          <p>
            <b>{t('waitingTitle')}</b> {t('waiting')} <a href="/welcome">{t('waitingMore')}</a>
          </p>
        </Slip>
      </Show>
      <Alerts />
      <InstallHint />
      {props.children}
    </main>
  )
}

/** The end column: a few short sections beside a page; below it where there is no room. */
export function Context(props: { label: string; children: JSX.Element }) {
  return (
    <aside class={style.context} aria-label={props.label}>
      {props.children}
    </aside>
  )
}
