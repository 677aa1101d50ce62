import { Navigate, useNavigate } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { read } from '../api/http.ts'
import { type Application, ApplicationCard } from '../features/join/application.tsx'
import { firstPage } from '../features/join/first-page.ts'
import { Meanwhile } from '../features/join/meanwhile.tsx'
import { NarrowPage } from '../features/shell/narrow.tsx'
import { Waiting } from '../features/shell/waiting.tsx'
import { texts } from '../lib/i18n.ts'
import { loaded } from '../lib/loaded.ts'
import { looking } from '../lib/looking.ts'
import { join } from '../locales/en/join.ts'
import { loadSession, logOut, session } from '../session/session.ts'
import { Button, ButtonLink } from '../ui/button.tsx'

const t = texts(join)

/** How often the page asks whether the collective has answered, in milliseconds. */
const EVERY = 20_000

/** `/welcome`: confirmed, and waiting for the collective's answer. Notices by itself when it has come. */
export function Page() {
  looking(() => loadSession().catch(() => undefined), EVERY)
  return (
    <Switch>
      <Match when={session()?.state === 'visitor'}>
        <Navigate href="/login" />
      </Match>
      <Match when={session()?.state === 'member'}>
        <Navigate href={firstPage()} />
      </Match>
      <Match when={session()?.state === 'waiting'}>
        <Nearly />
      </Match>
    </Switch>
  )
}

function Nearly() {
  const navigate = useNavigate()
  const application = loaded(
    () => undefined,
    (_, signal) => read<Application>('/auth/application', { signal }),
  )
  const leave = () => logOut().then(() => navigate('/about'))
  return (
    <NarrowPage title={t('welcomeTitle')}>
      <div class="stack">
        <h1>{t('welcomeTitle')}</h1>
        <p class="lede">{t('welcomeLede', application.value()?.expected_wait_hours ?? null)}</p>
        <p class="prose">{t('welcomeRead')}</p>
      </div>
      <Show when={application.value()} fallback={<Waiting label={t('loading')} from={application} />}>
        {(told) => <ApplicationCard application={told()} />}
      </Show>
      <Show when={session()?.account}>{(account) => <Meanwhile account={account()} />}</Show>
      <p class="row">
        <ButtonLink kind="main" href="/local">
          {t('readAlong')}
        </ButtonLink>
        <Button kind="quiet" onClick={leave}>
          {t('logOut')}
        </Button>
      </p>
    </NarrowPage>
  )
}
