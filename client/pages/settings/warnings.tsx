import { Show } from 'solid-js'
import { Context, Main } from '../../features/shell/main.tsx'
import { SettingsTabs } from '../../features/shell/settings-tabs.tsx'
import style from '../../features/warnings/choices.module.css'
import { choices, choose } from '../../features/warnings/choices.ts'
import { PeopleChoices } from '../../features/warnings/people-choices.tsx'
import { GeneralChoice, TopicChoices } from '../../features/warnings/topic-choices.tsx'
import { texts } from '../../lib/i18n.ts'
import { warningSettings } from '../../locales/en/warning-settings.ts'
import { session } from '../../session/session.ts'
import { Tick } from '../../ui/field.tsx'

const t = texts(warningSettings)

/** `/settings/warnings`: what one does with content warnings, all choices on one page. */
export function Page() {
  return (
    <>
      <Main title={t('title')}>
        <SettingsTabs />
        <p class="lede">{t('lede')}</p>
        <p class="prose">{t('words')}</p>
        <div>
          <GeneralChoice />
          <TopicChoices />
          <PeopleChoices />
          <section class={`${style.part} stack`} aria-labelledby="h-writing">
            <h2 id="h-writing">{t('writingTitle')}</h2>
            <Tick checked={choices().suggest} onChange={(suggest) => choose({ suggest })} hint={t('suggestHint')}>
              {t('suggest')}
            </Tick>
          </section>
        </div>
      </Main>
      <Show when={session()?.may.topics}>
        <Context label={t('editTopics')}>
          <section>
            <h2>{t('editTopics')}</h2>
            <p>
              {t('editTopicsText')} <a href="/settings/warnings/topics">{t('editTopics')}</a>
            </p>
          </section>
        </Context>
      </Show>
    </>
  )
}
