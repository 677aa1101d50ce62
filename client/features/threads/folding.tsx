import { createMemo, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { posts } from '../../../shared/locales/en/posts.ts'
import type { Placed } from '../../../shared/thread-order.ts'
import { statusOf } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import style from './thread.module.css'

const t = texts(posts)

const [folded, setFolded] = createStore<Record<string, boolean>>({})

/** Whether what was answered to a reply is folded away; it stays so when one comes back to the conversation. */
const isFolded = (id: string): boolean => folded[id] === true

/** What is folded away in a conversation, and how much stands under each reply. */
export function folding(replies: () => readonly Placed[]) {
  const here = createMemo(() => new Set(replies().map((reply) => reply.id)))
  const above = (id: string): string[] => {
    const parents: string[] = []
    for (let parent = statusOf(id)?.in_reply_to_id; parent && here().has(parent); ) {
      parents.push(parent)
      parent = statusOf(parent)?.in_reply_to_id
    }
    return parents
  }
  const below = createMemo(() => {
    const counts = new Map<string, number>()
    for (const { id } of replies()) for (const parent of above(id)) counts.set(parent, (counts.get(parent) ?? 0) + 1)
    return counts
  })
  return { below, isHidden: (id: string) => above(id).some(isFolded) }
}

/** Folds what was answered to a reply, and shows it again. */
export function FoldReplies(props: { id: string; count: number }) {
  return (
    <Show when={props.count > 0}>
      <p>
        <Button
          kind="quiet"
          class={style.fold}
          aria-expanded={!isFolded(props.id)}
          onClick={() => setFolded(props.id, !isFolded(props.id))}
        >
          {isFolded(props.id) ? t('unfoldReplies', props.count) : t('foldReplies', props.count)}
        </Button>
      </p>
    </Show>
  )
}

/** Folds all that answers a reply in one press, so that the direct replies are left, and shows it again. */
export function FoldAll(props: { below: ReadonlyMap<string, number> }) {
  const parents = () => [...props.below.keys()]
  const areFolded = () => parents().every(isFolded)
  return (
    <Show when={parents().length > 1}>
      <p>
        <Button
          kind="quiet"
          class={style.fold}
          aria-expanded={!areFolded()}
          onClick={() => setFolded(Object.fromEntries(parents().map((id) => [id, !areFolded()])))}
        >
          {areFolded() ? t('unfoldAll') : t('foldAll')}
        </Button>
      </p>
    </Show>
  )
}
