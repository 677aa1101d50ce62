import { For, Show } from 'solid-js'
import type { SettingsDoc } from '../../../shared/api/community.ts'
import { read } from '../../api/http.ts'
import { BasicsPart } from '../../features/settings/basics-part.tsx'
import { HostingPart } from '../../features/settings/hosting-part.tsx'
import { JoiningPart } from '../../features/settings/joining-part.tsx'
import { MailPart } from '../../features/settings/mail-part.tsx'
import { MediationPart } from '../../features/settings/mediation-part.tsx'
import { NoticesPart } from '../../features/settings/notices-part.tsx'
import { RulesPart } from '../../features/settings/rules-part.tsx'
import { UnsavedQuestion } from '../../features/settings/unsaved.tsx'
import { WhoPart } from '../../features/settings/who-part.tsx'
import { Context, Main } from '../../features/shell/main.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { settings as words } from '../../locales/en/settings.ts'
import { loadSession } from '../../session/session.ts'

const t = texts(words)

const PARTS = [
  ['basics', 'basics'],
  ['who', 'people'],
  ['joining', 'joining'],
  ['rules', 'rules'],
  ['notices', 'notices'],
  ['mediation', 'mediation'],
  ['hosting', 'hosting'],
  ['mail', 'mail'],
] as const

/** `/settings/community`: the community's own texts and choices. */
export function Page() {
  const settings = loaded(
    () => undefined,
    (_, signal) => read<SettingsDoc>('/api/community/v1/admin/settings', { signal }),
  )
  const saved = (now: SettingsDoc) => {
    const renamed = now.name !== settings.value()?.name
    settings.set(now)
    if (renamed) loadSession().catch(() => undefined)
  }
  return (
    <>
      <Main title={t('title')}>
        <p class="lede">{t('lede')}</p>
        <Show when={settings.value()} fallback={<Waiting label={t('loading')} from={settings} />}>
          {(now) => (
            <div>
              <BasicsPart settings={now()} onSaved={saved} />
              <WhoPart settings={now()} onSaved={saved} />
              <JoiningPart settings={now()} onSaved={saved} />
              <RulesPart settings={now()} onSaved={saved} />
              <NoticesPart settings={now()} onSaved={saved} />
              <MediationPart settings={now()} onSaved={saved} />
              <HostingPart settings={now()} onSaved={saved} />
              <MailPart settings={now()} onSaved={saved} />
            </div>
          )}
        </Show>
        <UnsavedQuestion />
      </Main>
      <Context label={t('parts')}>
        <section>
          <h2>{t('parts')}</h2>
          <ul>
            <For each={PARTS}>
              {([id, word]) => (
                <li>
                  <a href={`/settings/community#${id}`}>{t(word)}</a>
                </li>
              )}
            </For>
          </ul>
        </section>
        <section>
          <h2>{t('helpTitle')}</h2>
          <p>{t('help')}</p>
          <p>
            <a href="/about">{t('seeAbout')}</a>
          </p>
        </section>
      </Context>
    </>
  )
}
