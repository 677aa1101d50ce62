import { Show } from 'solid-js'
import type { SecondStep } from '../../../shared/api/account.ts'
import { read } from '../../api/http.ts'
import { AddressPart } from '../../features/moving/address-part.tsx'
import { BringPart } from '../../features/moving/bring-part.tsx'
import { DefaultsPart } from '../../features/moving/defaults-part.tsx'
import { LeavePart } from '../../features/moving/leave-part.tsx'
import { TakePart } from '../../features/moving/take-part.tsx'
import { Part } from '../../features/safety/part.tsx'
import { Main } from '../../features/shell/main.tsx'
import { SettingsTabs } from '../../features/shell/settings-tabs.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { comingAndGoing } from '../../locales/en/coming-and-going.ts'
import { moving } from '../../locales/en/moving.ts'
import { session } from '../../session/session.ts'

const t = texts(moving)
const e = texts(comingAndGoing)

/** `/settings/account`: how one posts, the mail address, what one takes and brings along, and leaving. */
export function Page() {
  const state = loaded(
    () => undefined,
    (_, signal) => read<SecondStep>('/api/community/v1/second-step', { signal }),
  )
  return (
    <Main title={t('title')}>
      <SettingsTabs />
      <Show when={state.value()} fallback={<Waiting label={t('loading')} from={state} />}>
        {(now) => (
          <>
            <Part id="defaults" title={t('defaults')} hint={t('defaultsHint')}>
              <Show when={session()?.account}>{(account) => <DefaultsPart account={account()} />}</Show>
            </Part>
            <Part id="address" title={t('address')} hint={t('addressHint')}>
              <AddressPart state={now()} />
            </Part>
            <Part id="take" title={t('take')} hint={t('takeHint')}>
              <TakePart />
            </Part>
            <Part id="bring" title={t('bring')} hint={t('bringHint')}>
              <p>
                <a href="/settings/moving">{e('movingLink')}</a>
              </p>
              <BringPart />
            </Part>
            <Part id="leave" title={t('leave')} hint={t('leaveHint')}>
              <LeavePart state={now()} />
            </Part>
          </>
        )}
      </Show>
    </Main>
  )
}
