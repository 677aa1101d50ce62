import { createEffect, createUniqueId, For, on, Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { completion } from '../../locales/en/completion.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { announce } from '../../ui/live.tsx'
import { placeOf } from './caret.ts'
import style from './completion.module.css'
import { type Field, offering } from './offering.ts'
import type { Offer } from './offers.ts'
import type { Token } from './token.ts'

const t = texts(completion)

/** Space between the list and the line, and between the list and the window's edge, in pixels. */
const GAP = 4

const LABELS = { '@': 'people', '#': 'tags', ':': 'emojis' } as const

/** What goes on the word at the caret: a list that the field controls while it keeps the focus. */
export function List(props: { field: Field }) {
  const id = createUniqueId()
  const { token, offers, chosen, choose, take } = offering(props.field)
  let list: HTMLDivElement | undefined
  createEffect(
    on(offers, (now) => {
      const at = token()
      if (now.length > 0 && at && list) show(list, props.field, at)
      else list?.hidePopover()
      if (now.length > 0) announce(t('offered', now.length))
    }),
  )
  createEffect(() => tie(props.field, id, offers().length > 0 ? `${id}-${chosen()}` : undefined))
  return (
    <div
      ref={(element) => {
        list = element
      }}
      id={id}
      class={style.list}
      popover="manual"
      role="listbox"
      aria-label={t(LABELS[token()?.sign ?? '@'])}
    >
      <For each={offers()}>
        {(offer, n) => (
          <Option
            id={`${id}-${n()}`}
            offer={offer}
            chosen={n() === chosen()}
            onPoint={() => choose(n())}
            onTake={() => take(offer)}
          />
        )}
      </For>
    </div>
  )
}

/** Tells whoever listens to the field which line of the list is meant; the focus stays in the field. */
function tie(field: Field, id: string, option: string | undefined): void {
  field.setAttribute('aria-autocomplete', 'list')
  for (const [name, value] of [
    ['aria-controls', option && id],
    ['aria-activedescendant', option],
  ] as const) {
    if (value) field.setAttribute(name, value)
    else field.removeAttribute(name)
  }
}

interface OptionProps {
  id: string
  offer: Offer
  chosen: boolean
  onPoint: () => void
  onTake: () => void
}

function Option(props: OptionProps) {
  return (
    <button
      type="button"
      id={props.id}
      class={style.option}
      role="option"
      tabindex="-1"
      aria-selected={props.chosen}
      onPointerDown={(event) => event.preventDefault()}
      onPointerMove={() => props.onPoint()}
      onClick={() => props.onTake()}
    >
      <Show when={props.offer.picture}>
        {(picture) => (
          <Avatar src={picture().src || undefined} name={props.offer.name} handle={picture().handle} size="s" />
        )}
      </Show>
      <span class={style.name} dir="auto">
        {props.offer.name}
      </span>
      <Show when={props.offer.hint}>
        <bdi class={style.hint}>{props.offer.hint}</bdi>
      </Show>
    </button>
  )
}

function show(list: HTMLElement, field: Field, { start }: Token): void {
  list.showPopover()
  const caret = placeOf(field, start)
  const own = list.getBoundingClientRect()
  const fits = window.innerHeight - caret.bottom >= own.height + GAP
  list.style.top = `${fits ? caret.bottom + GAP : Math.max(GAP, caret.top - own.height - GAP)}px`
  list.style.left = `${Math.max(GAP, Math.min(caret.x, window.innerWidth - own.width - GAP))}px`
}
