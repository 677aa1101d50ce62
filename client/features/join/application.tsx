import { Show } from 'solid-js'
import { formatWhen } from '../../../shared/text/figures.ts'
import { texts } from '../../lib/i18n.ts'
import { join } from '../../locales/en/join.ts'
import style from './application.module.css'

const t = texts(join)

/** What somebody who waits for the collective has told it: `GET /auth/application`. */
export interface Application {
  question: string | null
  answer: string | null
  expected_wait_hours: number | null
  applied_at: string
}

/** The question, one's own answer, and when it was sent. */
export function ApplicationCard(props: { application: Application }) {
  return (
    <dl class={style.card}>
      <Show when={props.application.question}>
        {(question) => (
          <div>
            <dt>{t('asked')}</dt>
            <dd dir="auto">{question()}</dd>
          </div>
        )}
      </Show>
      <Show when={props.application.answer}>
        {(answer) => (
          <div>
            <dt>{t('youSaid')}</dt>
            <dd dir="auto" class={style.answer}>
              {answer()}
            </dd>
          </div>
        )}
      </Show>
      <div>
        <dt>{t('appliedAt')}</dt>
        <dd>{formatWhen(props.application.applied_at)}</dd>
      </div>
    </dl>
  )
}
