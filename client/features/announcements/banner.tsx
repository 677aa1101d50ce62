import { createEffect, createMemo, createSignal, Show, untrack } from 'solid-js'
import type { Announcement } from '../../../shared/api/announcements.ts'
import { texts } from '../../lib/i18n.ts'
import { announcements } from '../../locales/en/announcements.ts'
import { session } from '../../session/session.ts'
import { toast } from '../../ui/toast.tsx'
import { Entries, type Standing } from './entry.tsx'
import { announced, wasPutAwayHere } from './list.ts'
import { isTold, noteTold } from './told.ts'

const t = texts(announcements)

/** What was announced when somebody last looked: who comes back finds it where it was. */
let before: { to: string | undefined; items: readonly Announcement[] } = { to: undefined, items: [] }

/** What is announced and was not put away; nothing when there is nothing. */
export function Banner() {
  const list = announced()
  const me = session()?.account?.id
  const left = before.to === me ? before.items : []
  const items = () => list.items() ?? left
  const isHeld = holding(list.items, left)
  const shown = staying(() => items().filter(({ read }) => !read), isHeld)
  createEffect(() => {
    const now = list.items()
    if (now) before = { to: me, items: now }
    if (now || list.error()) noteTold()
  })
  return (
    <Show when={shown().length > 0}>
      <section class="stack-s" aria-label={t('title')}>
        <Entries of={shown()} list={list} />
      </section>
    </Show>
  )
}

/**
 * What is over meanwhile, or was put away on another device, stays until it is put away here or the page is opened
 * again: the list below does not move up under the eyes.
 */
function staying(unread: () => readonly Announcement[], isHeld: (id: string) => boolean): () => readonly Standing[] {
  return createMemo<readonly Standing[]>((before) => {
    const now: Standing[] = unread().filter(({ id }) => !isHeld(id))
    const stand = new Set(unread().map(({ id }) => id))
    for (const [place, one] of before.entries()) {
      if (!stand.has(one.id) && !wasPutAwayHere(one.id)) now.splice(place, 0, { ...one, over: true })
    }
    return now
  }, [])
}

/**
 * What comes while the page is read is told, and stands there when asked for or on the next visit: it pushes nothing away.
 * So is what comes once the list below was shown without waiting for it; then only what was `left` stands already.
 */
function holding(
  items: () => readonly Announcement[] | undefined,
  left: readonly Announcement[],
): (id: string) => boolean {
  const [held, setHeld] = createSignal<readonly string[]>([])
  let known: Set<string> | undefined
  const show = () => {
    setHeld([])
    window.scrollTo(0, 0)
  }
  createEffect(() => {
    const now = items()
    if (!now) return
    known ??= untrack(isTold) ? new Set(left.map(({ id }) => id)) : undefined
    const come = known ? now.filter(({ id, read }) => !(read || known?.has(id))) : []
    known = new Set([...(known ?? []), ...now.map(({ id }) => id)])
    if (come.length === 0) return
    setHeld((ids) => [...ids, ...come.map(({ id }) => id)])
    toast(t('came'), { words: t('showIt'), run: show })
  })
  return (id) => held().includes(id)
}
