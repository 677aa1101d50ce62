import { Show } from 'solid-js'
import type { NotificationPolicy } from '../../../shared/api/notifications.ts'
import type { PushChoices } from '../../../shared/api/push.ts'
import { read } from '../../api/http.ts'
import { ReachPart } from '../../features/notifications/reach-part.tsx'
import { DevicePart } from '../../features/push/device-part.tsx'
import { ScreenPart } from '../../features/push/screen-part.tsx'
import { Part } from '../../features/safety/part.tsx'
import { Main } from '../../features/shell/main.tsx'
import { SettingsTabs } from '../../features/shell/settings-tabs.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { pushWords } from '../../locales/en/push.ts'

const t = texts(pushWords)

/** `/settings/notifications`: what tells one of new things while nothing is open, and who reaches one at all. */
export function Page() {
  const choices = loaded(
    () => undefined,
    (_, signal) => read<PushChoices>('/api/community/v1/push', { signal }),
  )
  const policy = loaded(
    () => undefined,
    (_, signal) => read<NotificationPolicy>('/api/v2/notifications/policy', { signal }),
  )
  return (
    <Main title={t('title')}>
      <SettingsTabs />
      <p class="lede">{t('lede')}</p>
      <Part id="device" title={t('device')} hint={t('deviceHint')}>
        <DevicePart />
      </Part>
      <Part id="screen" title={t('screen')} hint={t('screenHint')}>
        <Show when={choices.value()} fallback={<Waiting label={t('loading')} from={choices} />}>
          {(now) => <ScreenPart choices={now()} />}
        </Show>
      </Part>
      <Part id="reach" title={t('reach')} hint={t('reachHint')}>
        <Show when={policy.value()} fallback={<Waiting label={t('loading')} from={policy} />}>
          {(now) => <ReachPart policy={now()} />}
        </Show>
      </Part>
    </Main>
  )
}
