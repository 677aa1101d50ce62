import { Show } from 'solid-js'
import { OwnTags } from '../../features/profile/own-tags.tsx'
import { ProfileForm } from '../../features/profile/profile-form.tsx'
import { Main } from '../../features/shell/main.tsx'
import { SettingsTabs } from '../../features/shell/settings-tabs.tsx'
import { texts } from '../../lib/i18n.ts'
import { profileSettings } from '../../locales/en/profile-settings.ts'
import { session } from '../../session/session.ts'

const t = texts(profileSettings)

/** `/settings/profile`: what others see of one. */
export function Page() {
  return (
    <Main title={t('title')}>
      <SettingsTabs />
      <p class="hint">{t('hint')}</p>
      <Show when={session()?.account}>{(account) => <ProfileForm account={account()} />}</Show>
      <OwnTags />
    </Main>
  )
}
