import { createSignal, Match, Switch } from 'solid-js'
import type { DeadLink } from '../features/sessions/dead-link.ts'
import { ResetForm } from '../features/sessions/reset-form.tsx'
import { NarrowPage } from '../features/shell/narrow.tsx'
import { takeFragment } from '../lib/fragment.ts'
import { texts } from '../lib/i18n.ts'
import { sessions } from '../locales/en/sessions.ts'
import { ArrivalHeading } from '../ui/arrival.tsx'
import { ButtonLink } from '../ui/button.tsx'

const t = texts(sessions)

const WHY = {
  missing: ['linkMissing', 'linkMissingText'],
  used: ['linkUsed', 'linkUsedText'],
  expired: ['linkExpired', 'linkExpiredText'],
  unknown: ['linkUnknown', 'linkUnknownText'],
} as const

/** `/reset#TOKEN`: a new password, from the link in a mail or from the collective's hand. */
export function Page() {
  const token = takeFragment()
  const [dead, setDead] = createSignal<DeadLink | undefined>(token ? undefined : 'missing')
  const [done, setDone] = createSignal(false)

  return (
    <NarrowPage title={t('resetTitle')} out={{ href: '/login', text: t('back') }}>
      <Switch>
        <Match when={done()}>
          <div class="stack">
            <ArrivalHeading>{t('resetDone')}</ArrivalHeading>
            <p>{t('resetDoneText')}</p>
            <p class="row">
              <ButtonLink kind="main" href="/login">
                {t('logIn')}
              </ButtonLink>
            </p>
          </div>
        </Match>
        <Match when={dead()}>
          {(why) => (
            <div class="stack">
              <ArrivalHeading>{t(WHY[why()][0])}</ArrivalHeading>
              <p class="prose">{t(WHY[why()][1])}</p>
              <p class="row">
                <ButtonLink kind="main" href="/forgot">
                  {t('askForLink')}
                </ButtonLink>
              </p>
            </div>
          )}
        </Match>
        <Match when={!done()}>
          <div class="stack">
            <h1>{t('resetTitle')}</h1>
            <p class="lede">{t('resetLede')}</p>
          </div>
          <ResetForm token={token} onDone={() => setDone(true)} onDeadLink={setDead} />
        </Match>
      </Switch>
    </NarrowPage>
  )
}
