import { For, Show } from 'solid-js'
import type { Account, FeaturedTag } from '../../../shared/api/wire.ts'
import { profile } from '../../../shared/locales/en/profile.ts'
import { read } from '../../api/http.ts'
import { keepAccounts } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { EmojiText } from '../../ui/emoji.tsx'
import { nameOf } from '../relations/act.ts'
import { profileHref } from '../statuses/address.ts'
import style from './shown.module.css'

const t = texts(profile)

async function readShown(id: string, signal: AbortSignal) {
  const of = `/api/v1/accounts/${id}`
  const [tags, people] = await Promise.all([
    read<FeaturedTag[]>(`${of}/featured_tags`, { signal }),
    read<Account[]>(`${of}/endorsements`, { signal }),
  ])
  keepAccounts(people)
  return { tags, people }
}

/** What somebody shows on their profile beside their words: hashtags that they use, and people they like to read. */
export function Shown(props: { accountId: string }) {
  const shown = loaded(() => props.accountId, readShown)
  return (
    <Show when={shown.value()}>
      {(now) => (
        <>
          <Show when={now().tags.length > 0}>
            <p class={style.line}>
              <span class="hint">{t('featuredTags')}</span>{' '}
              <For each={now().tags}>
                {(tag) => (
                  <a
                    href={`/tags/${encodeURIComponent(tag.name)}`}
                    title={t('tagUses', Number(tag.statuses_count))}
                    dir="auto"
                  >
                    #{tag.name}
                  </a>
                )}
              </For>
            </p>
          </Show>
          <Show when={now().people.length > 0}>
            <p class={style.line}>
              <span class="hint">{t('endorsed')}</span>{' '}
              <For each={now().people}>
                {(person) => (
                  <a href={profileHref(person)} dir="auto">
                    <EmojiText text={nameOf(person.id)} emojis={person.emojis} />
                  </a>
                )}
              </For>
            </p>
          </Show>
        </>
      )}
    </Show>
  )
}
