import { createSignal, createUniqueId, Index, type JSX, Show, splitProps } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { Button, type ButtonKind } from './button.tsx'
import { announce } from './live.tsx'
import style from './menu.module.css'
import { focusChosen, moveFocus, placeBy } from './menu-keys.ts'

/** One line of a menu. With `checked` it is a choice: `one` of several, or `any` that switches by itself. */
export interface MenuItem {
  label: string
  hint?: string
  /** Goes somewhere instead of doing something. */
  href?: string
  current?: boolean
  checked?: boolean
  /** Why it cannot be chosen now. It stays in the menu and says this. */
  why?: string
  choice?: 'one' | 'any'
  /** A line above it: what follows is of another kind. */
  apart?: boolean
  onSelect?: () => void
}

interface MenuProps {
  /** What the menu is, for screen readers. */
  label: string
  items: readonly MenuItem[]
  /** The words on the button that opens it. */
  children: JSX.Element
  kind?: ButtonKind
  class?: string
}

const ROLES = { one: 'menuitemradio', any: 'menuitemcheckbox' } as const

/**
 * A button that opens a menu in the top layer. Arrow keys, Home, End and first letters move; Escape and a press
 * beside it close; the focus returns to the button.
 */
export function Menu(given: MenuProps) {
  const [props, rest] = splitProps(given, ['label', 'items', 'children', 'kind', 'class'])
  const id = createUniqueId()
  const [open, setOpen] = createSignal(false)
  let list: HTMLDivElement | undefined
  let button: HTMLButtonElement | undefined

  const toggled = (now: boolean) => {
    setOpen(now)
    if (!list || !button || !now) return
    placeBy(button, list)
    focusChosen(list)
  }

  const select = (item: MenuItem) => {
    if (item.why) return announce(item.why)
    // Now, and not with the event that comes later: what is taken out while a page changes would be drawn twice.
    setOpen(false)
    list?.hidePopover()
    button?.focus()
    item.onSelect?.()
  }

  return (
    <>
      <Button
        {...rest}
        ref={(element: HTMLButtonElement) => {
          button = element
        }}
        kind={props.kind}
        class={props.class}
        popovertarget={id}
        aria-haspopup="menu"
        aria-expanded={open()}
        aria-controls={id}
      >
        {props.children}
      </Button>
      <div
        ref={(element) => {
          list = element
        }}
        id={id}
        class={style.menu}
        popover="auto"
        role="menu"
        tabindex="-1"
        aria-label={props.label}
        onToggle={(event) => toggled(event.newState === 'open')}
        onKeyDown={(event) => list && moveFocus(event, list)}
      >
        <Show when={open()}>
          {/* by their places: where their words come later, whoever stands on one stays there */}
          <Index each={props.items}>{(item) => <Line item={item()} onSelect={() => select(item())} />}</Index>
        </Show>
      </div>
    </>
  )
}

function Line(props: { item: MenuItem; onSelect: () => void }) {
  return (
    <>
      <Show when={props.item.apart}>
        <hr />
      </Show>
      <Dynamic
        component={props.item.href ? 'a' : 'button'}
        type={props.item.href ? undefined : 'button'}
        href={props.item.href}
        class={style.item}
        tabindex="-1"
        role={props.item.choice ? ROLES[props.item.choice] : 'menuitem'}
        aria-checked={props.item.choice ? props.item.checked === true : undefined}
        aria-current={props.item.current ? 'page' : undefined}
        aria-disabled={props.item.why ? 'true' : undefined}
        onClick={() => props.onSelect()}
      >
        {props.item.label}
        <Show when={props.item.why ?? props.item.hint}>
          <small>{props.item.why ?? props.item.hint}</small>
        </Show>
      </Dynamic>
    </>
  )
}
