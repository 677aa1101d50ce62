import { createSignal } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { relations } from '../../locales/en/relations.ts'
import { Button } from '../../ui/button.tsx'
import { nameOf } from './act.ts'
import { answerRequest } from './requests.ts'

const t = texts(relations)

/** The two words that answer a request to follow. */
export function AnswerButtons(props: { accountId: string; onAnswered?: () => void }) {
  const [busy, setBusy] = createSignal<'authorize' | 'reject'>()
  const answer = async (what: 'authorize' | 'reject') => {
    if (busy()) return
    setBusy(what)
    const done = await answerRequest(props.accountId, what).finally(() => setBusy(undefined))
    if (done) props.onAnswered?.()
  }
  return (
    <span class="row">
      <Button
        busy={busy() === 'authorize'}
        aria-label={t('acceptName', nameOf(props.accountId))}
        onClick={() => answer('authorize')}
      >
        {t('accept')}
      </Button>
      <Button
        kind="quiet"
        busy={busy() === 'reject'}
        aria-label={t('refuseName', nameOf(props.accountId))}
        onClick={() => answer('reject')}
      >
        {t('refuse')}
      </Button>
    </span>
  )
}
