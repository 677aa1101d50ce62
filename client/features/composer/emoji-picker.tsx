import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import type { CustomEmoji } from '../../../shared/api/wire.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { emojiPicker } from '../../locales/en/emoji-picker.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Emoji } from '../../ui/emoji.tsx'
import { TextField } from '../../ui/field.tsx'
import { ownEmojis } from '../completion/emojis.ts'
import { Waiting } from '../shell/waiting.tsx'
import { common } from './common-emoji.ts'
import style from './emoji-picker.module.css'

const t = texts(emojiPicker)

interface PickerProps {
  open: boolean
  onPick: (text: string) => void
  onClose: () => void
}

/** The community's own small pictures by drawer, and below them some that every device has. */
export function EmojiPicker(props: PickerProps) {
  return (
    <Dialog open={props.open} title={t('title')} onClose={props.onClose}>
      <Drawers onPick={props.onPick} />
    </Dialog>
  )
}

function Drawers(props: { onPick: (text: string) => void }) {
  const [q, setQ] = createSignal('')
  const own = loaded(() => undefined, ownEmojis)
  const wanted = () => q().trim().toLowerCase().replaceAll(':', '')
  const offered = () => (own.value() ?? []).filter((one) => one.visible_in_picker && fits(one, wanted()))
  const drawers = createMemo(() => [...Map.groupBy(offered(), ({ category }) => category ?? '')])
  const others = () => common.filter(({ name }) => name.includes(wanted()))
  return (
    <div class="stack">
      <TextField label={t('search')} type="search" autocomplete="off" value={q()} onInput={setQ} />
      <div class={style.all}>
        <Show when={own.value()} fallback={<Waiting label={t('loading')} from={own} />}>
          <For each={drawers()}>
            {([category, emojis]) => (
              <Drawer title={category || t('own')}>
                <For each={emojis}>
                  {(one) => (
                    <Choice label={`:${one.shortcode}:`} onPick={() => props.onPick(`:${one.shortcode}:`)}>
                      <Emoji picture={one} />
                    </Choice>
                  )}
                </For>
              </Drawer>
            )}
          </For>
        </Show>
        <Show when={others().length > 0}>
          <Drawer title={t('common')}>
            <For each={others()}>
              {({ sign, name }) => (
                <Choice label={name} onPick={() => props.onPick(sign)}>
                  <span aria-hidden="true">{sign}</span>
                </Choice>
              )}
            </For>
          </Drawer>
        </Show>
        <Show when={own.value() && offered().length === 0 && others().length === 0}>
          <p>{t('none')}</p>
        </Show>
      </div>
    </div>
  )
}

const fits = ({ shortcode, category }: CustomEmoji, wanted: string) =>
  `${shortcode} ${category ?? ''}`.toLowerCase().includes(wanted)

function Drawer(props: { title: string; children: JSX.Element }) {
  return (
    <section>
      <h3 class={style.title} dir="auto">
        {props.title}
      </h3>
      <div class={style.drawer}>{props.children}</div>
    </section>
  )
}

function Choice(props: { label: string; onPick: () => void; children: JSX.Element }) {
  return (
    <button
      type="button"
      class={style.choice}
      aria-label={props.label}
      title={props.label}
      onClick={() => props.onPick()}
    >
      {props.children}
    </button>
  )
}
