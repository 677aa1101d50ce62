import { Show } from 'solid-js'
import { rules } from '../../../shared/locales/en/rules.ts'
import { loadVersions } from '../../features/rules/load.ts'
import { OwnAcceptances } from '../../features/rules/own-acceptances.tsx'
import { VersionList } from '../../features/rules/version-list.tsx'
import { NarrowPage } from '../../features/shell/narrow.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { texts } from '../../lib/i18n.ts'
import { session } from '../../session/session.ts'

const t = texts(rules)

/** `/rules/history`: every version of the rules, for anybody; and for a member, what they agreed to. */
export function Page() {
  const versions = loadVersions()
  return (
    <NarrowPage title={versions.value() && t('historyTitle')} out={{ href: '/about#rules', text: t('title') }}>
      <Show when={versions.value()} fallback={<Waiting label={t('loading')} from={versions} />}>
        {(all) => (
          <>
            <div class="stack">
              <h1>{t('historyTitle')}</h1>
              <p class="lede">{t('historyLede')}</p>
            </div>
            <VersionList versions={all()} />
            <Show when={session()?.account}>
              <OwnAcceptances />
            </Show>
          </>
        )}
      </Show>
    </NarrowPage>
  )
}
