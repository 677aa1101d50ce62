import { Show } from 'solid-js'
import { HttpError } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonOf } from '../../lib/reason.ts'
import { shell } from '../../locales/en/shell.ts'
import { Button } from '../../ui/button.tsx'
import { Slip } from '../../ui/slip.tsx'

const t = texts(shell)

/** Instead of something that could not be read: why, and a way to ask again, or on where asking would change nothing. */
export function Refused(props: { error: unknown; onAgain: () => void }) {
  const isForOthers = () => props.error instanceof HttpError && props.error.status === 403
  return (
    <Show
      when={!isForOthers()}
      fallback={
        <Slip role="alert">
          <p>{reasonOf(props.error)}</p>
          <p>
            <a href="/home">{t('toHome')}</a>
          </p>
        </Slip>
      }
    >
      <Slip tone="danger" role="alert">
        <p>
          <b>{t('notRead')}</b> {reasonOf(props.error)}
        </p>
        <p class="row">
          <Button onClick={() => props.onAgain()}>{t('askAgain')}</Button>
        </p>
      </Slip>
    </Show>
  )
}
