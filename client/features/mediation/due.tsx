import { Show } from 'solid-js'
import { formatDay } from '../../../shared/text/figures.ts'
import { texts } from '../../lib/i18n.ts'
import { mediation } from '../../locales/en/mediation.ts'

const t = texts(mediation)

/** A day in words, as `Thursday, 26 November`: in a room days count, not clocks. */
export function Day(props: { at: string }) {
  return <time datetime={props.at}>{formatDay(props.at)}</time>
}

/** What happens next, and until when. */
export function Next(props: { next: string; due: string | null }) {
  return (
    <>
      <b>{t('next')}</b> {props.next}
      <Show when={props.due}>
        {(due) => (
          <>
            {' '}
            {t('by')}{' '}
            <b>
              <Day at={due()} />
            </b>
            .
          </>
        )}
      </Show>
    </>
  )
}
