import { type JSX, Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { pauses } from '../../locales/en/pauses.ts'
import { Time } from '../../ui/time.tsx'
import style from './pauses.module.css'

const t = texts(pauses)

interface LineProps {
  children: JSX.Element
  acts?: JSX.Element
}

/** One line of the page: what holds, and what can be done about it. */
export function Line(props: LineProps) {
  return (
    <li>
      <div class={`${style.words} stack-s`}>{props.children}</div>
      <Show when={props.acts}>{(acts) => <div class="row">{acts()}</div>}</Show>
    </li>
  )
}

/** When a pause ends. */
export function Until(props: { at: string | null }) {
  return (
    <p class="hint">
      <Show when={props.at} fallback={t('endless2')}>
        {(at) => (
          <>
            {t('until')} <Time at={at()} />
          </>
        )}
      </Show>
    </p>
  )
}

/** A part of the page under its heading. */
export function Part(props: { id: string; title: string; children: JSX.Element }) {
  return (
    <section class={`${style.part} stack-s`} aria-labelledby={`h-${props.id}`}>
      <h2 id={`h-${props.id}`}>{props.title}</h2>
      {props.children}
    </section>
  )
}
