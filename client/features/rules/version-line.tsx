import { Match, Show, Switch } from 'solid-js'
import type { RuleVersion } from '../../../shared/api/rules.ts'
import { rules } from '../../../shared/locales/en/rules.ts'
import { formatDate, formatWhen } from '../../../shared/text/figures.ts'
import { texts } from '../../lib/i18n.ts'

const t = texts(rules)

const date = (time: string | null) => formatDate(time ?? 0)

/** Since when a version holds, held, or will hold. */
export function VersionLine(props: { version: RuleVersion }) {
  const set = () => props.version
  return (
    <div class="stack-s">
      <p class="hint">
        <Switch>
          <Match when={set().state === 'announced'}>{t('announcedFor', date(set().effective_at))}</Match>
          <Match when={set().lapsed_at}>{(end) => t('lapsed', date(set().effective_at), date(end()))}</Match>
          <Match when={set().state === 'effective'}>{t('inForceSince', date(set().effective_at))}</Match>
          <Match when={set().retired_at}>{(end) => t('inForceUntil', date(set().effective_at), date(end()))}</Match>
        </Switch>
      </p>
      <Show when={set().emergency}>
        <p class="hint">
          {t('emergency')}. <Show when={set().confirm_by}>{(by) => t('confirmBy', formatWhen(by()))}</Show>
        </p>
      </Show>
      <Show when={!set().material}>
        <p class="hint">{t('notMaterial')}</p>
      </Show>
    </div>
  )
}
