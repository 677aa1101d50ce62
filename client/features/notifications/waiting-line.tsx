import { onCleanup, Show } from 'solid-js'
import type { NotificationPolicy } from '../../../shared/api/notifications.ts'
import { read } from '../../api/http.ts'
import { listen } from '../../api/live.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { inbox } from '../../locales/en/inbox.ts'

const t = texts(inbox)

/** Above the inbox: that somebody waits whom one does not follow, and the way there. It never asks for attention. */
export function WaitingLine() {
  const policy = loaded(
    () => undefined,
    (_, signal) => read<NotificationPolicy>('/api/v2/notifications/policy', { signal }),
  )
  onCleanup(listen({ stream: 'user' }, { other: (event) => event === 'notifications_merged' && policy.reload() }))
  return (
    <Show when={policy.value()?.summary.pending_requests_count}>
      {(people) => (
        <p class="hint">
          {t('waitingText', people())} <a href="/inbox/waiting">{t('waiting')}</a>
        </p>
      )}
    </Show>
  )
}
