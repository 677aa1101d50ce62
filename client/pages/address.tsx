import { Match, Switch } from 'solid-js'
import { send } from '../api/http.ts'
import { deadLink } from '../features/sessions/dead-link.ts'
import { Failed } from '../features/shell/failed.tsx'
import { NarrowPage } from '../features/shell/narrow.tsx'
import { takeFragment } from '../lib/fragment.ts'
import { texts } from '../lib/i18n.ts'
import { loaded } from '../lib/loaded.ts'
import { moving } from '../locales/en/moving.ts'
import { ArrivalHeading } from '../ui/arrival.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

const t = texts(moving)

/** `/address#TOKEN`: what the link to a new mail address opens. */
export function Page() {
  const token = takeFragment()
  const answer = loaded(
    () => undefined,
    () => send<object>('POST', '/auth/address/confirm', { token }),
  )
  return (
    <NarrowPage title={t('address')}>
      <Switch
        fallback={
          <>
            <h1>{t('address')}</h1>
            <Skeleton label={t('loading')} />
          </>
        }
      >
        <Match when={answer.value()}>
          <ArrivalHeading>{t('addressTaken')}</ArrivalHeading>
          <p>{t('addressTakenText')}</p>
        </Match>
        <Match when={deadLink(answer.error())}>
          <ArrivalHeading>{t('addressDead')}</ArrivalHeading>
          <p>{t('addressDeadText')}</p>
        </Match>
        <Match when={answer.error()}>
          <h1>{t('address')}</h1>
          <Failed error={answer.error()} what={t('notDone')} />
        </Match>
      </Switch>
      <p>
        <a href="/settings/account">{t('toSettings')}</a>
      </p>
    </NarrowPage>
  )
}
