import { Show } from 'solid-js'
import { posts } from '../../../shared/locales/en/posts.ts'
import { accountOf, statusOf } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { session } from '../../session/session.ts'
import { EmojiText } from '../../ui/emoji.tsx'
import { profileHref } from './address.ts'

const t = texts(posts)

/** Who boosted a post, as the line above it. */
export function BoostedBy(props: { boostId: string }) {
  const person = () => accountOf(statusOf(props.boostId)?.account_id ?? '')
  return (
    <Show when={person()}>
      {(booster) => (
        <a href={profileHref(booster())} dir="auto">
          <EmojiText
            text={
              booster().id === session()?.account?.id
                ? t('boostedByYou')
                : t('boostedBy', booster().display_name || booster().username)
            }
            emojis={booster().emojis}
          />
        </a>
      )}
    </Show>
  )
}
