import { For, Show } from 'solid-js'
import type { AdminEmoji } from '../../../shared/api/house.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { type Listed, listed } from '../../lib/listed.ts'
import { submitting } from '../../lib/submit.ts'
import { house } from '../../locales/en/house.ts'
import { houseEmojis } from '../../locales/en/house-emojis.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Emoji } from '../../ui/emoji.tsx'
import { toast } from '../../ui/toast.tsx'
import { Line, Lines } from '../people/line.tsx'
import style from '../people/people.module.css'
import { Failed } from '../shell/failed.tsx'
import { EmojiForm } from './emoji-form.tsx'
import { emojiPath } from './emoji-path.ts'
import { RemoveOne } from './remove-one.tsx'

const t = texts(houseEmojis)
const h = texts(house)

/** The community's small pictures, and the way to add one. */
export function Emojis() {
  const list = listed<AdminEmoji>(emojiPath)
  return (
    <div class="stack">
      <p>{t('lede')}</p>
      <section class="stack" aria-labelledby="h-add">
        <h2 id="h-add">{t('add')}</h2>
        <EmojiForm onAdded={(emoji) => list.change((items) => [emoji, ...items])} />
      </section>
      <Show when={list.items()?.length}>{(n) => <h2>{t('count', n())}</h2>}</Show>
      <Lines from={list} empty={t('none')} emptyText={t('noneText')}>
        <For each={list.items()}>{(emoji) => <EmojiLine emoji={emoji} list={list} />}</For>
      </Lines>
    </div>
  )
}

interface LineProps {
  emoji: AdminEmoji
  list: Listed<AdminEmoji>
}

function EmojiLine(props: LineProps) {
  const name = () => props.emoji.shortcode
  const turn = submitting(async () => {
    const disabled = !props.emoji.disabled
    const now = await send<AdminEmoji>('PATCH', emojiPath(name()), { disabled })
    props.list.change((items) => items.map((one) => (one.shortcode === now.shortcode ? now : one)))
    toast(disabled ? t('disabledNow', now.shortcode) : t('enabledNow', now.shortcode))
  })
  return (
    <Line
      first={<Emoji picture={props.emoji} />}
      acts={
        <>
          <Button kind="quiet" busy={turn.busy()} onClick={() => turn.run()}>
            {props.emoji.disabled ? t('enable') : t('disable')}
            <span class="sr"> :{name()}:</span>
          </Button>
          <Delete {...props} />
        </>
      }
    >
      <p class={style.name}>:{name()}:</p>
      <p class="hint">
        <bdi>{props.emoji.category ?? t('noDrawer')}</bdi>{' '}
        <Show when={props.emoji.animated}>
          <Badge>{t('moves')}</Badge>
        </Show>{' '}
        <Show when={!props.emoji.visible_in_picker}>
          <Badge>{t('hidden')}</Badge>
        </Show>{' '}
        <Show when={props.emoji.disabled}>
          <Badge>{t('disabled')}</Badge>
        </Show>
      </p>
      <Failed error={turn.error()} what={h('notDone')} />
    </Line>
  )
}

function Delete(props: LineProps) {
  const name = () => props.emoji.shortcode
  const gone = () => {
    const code = name()
    props.list.change((items) => items.filter((one) => one.shortcode !== code))
    toast(t('deleted', code))
  }
  return (
    <RemoveOne path={emojiPath(name())} name={`:${name()}:`} title={t('deleteTitle', name())} onGone={gone}>
      {t('deleteText')}
    </RemoveOne>
  )
}
