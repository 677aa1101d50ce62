import { For, Show } from 'solid-js'
import type { Tag } from '../../../shared/api/wire.ts'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { lists } from '../../locales/en/lists.ts'
import { Button } from '../../ui/button.tsx'
import style from '../lists/own-lists.module.css'
import { Waiting } from '../shell/waiting.tsx'
import { followTag } from './follow.ts'

const t = texts(lists)

/** The hashtags that one follows, each with the way out. */
export function FollowedTags() {
  const tags = loaded(
    () => undefined,
    (_, signal) => read<Tag[]>('/api/v1/followed_tags?limit=200', { signal }),
  )
  const leave = async (name: string) => {
    if (await followTag(name, false)) tags.set((tags.value() ?? []).filter((tag) => tag.name !== name))
  }
  return (
    <section class={`${style.part} stack`} aria-labelledby="h-tags">
      <h2 id="h-tags">{t('tags')}</h2>
      <p class="hint">{t('tagsText')}</p>
      <Show when={tags.value()} fallback={<Waiting label={t('tagsLoading')} from={tags} />}>
        {(all) => (
          <ul class={style.list}>
            <For each={all()} fallback={<li>{t('tagsNone')}</li>}>
              {(tag) => (
                <li>
                  <a class={style.name} href={`/tags/${encodeURIComponent(tag.name)}`} dir="auto">
                    #{tag.name}
                  </a>
                  <Button aria-label={t('unfollowTag', tag.name)} onClick={() => leave(tag.name)}>
                    {t('unfollow')}
                  </Button>
                </li>
              )}
            </For>
          </ul>
        )}
      </Show>
    </section>
  )
}
