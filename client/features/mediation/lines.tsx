import { For, Show } from 'solid-js'
import type { MediationLine } from '../../../shared/api/mediation.ts'
import { texts } from '../../lib/i18n.ts'
import { mediation } from '../../locales/en/mediation.ts'
import { Badge } from '../../ui/badge.tsx'
import { Day } from './due.tsx'
import style from './lists.module.css'
import { caseHref } from './paths.ts'

const t = texts(mediation)

/** Cases, a line each: the code name, where it stands, until when. Nobody is named. */
export function Lines(props: { lines: readonly MediationLine[]; label: string }) {
  return (
    <ul class={style.list} aria-label={props.label}>
      <For each={props.lines}>{(line) => <Line line={line} />}</For>
    </ul>
  )
}

function Line(props: { line: MediationLine }) {
  return (
    <li data-waits={props.line.needs_you ? '' : undefined}>
      <p>
        <a class={style.name} href={caseHref(props.line.id)}>
          {t('called', props.line.code_name)}
        </a>{' '}
        <span class="hint">{t('track')[props.line.track]}</span>{' '}
        <Show when={props.line.needs_you}>
          <Badge>{t('waitsForYou')}</Badge>
        </Show>
      </p>
      <p>
        {props.line.title}{' '}
        <Show when={props.line.due_at}>
          {(due) => (
            <span class="hint">
              {t('by')} <Day at={due()} />.
            </span>
          )}
        </Show>
      </p>
    </li>
  )
}
