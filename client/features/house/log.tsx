import { For } from 'solid-js'
import type { LogEntry } from '../../../shared/api/staff.ts'
import { formatWhen } from '../../../shared/text/figures.ts'
import { texts } from '../../lib/i18n.ts'
import { listed } from '../../lib/listed.ts'
import { housePanic } from '../../locales/en/house-panic.ts'
import { houseLog } from '../../locales/en/house-staff.ts'
import { Line, Lines } from '../people/line.tsx'

const t = texts(houseLog)
const switches: Readonly<Record<string, { title: string }>> = housePanic.kinds

/** What those who run the community did, newest first. */
export function Log() {
  const list = listed<LogEntry>(() => '/api/community/v1/admin/log')
  return (
    <div class="stack">
      <p>{t('lede')}</p>
      <Lines from={list} empty={t('empty')} emptyText={t('emptyText')}>
        <For each={list.items()}>{(entry) => <Entry entry={entry} />}</For>
      </Lines>
    </div>
  )
}

const detailOf = ({ detail }: LogEntry) =>
  Object.entries(detail)
    .filter(([name, value]) => name !== 'kind' && value !== '' && value !== null)
    .map(([name, value]) => `${t('details')[name] ?? name}: ${t('values')[String(value)] ?? value}`)
    .join(', ')

function Entry(props: { entry: LogEntry }) {
  const what = () => houseLog.actions[props.entry.action] ?? props.entry.action
  const label = () => switches[props.entry.label]?.title ?? props.entry.label
  return (
    <Line first={<span>{props.entry.by ? `@${props.entry.by}` : t('byItself')}</span>} acts="">
      <p>
        {what()} <b dir="auto">{label()}</b>
      </p>
      <p class="hint">
        {formatWhen(props.entry.at)} <bdi>{detailOf(props.entry)}</bdi>
      </p>
    </Line>
  )
}
