import { useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import type { OwnDecision } from '../../../shared/api/moderation.ts'
import { read, send } from '../../api/http.ts'
import { type Appeal, Decision } from '../../features/reports/decision.tsx'
import { Main } from '../../features/shell/main.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { reports } from '../../locales/en/reports.ts'

const t = texts(reports)

/** `/decisions/:id`: what was decided about oneself, and the way to appeal it. */
export function Page() {
  const params = useParams<{ id: string }>()
  const decision = loaded(
    () => params.id,
    (id, signal) => read<OwnDecision>(`/api/community/v1/decisions/${id}`, { signal }),
  )
  const appeal = async (words: Appeal) =>
    decision.set(await send<OwnDecision>('POST', `/api/community/v1/appeals/${params.id}`, words))
  const followUp = async (text: string) =>
    decision.set(await send<OwnDecision>('POST', `/api/community/v1/appeals/${params.id}/follow-up`, { text }))
  return (
    <Main title={t('decisionTitle')}>
      <Show when={decision.value()} fallback={<Waiting label={t('loading')} from={decision} />}>
        {(one) => <Decision decision={one()} appeal={appeal} followUp={followUp} linked />}
      </Show>
      <p>
        <a href="/decisions">{t('allDecisions')}</a>
      </p>
    </Main>
  )
}
