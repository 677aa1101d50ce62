import { useBeforeLeave } from '@solidjs/router'
import { createSignal, onCleanup } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { settings } from '../../locales/en/settings.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'

const t = texts(settings)

const parts = new Set<() => boolean>()

/** Counts a part of the page among those that may hold words nobody has saved yet, for as long as it is shown. */
export function watchUnsaved(dirty: () => boolean): void {
  parts.add(dirty)
  onCleanup(() => parts.delete(dirty))
}

const anyUnsaved = () => [...parts].some((dirty) => dirty())

/** Asks before a page with unsaved words is left; closing the window lets the browser ask. */
export function UnsavedQuestion() {
  const [leave, setLeave] = createSignal<() => void>()

  useBeforeLeave((event) => {
    const goal = typeof event.to === 'string' ? new URL(event.to, location.href).pathname : undefined
    if (event.defaultPrevented || goal === event.from.pathname || !anyUnsaved()) return
    event.preventDefault()
    setLeave(() => () => event.retry(true))
  })
  const closing = (event: BeforeUnloadEvent) => {
    if (anyUnsaved()) event.preventDefault()
  }
  window.addEventListener('beforeunload', closing)
  onCleanup(() => window.removeEventListener('beforeunload', closing))

  return (
    <ConfirmDialog
      open={leave() !== undefined}
      title={t('unsavedTitle')}
      yes={t('unsavedYes')}
      no={t('unsavedNo')}
      onYes={() => leave()?.()}
      onClose={() => setLeave(undefined)}
    >
      <p>{t('unsavedText')}</p>
    </ConfirmDialog>
  )
}
