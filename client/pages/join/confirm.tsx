import { useNavigate } from '@solidjs/router'
import { createEffect, Match, Switch } from 'solid-js'
import type { Registration } from '../../../shared/api/community.ts'
import { loadAbout } from '../../features/about/load.ts'
import { readRegistration } from '../../features/join/begun.tsx'
import { ConfirmStep } from '../../features/join/confirm-step.tsx'
import { setBegun } from '../../features/join/draft.ts'
import { Outcome } from '../../features/join/outcome.tsx'
import { JoinPage } from '../../features/join/page.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { looking } from '../../lib/looking.ts'
import { join } from '../../locales/en/join.ts'
import { loadSession } from '../../session/session.ts'
import { ButtonLink } from '../../ui/button.tsx'

const t = texts(join)

/** How often the page asks whether the link was opened, in milliseconds. */
const EVERY = 4000

/** `/join/confirm`: the third step. It notices by itself when the link was opened elsewhere. */
export function Page() {
  const navigate = useNavigate()
  const about = loadAbout()
  const state = loaded(
    () => undefined,
    async (_, signal) => ({ registration: await readRegistration(signal) }),
  )
  const registration = () => state.value()?.registration
  const ended = () => {
    const step = registration()?.step
    return step === undefined || step === 'confirm' ? undefined : step
  }
  looking(() => {
    if (!ended() && !state.loading()) state.reload()
  }, EVERY)
  createEffect(() => {
    if (!ended()) return
    setBegun(false)
    loadSession().catch(() => undefined)
  })

  return (
    <JoinPage step={2} title={state.value() ? t('theConfirmation') : undefined}>
      <Switch fallback={<Waiting label={t('loading')} from={state} />}>
        <Match when={ended()}>{(step) => <Outcome step={step()} username={registration()?.username ?? ''} />}</Match>
        <Match when={registration()}>
          {(now) => (
            <ConfirmStep
              registration={now()}
              contact={about.value()?.contact}
              onChange={(changed: Registration) => state.set({ registration: changed })}
              onStartOver={() => navigate('/join')}
            />
          )}
        </Match>
        <Match when={state.value()}>
          <div class="stack">
            <h1>{t('gone')}</h1>
            <p class="prose">{t('goneText')}</p>
            <p class="row">
              <ButtonLink kind="main" href="/join">
                {t('goneBegin')}
              </ButtonLink>
              <ButtonLink href="/login">{t('logIn')}</ButtonLink>
            </p>
          </div>
        </Match>
      </Switch>
    </JoinPage>
  )
}
