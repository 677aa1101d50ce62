import { createEffect, For, on, Show } from 'solid-js'
import { Count } from './badge.tsx'
import style from './tabs.module.css'

interface LinksProps {
  label: string
  items: readonly { href: string; text: string; current: boolean }[]
}

/** Tabs that go to pages of their own. */
export function TabLinks(props: LinksProps) {
  return (
    <nav class={style.tabs} aria-label={props.label}>
      <For each={props.items}>
        {(item) => (
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.text}
          </a>
        )}
      </For>
    </nav>
  )
}

interface ButtonsProps<T extends string> {
  label: string
  /** `count`: how many wait there, with what to read aloud after the number. */
  items: readonly { value: T; text: string; count?: { n: number; what: string } | undefined }[]
  value: T
  onChoose: (value: T) => void
}

/** Tabs that choose what a list on the same page shows. The chosen one is pushed into view on a narrow screen. */
export function TabButtons<T extends string>(props: ButtonsProps<T>) {
  let tabs: HTMLFieldSetElement | undefined
  createEffect(
    on(
      // a number that comes later makes the others wider
      () => [props.value, props.items.map(({ count }) => count?.n).join()],
      () => tabs?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    ),
  )
  return (
    <fieldset
      ref={(element) => {
        tabs = element
      }}
      class={style.tabs}
      aria-label={props.label}
    >
      <For each={props.items}>
        {(item) => (
          <button
            type="button"
            aria-current={item.value === props.value ? 'true' : undefined}
            onClick={() => props.onChoose(item.value)}
          >
            {item.text}
            <Show when={item.count}>{(count) => <Count n={count().n} what={count().what} />}</Show>
          </button>
        )}
      </For>
    </fieldset>
  )
}
