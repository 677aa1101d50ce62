import type { Device, Program } from '../../../shared/api/account.ts'
import { read } from '../../api/http.ts'
import { DevicesPart } from '../../features/safety/devices-part.tsx'
import { Part } from '../../features/safety/part.tsx'
import { PasswordPart } from '../../features/safety/password-part.tsx'
import { ProgramsPart } from '../../features/safety/programs-part.tsx'
import { SecondStepPart } from '../../features/second-step/second-step-part.tsx'
import { Main } from '../../features/shell/main.tsx'
import { SettingsTabs } from '../../features/shell/settings-tabs.tsx'
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
  const again = () => {
    devices.reload()
    programs.reload()
  }
  return (
    <Main title={t('title')}>
      <SettingsTabs />
      <p class="lede">{t('lede')}</p>
      <Part id="password" title={t('password')} hint={t('passwordHint')}>
        <PasswordPart onChanged={again} />
      </Part>
      <Part id="second-step" title={s('title')} hint={s('hint')}>
        <SecondStepPart />
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
