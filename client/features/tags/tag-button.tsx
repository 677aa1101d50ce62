import { createSignal, Show } from 'solid-js'
import type { Tag } from '../../../shared/api/wire.ts'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { lists } from '../../locales/en/lists.ts'
import { Button } from '../../ui/button.tsx'
import { followTag } from './follow.ts'

const t = texts(lists)

/** Follows a hashtag, or no longer. Nothing until one knows how it stands. */
export function TagButton(props: { name: string }) {
  const [busy, setBusy] = createSignal(false)
  const tag = loaded(
    () => props.name,
    (name, signal) => read<Tag>(`/api/v1/tags/${encodeURIComponent(name)}`, { signal }),
  )
  const press = async (now: Tag) => {
    setBusy(true)
    const after = await followTag(now.name, !now.following).finally(() => setBusy(false))
    if (after) tag.set(after)
  }
  return (
    <Show when={tag.value()}>
      {(now) => (
        <p>
          <Button aria-pressed={now().following === true} busy={busy()} onClick={() => press(now())}>
            {now().following ? t('followingTag') : t('followTag')}
          </Button>
        </p>
      )}
    </Show>
  )
}
