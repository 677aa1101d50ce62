import { Match, Show, Switch } from 'solid-js'
import { confirmAddress } from '../features/join/confirm-link.ts'
import { Outcome } from '../features/join/outcome.tsx'
import { deadLink } from '../features/sessions/dead-link.ts'
import { Failed } from '../features/shell/failed.tsx'
import { NarrowPage } from '../features/shell/narrow.tsx'
import { takeFragment } from '../lib/fragment.ts'
import { texts } from '../lib/i18n.ts'
import { loaded } from '../lib/loaded.ts'
import { join } from '../locales/en/join.ts'
import { ArrivalHeading } from '../ui/arrival.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

const t = texts(join)

const WHY = {
  missing: ['linkMissing', 'linkMissingText'],
  used: ['linkUsed', 'linkUsedText'],
  expired: ['linkExpired', 'linkExpiredText'],
  unknown: ['linkUnknown', 'linkUnknownText'],
} as const

/** `/confirm#TOKEN`: what the link in the mail opens. The token is used once and leaves the address bar at once. */
export function Page() {
  const token = takeFragment()
  const answer = loaded(
    () => undefined,
    async () => (token ? await confirmAddress(token) : undefined),
  )
  const dead = () => (token ? deadLink(answer.error()) : 'missing')

  return (
    <NarrowPage title={t('theConfirmation')} out={{ href: '/about', text: t('leave') }}>
      <Switch
        fallback={
          <div class="stack">
            <h1>{t('confirming')}</h1>
            <Skeleton label={t('confirming')} />
          </div>
        }
      >
        <Match when={answer.value()}>{(done) => <Outcome step={done().step} username={done().username} />}</Match>
        <Match when={dead()}>
          {(why) => (
            <div class="stack">
              <ArrivalHeading>{t(WHY[why()][0])}</ArrivalHeading>
              <p class="prose">{t(WHY[why()][1])}</p>
              <p class="row">
                <ButtonLink kind="main" href={why() === 'used' ? '/login' : '/join/confirm'}>
                  {why() === 'used' ? t('logIn') : t('sendAgain')}
                </ButtonLink>
              </p>
            </div>
          )}
        </Match>
        <Match when={answer.error()}>
          <div class="stack">
            <h1>{t('confirming')}</h1>
            <Failed error={answer.error()} what={t('failed')} />
            <Show when={!answer.loading()}>
              <Button kind="main" onClick={() => answer.reload()}>
                {t('goOn')}
              </Button>
            </Show>
          </div>
        </Match>
      </Switch>
    </NarrowPage>
  )
}
