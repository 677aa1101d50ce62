import { lazy, Show, Suspense } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { patiently } from '../../lib/patiently.ts'
import { composer } from '../../locales/en/composer.ts'
import { Button } from '../../ui/button.tsx'
import type { Writing } from './writing.ts'

const t = texts(composer)

/** Fetched when somebody first asks: most posts are posted at once. */
const LaterFields = lazy(() =>
  patiently(() => import('./later-fields.tsx')).then((file) => ({ default: file.LaterFields })),
)

/** The word that puts a post off, as long as it is not. */
export function LaterButton(props: { writing: Writing }) {
  return (
    <Show when={props.writing.draft.later === undefined}>
      <Button kind="quiet" title={t('laterTitle')} onClick={() => props.writing.change({ later: '' })}>
        {t('later')}
      </Button>
    </Show>
  )
}

/** When the post that is being written is to be posted. */
export function LaterPart(props: { writing: Writing; onNow: () => void }) {
  return (
    <Suspense>
      <Show when={props.writing.draft.later !== undefined}>
        <LaterFields writing={props.writing} onNow={props.onNow} />
      </Show>
    </Suspense>
  )
}
