import { For, Show } from 'solid-js'
import type { RuleVersion } from '../../../shared/api/rules.ts'
import { rules } from '../../../shared/locales/en/rules.ts'
import { texts } from '../../lib/i18n.ts'
import style from './diff.module.css'
import { VersionLine } from './version-line.tsx'

const t = texts(rules)

/** Every version with why it came and a way to its words. */
export function VersionList(props: { versions: readonly RuleVersion[] }) {
  return (
    <ol class={style.versions}>
      <For each={props.versions}>
        {(set) => (
          <li class={style.version}>
            <h2>{t('version', set.version)}</h2>
            <VersionLine version={set} />
            <Show when={set.summary} fallback={<p class="prose">{set.base_version === null && t('first')}</p>}>
              <p class="prose" dir="auto">
                {set.summary}
              </p>
            </Show>
            <p class="row">
              <a href={`/rules/${set.version}`}>{t('readVersion', set.version)}</a>
              <Show when={set.base_version}>
                {(base) => (
                  <a href={`/rules/history/${base()}/${set.version}`}>
                    {t('whatChanged')}
                    <span class="sr"> {t('diffTitle', base(), set.version)}</span>
                  </a>
                )}
              </Show>
            </p>
          </li>
        )}
      </For>
    </ol>
  )
}
