import { Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { composer } from '../../locales/en/composer.ts'
import { Slip } from '../../ui/slip.tsx'
import type { Writing } from './writing.ts'

const t = texts(composer)

export function Failure(props: { of: Writing; editing: boolean }) {
  return (
    <Show
      when={props.of.failure()}
      fallback={
        <Show when={props.of.waiting()}>
          <Slip tone="warn" role="status">
            <p>
              <b>{props.editing ? t('waitsEdited') : t('waits')}</b>{' '}
              {props.editing ? t('waitsEditedMore') : t('waitsMore')}
            </p>
          </Slip>
        </Show>
      }
    >
      {(text) => (
        <Slip tone="danger" role="alert">
          <p>
            <b>{props.editing ? t('notSaved') : t('notPosted')}</b> {asSentence(text())} {t('safe')}
          </p>
        </Slip>
      )}
    </Show>
  )
}

function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}
