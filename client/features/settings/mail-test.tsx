import { createSignal, Show } from 'solid-js'
import type { MailTest } from '../../../shared/api/community.ts'
import { texts } from '../../lib/i18n.ts'
import { looksLikeMail } from '../../lib/mail-address.ts'
import { submitting } from '../../lib/submit.ts'
import { settings } from '../../locales/en/settings.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Slip } from '../../ui/slip.tsx'
import { Failed } from '../shell/failed.tsx'

const t = texts(settings)

interface MailTestProps {
  /** Where it goes, until something else is typed. */
  to: string
  /** Asked before trying: false stops it, after saying what is missing. */
  ready: () => boolean
  onTest: (to: string) => Promise<MailTest>
}

/** Sends one mail, and shows what the mail server really answered. Not a form of its own: it stands inside one. */
export function MailTestPart(props: MailTestProps) {
  const [to, setTo] = createSignal<string>()
  const [looked, setLooked] = createSignal(false)
  const [told, setTold] = createSignal<MailTest>()
  const goal = () => to() ?? props.to
  const test = submitting(async () => {
    setLooked(true)
    setTold(undefined)
    if (!props.ready() || !looksLikeMail(goal())) return
    setTold(await props.onTest(goal().trim()))
  })
  return (
    <div class="stack">
      <TextField
        label={t('testTo')}
        name="test-to"
        type="email"
        value={goal()}
        onInput={setTo}
        error={looked() && !looksLikeMail(goal()) ? t('testToMissing') : undefined}
      />
      <p class="row">
        <Button busy={test.busy()} onClick={() => test.run()}>
          {t('test')}
        </Button>
      </p>
      <div role="status">
        <Show when={told()}>
          {(answer) => (
            <Slip tone={answer().accepted ? 'ok' : 'danger'}>
              <p>
                <b>{answer().accepted ? t('testGood') : t('testBad')}</b> <code>{answer().answer}</code>
              </p>
            </Slip>
          )}
        </Show>
      </div>
      <Failed error={test.error()} what={t('testFailed')} />
    </div>
  )
}
