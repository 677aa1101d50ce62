import { createUniqueId, For, type JSX, Show } from 'solid-js'
import type { Collection } from '../../../shared/api/collections.ts'
import { texts } from '../../lib/i18n.ts'
import { collections } from '../../locales/en/collections.ts'
import style from '../relations/request-list.module.css'
import { PersonLine } from './person-line.tsx'

const t = texts(collections)

/** One collection: what it is about, and the people in it. */
export function CollectionPart(props: { of: Collection; level: 2 | 3; children?: JSX.Element }) {
  const id = createUniqueId()
  return (
    <section class="stack" aria-labelledby={id}>
      <Show when={props.level === 2} fallback={<h3 id={id}>{props.of.title}</h3>}>
        <h2 id={id} dir="auto">
          {props.of.title}
        </h2>
      </Show>
      <Show when={props.of.about}>
        <p class="prose" dir="auto">
          {props.of.about}
        </p>
      </Show>
      {props.children}
      <Show when={props.of.accounts.length > 0} fallback={<p class="hint">{t('onlyYou')}</p>}>
        <ul class={style.list} aria-label={t('peopleIn', props.of.title)}>
          <For each={props.of.accounts}>{({ id: accountId }) => <PersonLine id={accountId} />}</For>
        </ul>
      </Show>
    </section>
  )
}
