import { For, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { Hearing, NotificationPolicy } from '../../../shared/api/notifications.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonOf } from '../../lib/reason.ts'
import { pushWords } from '../../locales/en/push.ts'
import { session } from '../../session/session.ts'
import { Field } from '../../ui/field.tsx'
import { toast } from '../../ui/toast.tsx'

const t = texts(pushWords)

const OF = [
  'for_private_mentions',
  'for_not_following',
  'for_not_followers',
  'for_new_accounts',
  'for_limited_accounts',
] as const
const HEARINGS: readonly Hearing[] = ['accept', 'filter', 'drop']

/** Of whom one hears at once, whose word waits, and whose is dropped; each choice is kept as it is made. */
export function ReachPart(props: { policy: NotificationPolicy }) {
  const [kept, setKept] = createStore<NotificationPolicy>({ ...props.policy })
  const choose = async (of: (typeof OF)[number], hearing: Hearing) => {
    const before = kept[of]
    setKept(of, hearing)
    try {
      setKept(await send<NotificationPolicy>('PATCH', '/api/v2/notifications/policy', { [of]: hearing }))
      toast(t('saved'))
    } catch (error) {
      setKept(of, before)
      toast(`${t('notSaved')} ${reasonOf(error)}`)
    }
  }
  return (
    <>
      <For each={OF}>
        {(of) => (
          <Field label={t('reachOf')[of]}>
            {(control) => (
              // the values are the options' own
              <select {...control} onChange={(event) => choose(of, event.currentTarget.value as Hearing)}>
                <For each={HEARINGS}>
                  {(hearing) => (
                    <option value={hearing} selected={kept[of] === hearing}>
                      {t('hearing')[hearing]}
                    </option>
                  )}
                </For>
              </select>
            )}
          </Field>
        )}
      </For>
      <Show when={session()?.may.reports}>
        <p class="hint">{t('reachTeam')}</p>
      </Show>
      <Show when={kept.summary.pending_requests_count}>
        {(people) => (
          <p>
            <a href="/inbox/waiting">{t('toRequests', people())}</a>
          </p>
        )}
      </Show>
    </>
  )
}
