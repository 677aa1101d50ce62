import { For, Show } from 'solid-js'
import type { Account } from '../../../shared/api/wire.ts'
import { profile } from '../../../shared/locales/en/profile.ts'
import { texts } from '../../lib/i18n.ts'
import { EmojiText } from '../../ui/emoji.tsx'
import { Words } from '../statuses/words.tsx'
import style from './fields.module.css'

const t = texts(profile)

/** What somebody says of themselves in lines, such as where else they are; what was verified says so. */
export function Lines(props: { account: Account }) {
  return (
    <Show when={props.account.fields.length > 0}>
      <dl class={style.fields}>
        <For each={props.account.fields}>
          {(field) => (
            <div data-verified={field.verified_at ? '' : undefined}>
              <dt dir="auto">
                <EmojiText text={field.name} emojis={props.account.emojis} />
              </dt>
              <dd>
                <Words html={field.value} emojis={props.account.emojis} />
                <Show when={field.verified_at}>{(at) => <p class={style.verified}>{t('verified', at())}</p>}</Show>
              </dd>
            </div>
          )}
        </For>
      </dl>
    </Show>
  )
}
