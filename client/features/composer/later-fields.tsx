import { onMount } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { scheduled } from '../../locales/en/scheduled.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { nextHour, soonest, wrongMoment } from '../scheduled/moment.ts'
import style from './composer.module.css'
import type { Writing } from './writing.ts'

const t = texts(scheduled)

/** The day and time of a post, and the ways back. */
export function LaterFields(props: { writing: Writing; onNow: () => void }) {
  let box: HTMLDivElement | undefined
  const value = () => props.writing.draft.later ?? ''
  onMount(() => {
    if (value() !== '') return
    props.writing.change({ later: nextHour() })
    box?.querySelector('input')?.focus()
  })
  const wrong = () => {
    const why = value() === '' ? undefined : wrongMoment(value())
    return why && t(why)
  }
  const now = () => {
    props.writing.change({ later: undefined })
    props.onNow()
  }
  return (
    <div
      class={style.poll}
      ref={(element) => {
        box = element
      }}
    >
      <TextField
        type="datetime-local"
        label={t('when')}
        hint={t('whenHint')}
        error={wrong()}
        min={soonest()}
        value={value()}
        onInput={(later) => props.writing.change({ later })}
      />
      <p class="row">
        <Button kind="quiet" onClick={now}>
          {t('notLater')}
        </Button>
        <a href="/scheduled">{t('all')}</a>
      </p>
    </div>
  )
}
