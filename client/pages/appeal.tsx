import { Show } from 'solid-js'
import type { OwnDecision } from '../../shared/api/moderation.ts'
import { send } from '../api/http.ts'
import { type Appeal, Decision } from '../features/reports/decision.tsx'
import { NarrowPage } from '../features/shell/narrow.tsx'
import { Waiting } from '../features/shell/waiting.tsx'
import { takeFragment } from '../lib/fragment.ts'
import { texts } from '../lib/i18n.ts'
import { loaded } from '../lib/loaded.ts'
import { reports } from '../locales/en/reports.ts'

const t = texts(reports)

/** `/appeal#TOKEN`: a decision and its appeal, from the link in a mail, for somebody who is locked out. */
export function Page() {
  const token = takeFragment()
  const decision = loaded(
    () => token,
    async (secret) =>
      secret ? send<OwnDecision>('POST', '/api/community/v1/appeals/link/read', { token: secret }) : undefined,
  )
  const appeal = async (words: Appeal) =>
    decision.set(await send<OwnDecision>('POST', '/api/community/v1/appeals/link', { token, ...words }))
  const followUp = async (text: string) =>
    decision.set(await send<OwnDecision>('POST', '/api/community/v1/appeals/link/follow-up', { token, text }))
  return (
    <NarrowPage title={t('decisionTitle')} out={{ href: '/', text: t('toStart') }}>
      <Show
        when={token}
        fallback={
          <div class="stack">
            <h1>{t('linkMissing')}</h1>
            <p class="prose">{t('linkMissingText')}</p>
          </div>
        }
      >
        <h1>{t('decisionTitle')}</h1>
        <Show when={decision.value()} fallback={<Waiting label={t('loading')} from={decision} />}>
          {(one) => <Decision decision={one()} appeal={appeal} followUp={followUp} />}
        </Show>
      </Show>
    </NarrowPage>
  )
}
