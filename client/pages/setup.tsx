import { Match, Switch } from 'solid-js'
import type { SettingsDoc } from '../../shared/api/community.ts'
import { send } from '../api/http.ts'
import { deadLink } from '../features/sessions/dead-link.ts'
import { takeSetupToken } from '../features/setup/token.ts'
import { Wizard } from '../features/setup/wizard.tsx'
import { NarrowPage } from '../features/shell/narrow.tsx'
import { Waiting } from '../features/shell/waiting.tsx'
import { texts } from '../lib/i18n.ts'
import { loaded } from '../lib/loaded.ts'
import { setup } from '../locales/en/setup.ts'
import { ArrivalHeading } from '../ui/arrival.tsx'
import { ButtonLink } from '../ui/button.tsx'

const t = texts(setup)

const WHY = {
  missing: ['linkMissing', 'linkMissingText'],
  used: ['linkUsed', 'linkUsedText'],
  expired: ['linkUsed', 'linkUsedText'],
  unknown: ['linkUnknown', 'linkUnknownText'],
} as const

/** `/setup#TOKEN`: the one-time link that the server prints while it has no owner. */
export function Page() {
  const token = takeSetupToken()
  const checked = loaded(
    () => undefined,
    async () => (token ? send<{ preset: SettingsDoc }>('POST', '/auth/setup/check', { token }) : undefined),
  )
  const dead = () => (token ? deadLink(checked.error()) : 'missing')
  return (
    <NarrowPage title={t('title')} out={{ href: '/about', text: t('about') }}>
      <Switch fallback={<Waiting label={t('loading')} from={checked} />}>
        <Match when={checked.value()}>{(told) => <Wizard preset={told().preset} token={token} />}</Match>
        <Match when={dead()}>
          {(why) => (
            <div class="stack">
              <ArrivalHeading>{t(WHY[why()][0])}</ArrivalHeading>
              <p class="prose">{t(WHY[why()][1])}</p>
              <p class="row">
                <ButtonLink href="/login">{t('logIn')}</ButtonLink>
              </p>
            </div>
          )}
        </Match>
      </Switch>
    </NarrowPage>
  )
}
