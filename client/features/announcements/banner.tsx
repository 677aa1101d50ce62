import { Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { announcements } from '../../locales/en/announcements.ts'
import { Entries } from './entry.tsx'
import { announced } from './list.ts'

const t = texts(announcements)

/** What is announced and was not put away; nothing when there is nothing. */
export function Banner() {
  const list = announced()
  const fresh = () => (list.items() ?? []).filter((one) => !one.read)
  return (
    <Show when={fresh().length > 0}>
      <section class="stack-s" aria-label={t('title')}>
        <Entries of={fresh()} list={list} />
      </section>
    </Show>
  )
}
