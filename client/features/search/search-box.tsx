import { createEffect, createSignal, createUniqueId, on, onMount } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { search } from '../../locales/en/search.ts'
import { Button } from '../../ui/button.tsx'
import style from './search.module.css'

const t = texts(search)

/** The box to look for something; it is asked with Enter or the button, and has the focus while it is empty. */
export function SearchBox(props: { q: string; onSearch: (q: string) => void }) {
  const id = createUniqueId()
  const [typed, setTyped] = createSignal(props.q)
  let input: HTMLInputElement | undefined
  createEffect(
    on(
      () => props.q,
      (q) => setTyped(q),
      { defer: true },
    ),
  )
  onMount(() => {
    // After a change of page the heading takes the focus first.
    if (props.q === '') requestAnimationFrame(() => input?.focus())
  })
  return (
    <search>
      <form
        class={style.box}
        onSubmit={(event) => {
          event.preventDefault()
          const q = typed().trim()
          if (q !== '') props.onSearch(q)
          else input?.focus()
        }}
      >
        <label class={style.label} for={id}>
          {t('field')}
        </label>
        <input
          ref={(element) => {
            input = element
          }}
          id={id}
          class={style.input}
          type="search"
          name="q"
          maxLength={500}
          autocomplete="off"
          autocapitalize="none"
          enterkeyhint="search"
          dir="auto"
          value={typed()}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" kind="main">
          {t('go')}
        </Button>
      </form>
    </search>
  )
}
