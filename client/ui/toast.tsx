import { createSignal, For, Show } from 'solid-js'
import { ui } from '../locales/en/ui.ts'
import { Button } from './button.tsx'
import { announce } from './live.tsx'
import style from './toast.module.css'

/** How long a toast stays, in milliseconds; with something to press it stays longer. */
const STAYS = { words: 5000, action: 12_000 }

interface Toast {
  text: string
  action?: { words: string; run: () => void }
}

const [toasts, setToasts] = createSignal<readonly Toast[]>([])

const remove = (gone: Toast) => setToasts((all) => all.filter((toast) => toast !== gone))

/** Says in passing that something was done, with at most one thing to do about it ("Undo"). Also read aloud. */
export function toast(text: string, action?: { words: string; run: () => void }): void {
  const shown = { text, action }
  setToasts((all) => [...all.slice(-1), shown])
  announce(text)
  setTimeout(() => remove(shown), action ? STAYS.action : STAYS.words)
}

/** Where toasts appear; stands once, at the root. */
export function Toasts() {
  return (
    <section class={style.place} aria-label={ui.toasts}>
      <For each={toasts()}>
        {(shown) => (
          <div class={style.toast}>
            <span>{shown.text}</span>
            <Show when={shown.action}>
              {(action) => (
                <Button
                  kind="quiet"
                  onClick={() => {
                    remove(shown)
                    action().run()
                  }}
                >
                  {action().words}
                </Button>
              )}
            </Show>
          </div>
        )}
      </For>
    </section>
  )
}
