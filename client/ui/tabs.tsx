import { For } from 'solid-js'
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
  items: readonly { value: T; text: string }[]
  value: T
  onChoose: (value: T) => void
}

/** Tabs that choose what a list on the same page shows. */
export function TabButtons<T extends string>(props: ButtonsProps<T>) {
  return (
    <fieldset class={style.tabs} aria-label={props.label}>
      <For each={props.items}>
        {(item) => (
          <button
            type="button"
            aria-current={item.value === props.value ? 'true' : undefined}
            onClick={() => props.onChoose(item.value)}
          >
            {item.text}
          </button>
        )}
      </For>
    </fieldset>
  )
}
