import { For, Show } from 'solid-js'
import type { QueueEntry } from '../../../shared/api/moderation-team.ts'
import { texts } from '../../lib/i18n.ts'
import { moderation } from '../../locales/en/moderation.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Time } from '../../ui/time.tsx'
import lines from '../reports/reports.module.css'

const t = texts(moderation)

const tones: Record<QueueEntry['clock'], Tone> = { green: 'ok', amber: 'warn', late: 'danger' }

/** What an entry is about, in a few words. */
const nameOf = ({ what, kind }: QueueEntry): string => {
  const named: Record<string, string> = { ...t('kinds'), ...t('actionName'), ...t('aboutServers') }
  if (what === 'case') return t('kinds')[kind] ?? kind
  const of = kind === 'removal' ? t('actionName').remove : named[kind]
  return of ? `${t('what')[what]}: ${of}` : t('what')[what]
}

const hrefOf = ({ what, case_id }: QueueEntry): string => {
  if (case_id) return `/moderation/${case_id}`
  return what === 'application' ? '/people' : what === 'paper' ? '/house/papers' : '/house/servers'
}

/** What waits, the most pressing first, each with its clock. */
export function QueueList(props: { entries: readonly QueueEntry[]; decided?: boolean }) {
  return (
    <ul class={lines.list} aria-label={t('title')}>
      <For each={props.entries}>
        {(entry) => (
          <li class="stack-s">
            <p class={lines.name}>
              <a href={hrefOf(entry)}>{nameOf(entry)}</a>
            </p>
            <p>
              <Show when={!props.decided} fallback={<Badge>{t('decidedState')}</Badge>}>
                <Badge tone={tones[entry.clock]}>{t('clock')[entry.clock]}</Badge>{' '}
                <span class="hint">
                  {t('due')} <Time at={entry.due_at} />
                </span>
              </Show>
            </p>
            <p>
              <Show when={entry.case_id} fallback={<bdi>{entry.about_name}</bdi>}>
                {t('about')} <bdi>@{entry.about?.acct ?? entry.about_name}</bdi>, {t('reports', entry.reports)}.
              </Show>{' '}
              <Show when={entry.conflict}>
                {(kind) => <Badge tone={kind() === 'follows' ? 'info' : 'warn'}>{t('mark')[kind()]}</Badge>}
              </Show>{' '}
              <Show when={entry.claimed}>
                {(claim) =>
                  claim().mine ? t('withMe') : t('with', claim().by?.display_name || `@${claim().by?.acct}`)
                }
              </Show>
            </p>
          </li>
        )}
      </For>
    </ul>
  )
}
