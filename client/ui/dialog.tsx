import { useBeforeLeave } from '@solidjs/router'
import { createEffect, createUniqueId, type JSX, on, Show } from 'solid-js'
import { Button } from './button.tsx'
import style from './dialog.module.css'

interface DialogProps {
  open: boolean
  title: JSX.Element
  /** Asked to close: by Escape, by a press beside it, or from inside. */
  onClose: () => void
  wide?: boolean
  children: JSX.Element
}

/** Frames in which what is behind a dialog that opens may still be drawn anew. */
const SETTLING = 20

/**
 * A native modal dialog: in the top layer, the rest of the page inert. The focus goes in when it opens and back to
 * what opened it when it closes. Back closes it too, as on a phone one expects. Its content exists only while it is open.
 */
export function Dialog(props: DialogProps) {
  const id = createUniqueId()
  let dialog: HTMLDialogElement | undefined
  let opener: Element | null = null

  createEffect(
    on(
      () => props.open,
      (open) => {
        if (open && !dialog?.open) {
          opener = document.activeElement
          dialog?.showModal()
          takeFocus()
        }
        if (!open && dialog?.open) dialog.close()
      },
    ),
  )

  useBeforeLeave((leave) => {
    if (!props.open || typeof leave.to !== 'number') return
    leave.preventDefault()
    props.onClose()
  })

  /** Whatever else moves the focus while the page changes, it ends in here; what a dialog begins with may choose its own. */
  const takeFocus = (frames = SETTLING) =>
    requestAnimationFrame(() => {
      const inside = dialog !== document.activeElement && dialog?.contains(document.activeElement)
      if (!dialog?.open || inside) return
      dialog.querySelector<HTMLElement>('button, input, textarea, select, a[href]')?.focus()
      if (frames > 0) takeFocus(frames - 1)
    })

  const closed = () => {
    if (props.open) props.onClose()
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a native dialog by itself
    <dialog
      ref={(element) => {
        dialog = element
      }}
      class={props.wide ? `${style.dialog} ${style.wide}` : style.dialog}
      aria-labelledby={id}
      onClose={closed}
      onClick={(event) => {
        if (event.target === event.currentTarget) props.onClose()
      }}
    >
      <Show when={props.open}>
        <div class="stack">
          <h2 id={id}>{props.title}</h2>
          {props.children}
        </div>
      </Show>
    </dialog>
  )
}

interface ConfirmProps {
  open: boolean
  title: JSX.Element
  children: JSX.Element
  /** The words on the button that does it, and on the one that does not. */
  yes: string
  no: string
  kind?: 'main' | 'danger'
  busy?: boolean
  onYes: () => void
  onClose: () => void
}

/** Asks before something that is hard to take back. */
export function ConfirmDialog(props: ConfirmProps) {
  return (
    <Dialog open={props.open} title={props.title} onClose={props.onClose}>
      <div>{props.children}</div>
      <p class="row">
        <Button kind={props.kind ?? 'danger'} busy={props.busy} onClick={() => props.onYes()}>
          {props.yes}
        </Button>
        <Button kind="quiet" onClick={() => props.onClose()}>
          {props.no}
        </Button>
      </p>
    </Dialog>
  )
}
