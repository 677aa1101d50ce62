import { Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { secondStep } from '../../locales/en/second-step.ts'
import { Slip } from '../../ui/slip.tsx'
import { Failed } from '../shell/failed.tsx'
import { NotSigned } from './passkey.ts'

const t = texts(secondStep)

/** Why a step failed; where the browser was closed over it, that nothing happened. */
export function StepFailed(props: { error: unknown; what: string }) {
  return (
    <Show when={props.error instanceof NotSigned} fallback={<Failed error={props.error} what={props.what} />}>
      <Slip role="alert">
        <p>
          <b>{props.what}</b> {t('notSigned')}
        </p>
      </Slip>
    </Show>
  )
}
