import { Show } from 'solid-js'
import type { About } from '../../../shared/api/about.ts'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { sessions } from '../../locales/en/sessions.ts'

const t = texts(sessions)

/** How to reach the collective, where it has said so. */
export function ContactLine() {
  const about = loaded(
    () => undefined,
    (_, signal) => read<About>('/api/community/v1/about', { signal }),
  )
  return (
    <Show when={about.value()?.contact.email}>
      {(email) => (
        <p>
          {t('askThem')} <a href={`mailto:${email()}`}>{email()}</a>.
        </p>
      )}
    </Show>
  )
}
