import { lazy, Show, Suspense } from 'solid-js'
import { sharedLimits } from '../../../shared/limits.ts'
import { texts } from '../../lib/i18n.ts'
import { patiently } from '../../lib/patiently.ts'
import { pictures } from '../../locales/en/pictures.ts'
import { Button } from '../../ui/button.tsx'
import { TYPES } from './picking.ts'
import type { Writing } from './writing.ts'

const t = texts(pictures)

/** Fetched with the first picture. */
const Tray = lazy(() => patiently(() => import('./tray.tsx')).then((file) => ({ default: file.Tray })))

/** The word that adds pictures, beside `CW`. */
export function PictureButton(props: { writing: Writing }) {
  let input: HTMLInputElement | undefined
  const full = () => props.writing.draft.pictures.length >= sharedLimits.mediaPerPost
  return (
    <>
      <Button
        kind="quiet"
        title={t('addTitle')}
        why={full() ? t('full', sharedLimits.mediaPerPost) : undefined}
        onClick={() => input?.click()}
      >
        {t('add')}
      </Button>
      <input
        ref={(element) => {
          input = element
        }}
        hidden
        type="file"
        multiple
        accept={TYPES.join(',')}
        onChange={(event) => {
          props.writing.pictures.attach([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}

/** The pictures of the draft, once there are some. */
export function PicturesPart(props: { writing: Writing; onEmpty: () => void }) {
  return (
    <Suspense>
      <Show when={props.writing.draft.pictures.length > 0}>
        <Tray writing={props.writing} onEmpty={() => props.onEmpty()} />
      </Show>
    </Suspense>
  )
}
