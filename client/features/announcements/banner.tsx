import { createEffect, Show } from 'solid-js'
import type { Announcement } from '../../../shared/api/announcements.ts'
import { texts } from '../../lib/i18n.ts'
import { announcements } from '../../locales/en/announcements.ts'
import { session } from '../../session/session.ts'
import { Entries } from './entry.tsx'
import { announced } from './list.ts'
import { noteTold } from './told.ts'

const t = texts(announcements)

/** What was announced when somebody last looked: who comes back finds it where it was. */
let before: { to: string | undefined; items: readonly Announcement[] } = { to: undefined, items: [] }

/** What is announced and was not put away; nothing when there is nothing. */
export function Banner() {
  const list = announced()
  const me = session()?.account?.id
  const items = () => list.items() ?? (before.to === me ? before.items : [])
  const fresh = () => items().filter((one) => !one.read)
  createEffect(() => {
    const now = list.items()
    if (now) before = { to: me, items: now }
    if (now || list.error()) noteTold()
  })
  return (
    <Show when={fresh().length > 0}>
      <section class="stack-s" aria-label={t('title')}>
        <Entries of={fresh()} list={list} />
      </section>
    </Show>
  )
}
