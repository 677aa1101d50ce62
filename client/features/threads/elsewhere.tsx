import { createSignal, createUniqueId, For, onMount, Show } from 'solid-js'
import type { FetchedReplies, WhyMissing } from '../../../shared/api/threads.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonOf } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { elsewhere } from '../../locales/en/elsewhere.ts'
import { session } from '../../session/session.ts'
import { Button } from '../../ui/button.tsx'

const t = texts(elsewhere)

const reasons = ['gone', 'refused', 'unreachable', 'unreadable'] as const satisfies WhyMissing[]

/** Whether somebody wants conversations fetched whole whenever they open one is kept in their browser. */
const nameOf = () => `whole-threads:${session()?.account?.id ?? ''}`
const isAlways = () => localStorage.getItem(nameOf()) === 'yes'

/** Conversations that were fetched since this page was loaded: opened again, they are not asked for again. */
const asked = new Set<string>()

/** How much of a conversation is here, and the way to the rest, with why some of it cannot be had. */
export function RepliesElsewhere(props: { id: string; here: number; missing: number; onFetched: () => unknown }) {
  const [came, setCame] = createSignal<FetchedReplies>()
  const [always, setAlways] = createSignal(isAlways())
  const box = createUniqueId()
  const fetching = submitting(async () => {
    asked.add(props.id)
    setCame(await send<FetchedReplies>('POST', `/api/community/v1/statuses/${props.id}/replies`))
    await props.onFetched()
  })
  onMount(() => {
    if (isAlways() && !asked.has(props.id)) fetching.run()
  })
  const standing = () => {
    if (props.missing > 0) return t('hereOf', props.here, props.here + props.missing)
    return came() && !came()?.more ? t('whole', props.here) : t('perhaps', props.here)
  }
  const choose = (wanted: boolean) => {
    setAlways(wanted)
    if (wanted) localStorage.setItem(nameOf(), 'yes')
    else localStorage.removeItem(nameOf())
  }
  return (
    <section class="stack-s" aria-label={t('label')}>
      <p class="row">
        <span>{standing()}</span>
        <Button busy={fetching.busy()} onClick={() => fetching.run()}>
          {came()?.more ? t('fetchMore') : t('fetch')}
        </Button>
      </p>
      <div role="status">
        <Show when={came()}>
          {(outcome) => (
            <p>
              {t('came', outcome().fetched)}{' '}
              <For each={reasons.filter((why) => outcome().missing[why] > 0)}>
                {(why) => <>{elsewhere.missing[why](outcome().missing[why])} </>}
              </For>
              <Show when={outcome().more}>{t('more')}</Show>
            </p>
          )}
        </Show>
        <Show when={fetching.error()}>
          <p>
            {t('failed')} {reasonOf(fetching.error())}
          </p>
        </Show>
      </div>
      <p>
        <label for={box}>
          <input
            id={box}
            type="checkbox"
            checked={always()}
            onChange={(event) => choose(event.currentTarget.checked)}
          />{' '}
          {t('always')}
        </label>
      </p>
    </section>
  )
}
