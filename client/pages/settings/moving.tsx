import { Show } from 'solid-js'
import type { SecondStep } from '../../../shared/api/account.ts'
import { read } from '../../api/http.ts'
import { Aliases } from '../../features/elsewhere/aliases.tsx'
import { ArchiveForm } from '../../features/elsewhere/archive/form.tsx'
import { Arrivals } from '../../features/elsewhere/arrivals.tsx'
import { MoveOut } from '../../features/elsewhere/move-out.tsx'
import { SignInForm } from '../../features/elsewhere/sign-in-form.tsx'
import { Part } from '../../features/safety/part.tsx'
import { Main } from '../../features/shell/main.tsx'
import { SettingsTabs } from '../../features/shell/settings-tabs.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { comingAndGoing } from '../../locales/en/coming-and-going.ts'

const t = texts(comingAndGoing)

/** `/settings/moving`: bringing an old account along, and going to another one. */
export function Page() {
  const state = loaded(
    () => undefined,
    (_, signal) => read<SecondStep>('/api/community/v1/second-step', { signal }),
  )
  return (
    <Main title={t('movingTitle')}>
      <SettingsTabs />
      <Part id="move-in" title={t('moveIn')} hint={t('moveInHint')}>
        <SignInForm purpose="move_in" yes={t('connect')} />
        <Arrivals />
      </Part>
      <Part id="archive" title={t('archive')} hint={t('archiveHint')}>
        <ArchiveForm />
      </Part>
      <Part id="aliases" title={t('aliases')} hint={t('aliasesHint')}>
        <Aliases />
      </Part>
      <Part id="move-out" title={t('moveOut')} hint={t('moveOutHint')}>
        <Show when={state.value()} fallback={<Waiting label={t('loading')} from={state} />}>
          {(now) => <MoveOut state={now()} />}
        </Show>
      </Part>
    </Main>
  )
}
