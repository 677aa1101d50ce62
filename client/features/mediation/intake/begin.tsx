import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import type { MediationIntake, MediationView } from '../../../../shared/api/mediation.ts'
import { send } from '../../../api/http.ts'
import { texts } from '../../../lib/i18n.ts'
import { loaded } from '../../../lib/loaded.ts'
import { reasonOf } from '../../../lib/reason.ts'
import { submitting } from '../../../lib/submit.ts'
import { intake } from '../../../locales/en/mediation-intake.ts'
import { Button } from '../../../ui/button.tsx'
import { Slip } from '../../../ui/slip.tsx'
import { toast } from '../../../ui/toast.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { caseHref, MEDIATIONS } from '../paths.ts'
import { countMediation } from '../waiting.ts'
import { fromPerson, fromPost } from './about-whom.ts'
import { IntakeSteps } from './intake.tsx'
import { stepHref } from './steps.ts'
import { WhoStep } from './who-step.tsx'

const t = texts(intake)

/** The very first step, before there is a draft: from a post or from a person. */
export function Begin(props: { status?: string | undefined; account?: string | undefined }) {
  const navigate = useNavigate()
  const about = loaded(
    () => [props.status, props.account] as const,
    ([status, account], signal) => (status ? fromPost(status, signal) : fromPerson(account ?? '', signal)),
  )
  const save = async (part: Partial<MediationIntake>) => {
    const { id } = await send<Pick<MediationView, 'id'>>('POST', MEDIATIONS, { ...part, draft: true })
    countMediation()
    navigate(stepHref(caseHref(id), 'safety'), { replace: true })
  }
  return (
    <div class="narrow stack-l">
      <IntakeSteps step="who" />
      <Show when={about.value()} fallback={<Waiting label={t('loading')} from={about} />}>
        {(whom) => (
          <WhoStep about={whom()} save={save}>
            <Show when={props.status}>{(status) => <NotMine status={status()} />}</Show>
          </WhoStep>
        )}
      </Show>
    </div>
  )
}

/** For somebody who only reads along: the team learns of the thread, and those in it learn nothing. */
function NotMine(props: { status: string }) {
  const navigate = useNavigate()
  const tell = submitting(async () => {
    try {
      await send('POST', `${MEDIATIONS}/thread-alerts`, { status_id: props.status })
      toast(t('told'))
      navigate('/home')
    } catch (error) {
      toast(`${t('notSent')} ${reasonOf(error)}`)
    }
  })
  return (
    <Slip>
      <p>
        <b>{t('bystander')}</b> {t('bystanderText')}
      </p>
      <p>
        <Button busy={tell.busy()} onClick={() => tell.run()}>
          {t('tell')}
        </Button>
      </p>
    </Slip>
  )
}
