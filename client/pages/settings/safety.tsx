import { Show } from 'solid-js'
import type { Device, Program, SecondStep } from '../../../shared/api/account.ts'
import { read } from '../../api/http.ts'
import { DevicesPart } from '../../features/safety/devices-part.tsx'
import { FirstPassword } from '../../features/safety/first-password.tsx'
import { Part } from '../../features/safety/part.tsx'
import { PasswordPart } from '../../features/safety/password-part.tsx'
import { ProgramsPart } from '../../features/safety/programs-part.tsx'
import { SecondStepPart } from '../../features/second-step/second-step-part.tsx'
import { Main } from '../../features/shell/main.tsx'
import { SettingsTabs } from '../../features/shell/settings-tabs.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { safety } from '../../locales/en/safety.ts'
import { secondStep } from '../../locales/en/second-step.ts'

const t = texts(safety)
const s = texts(secondStep)

/** `/settings/safety`: the password, the browsers one is logged in with, and the programs one has let in. */
export function Page() {
  const devices = loaded(
    () => undefined,
    (_, signal) => read<Device[]>('/api/community/v1/devices', { signal }),
  )
  const programs = loaded(
    () => undefined,
    (_, signal) => read<Program[]>('/api/community/v1/programs', { signal }),
  )
  const ways = loaded(
    () => undefined,
    (_, signal) => read<SecondStep>('/api/community/v1/second-step', { signal }),
  )
  const again = () => {
    ways.reload()
    devices.reload()
    programs.reload()
  }
  return (
    <Main title={t('title')}>
      <SettingsTabs />
      <p class="lede">{t('lede')}</p>
      <Part id="password" title={t('password')} hint={t('passwordHint')}>
        <Show when={ways.value()} fallback={<Waiting label={t('loadingWays')} from={ways} />}>
          {(now) => (
            <Show when={now().password} fallback={<FirstPassword state={now()} onChanged={again} />}>
              <PasswordPart onChanged={again} />
            </Show>
          )}
        </Show>
      </Part>
      <Part id="second-step" title={s('title')} hint={ways.value()?.password === false ? s('hintWithout') : s('hint')}>
        <SecondStepPart from={ways} />
      </Part>
      <Part id="devices" title={t('devices')} hint={t('devicesHint')}>
        <DevicesPart devices={devices} />
      </Part>
      <Part id="programs" title={t('programs')} hint={t('programsHint')}>
        <ProgramsPart programs={programs} />
      </Part>
    </Main>
  )
}
