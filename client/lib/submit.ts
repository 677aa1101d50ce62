import { type Accessor, createSignal } from 'solid-js'

/** A form being sent. */
export interface Submit {
  busy: Accessor<boolean>
  /** Why the last try failed; gone when the next one starts. */
  error: Accessor<unknown>
  clear: () => void
  /** For `onSubmit`, or to be called by itself. A second press while the first is under way does nothing. */
  run: (event?: SubmitEvent) => void
}

/**
 * Sends by `act`, one at a time, and keeps the reason when it fails. Nothing that was typed is touched, and the focus
 * goes to the first field that something is wrong with.
 */
export function submitting(act: () => Promise<unknown>): Submit {
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()

  const run = (event?: SubmitEvent) => {
    event?.preventDefault()
    if (busy()) return
    const form = event?.currentTarget
    setBusy(true)
    setError(undefined)
    act()
      .catch((reason: unknown) => setError(() => reason))
      .finally(() => {
        setBusy(false)
        if (form instanceof HTMLFormElement) queueMicrotask(() => focusFirstInvalid(form))
      })
  }

  return { busy, error, clear: () => setError(undefined), run }
}

/** Moves the focus to the first field marked invalid. */
export function focusFirstInvalid(form: HTMLElement): void {
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
}
