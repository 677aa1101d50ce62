import { createSignal, Show } from 'solid-js'
import type { MediationGuest } from '../../../../shared/api/mediation-guest.ts'
import { send } from '../../../api/http.ts'
import { texts } from '../../../lib/i18n.ts'
import { looking } from '../../../lib/looking.ts'
import { fieldReason } from '../../../lib/reason.ts'
import { submitting } from '../../../lib/submit.ts'
import { guestWords } from '../../../locales/en/mediation-guest.ts'
import { ArrivalHeading } from '../../../ui/arrival.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Slip } from '../../../ui/slip.tsx'
import { SignInForm } from '../../elsewhere/sign-in-form.tsx'
import { Failed } from '../../shell/failed.tsx'
import { PlainList } from '../plain-list.tsx'
import { EVERY, type Problem } from './at-the-door.tsx'
import { CodeSection } from './code-section.tsx'
import { GUEST } from './guest-door.ts'

const t = texts(guestWords)

interface DoorProps {
  /** Who waits at this door already, in this browser. */
  guest: MediationGuest | undefined
  problem: Problem | undefined
  /** Looks again who one is. */
  look: () => void
  /** Somebody waits at the door now. */
  onGuest: () => void
}

/** For somebody of another server who wants to ask for a mediator: what it is, and two ways to show who one is. */
export function AskDoor(props: DoorProps) {
  looking(() => props.guest?.code && props.look(), EVERY)
  const open = () => send('POST', `${GUEST}/ask`, {})
  return (
    <>
      <div class="stack">
        <ArrivalHeading>{t('askTitle')}</ArrivalHeading>
        <p class="lede">{t('askLede')}</p>
        <PlainList lines={t('askFacts')} />
        <Show when={props.problem}>
          {(why) => (
            <Slip tone="warn" role="status">
              <p>{why() === 'other' ? t('askProblem') : t('problem')[why()]}</p>
            </Slip>
          )}
        </Show>
      </div>
      <section class="stack" aria-labelledby="h-sign-in">
        <h2 id="h-sign-in">{t('signInTitle')}</h2>
        <p>{t('signInText')}</p>
        <SignInForm purpose="mediation" yes={t('signIn')} before={open} />
      </section>
      <CodeSection guest={props.guest} fallback={null}>
        <Address onGuest={props.onGuest} again={Boolean(props.guest?.code)} />
      </CodeSection>
      <Slip tone="warn">
        <p>{t('askHarm')}</p>
      </Slip>
    </>
  )
}

/** From which account the code is to come. */
function Address(props: { again: boolean; onGuest: () => void }) {
  const [handle, setHandle] = createSignal('')
  const ask = submitting(async () => {
    await send('POST', `${GUEST}/ask`, { handle: handle() || '@' })
    props.onGuest()
  })
  return (
    <>
      <p>{t('askCodeText')}</p>
      <Form label={t('codeTitle')} onSubmit={ask.run}>
        <TextField
          label={t('askHandle')}
          hint={t('askHandleHint')}
          name="handle"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          value={handle()}
          onInput={setHandle}
          error={fieldReason(ask.error(), 'handle')}
        />
        <Failed error={ask.error()} what={t('notLeft')} />
        <p class="row">
          <Button type="submit" busy={ask.busy()}>
            {props.again ? t('askAnotherCode') : t('askCode')}
          </Button>
        </p>
      </Form>
    </>
  )
}
