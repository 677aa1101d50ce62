import { createSignal, For, Show } from 'solid-js'
import type { Tag } from '../../../shared/api/wire.ts'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { firstSteps } from '../../locales/en/first-steps.ts'
import { Button } from '../../ui/button.tsx'
import style from '../lists/own-lists.module.css'
import { followTag } from '../tags/follow.ts'

const t = texts(firstSteps)

/** Hashtags in use here these days, none of them followed without a tap; nothing where there are none. */
export function TagsPart() {
  const tags = loaded(
    () => undefined,
    (_, signal) => read<Tag[]>('/api/v1/trends/tags?limit=6', { signal }),
  )
  return (
    <Show when={tags.value()?.length ? tags.value() : undefined}>
      {(all) => (
        <section class="stack" aria-labelledby="h-tags">
          <h3 id="h-tags">{t('tagsTitle')}</h3>
          <p class="prose">{t('tagsText')}</p>
          <ul class={style.list}>
            <For each={all()}>{(tag) => <Line tag={tag} />}</For>
          </ul>
        </section>
      )}
    </Show>
  )
}

function Line(props: { tag: Tag }) {
  const [follows, setFollows] = createSignal(props.tag.following === true)
  const [busy, setBusy] = createSignal(false)
  const press = async () => {
    setBusy(true)
    const after = await followTag(props.tag.name, !follows()).finally(() => setBusy(false))
    if (after) setFollows(after.following === true)
  }
  return (
    <li>
      <a class={style.name} href={`/tags/${encodeURIComponent(props.tag.name)}`} dir="auto">
        #{props.tag.name}
      </a>
      <Button
        aria-pressed={follows()}
        aria-label={t(follows() ? 'tagFollowing' : 'tagFollow', props.tag.name)}
        busy={busy()}
        onClick={press}
      >
        {follows() ? t('followingTag') : t('followTag')}
      </Button>
    </li>
  )
}
