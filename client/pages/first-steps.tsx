import { useNavigate, useSearchParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { leaveFirstSteps } from '../features/first-steps/leave.ts'
import { PeopleStep } from '../features/first-steps/people-step.tsx'
import { ToldStep } from '../features/first-steps/told-step.tsx'
import { WarningStep } from '../features/first-steps/warning-step.tsx'
import { YouStep } from '../features/first-steps/you-step.tsx'
import { Main } from '../features/shell/main.tsx'
import { Asked } from '../features/statuses/asked.tsx'
import { texts } from '../lib/i18n.ts'
import { firstSteps } from '../locales/en/first-steps.ts'
import { session } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { Steps } from '../ui/steps.tsx'

const t = texts(firstSteps)

/** `/first-steps`: what a newcomer may like to do first, one thing at a time; `?step=` says which, from 1. */
export function Page() {
  const navigate = useNavigate()
  const [asked, setAsked] = useSearchParams<{ step?: string }>()
  const at = () => Math.min(Math.max(Number.parseInt(asked.step ?? '1', 10) || 1, 1), t('names').length)
  const next = () => {
    setAsked({ step: String(at() + 1) })
    window.scrollTo(0, 0)
    requestAnimationFrame(() => document.getElementById('main')?.focus({ preventScroll: true }))
  }
  const leave = async () => {
    await leaveFirstSteps()
    navigate('/home')
  }
  return (
    <Main title={t('title')}>
      <div class="stack-l">
        <Steps label={t('steps')} names={t('names')} at={at() - 1} done={t('done')} />
        <Show when={session()?.account}>
          {(account) => (
            <Switch>
              <Match when={at() === 1}>
                <YouStep account={account()} onDone={next} />
              </Match>
              <Match when={at() === 2}>
                <WarningStep account={account()} onDone={next} />
              </Match>
              <Match when={at() === 3}>
                <PeopleStep onDone={next} />
              </Match>
              <Match when={at() === 4}>
                <ToldStep onDone={leave} />
              </Match>
            </Switch>
          )}
        </Show>
        <Show when={at() < t('names').length}>
          <p class="row">
            <Button kind="quiet" onClick={leave}>
              {t('leave')}
            </Button>
            <span class="hint">{t('leaveHint')}</span>
          </p>
        </Show>
      </div>
      <Asked />
    </Main>
  )
}
