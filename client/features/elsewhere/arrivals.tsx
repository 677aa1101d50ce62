import { For, Show } from 'solid-js'
import type { Arrival } from '../../../shared/api/elsewhere.ts'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { comingAndGoing } from '../../locales/en/coming-and-going.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'
import { again } from '../moving/again.ts'
import style from '../people/people.module.css'
import { Waiting } from '../shell/waiting.tsx'

const t = texts(comingAndGoing)
const PATH = '/api/community/v1/arrivals'

/** The old accounts that come along, and how far each is. */
export function Arrivals() {
  const arrivals = loaded(
    () => undefined,
    (_, signal) => read<Arrival[]>(PATH, { signal }),
  )
  again(
    () => arrivals.value()?.some((one) => one.finished_at === null && !one.problem) === true,
    () => arrivals.reload(),
  )
  const act = (method: 'POST' | 'DELETE', path: string) =>
    send(method, `${PATH}/${path}`)
      .catch(() => toast(t('notDone')))
      .finally(() => arrivals.reload())
  return (
    <Show when={arrivals.value()} fallback={<Waiting label={t('loading')} from={arrivals} />}>
      {(all) => (
        <For each={all()}>
          {(one) => (
            <Came
              arrival={one}
              onResume={() => act('POST', `${one.id}/resume`)}
              onForget={() => act('DELETE', one.id)}
            />
          )}
        </For>
      )}
    </Show>
  )
}

function Came(props: { arrival: Arrival; onResume: () => void; onForget: () => void }) {
  const one = () => props.arrival
  return (
    <div class="stack-s">
      <h3>{t('from', one().acct)}</h3>
      <ul class="stack-s">
        <For each={one().parts.filter(({ total }) => total > 0)}>
          {({ part, done, failed, total }) => (
            <li>
              {t('parts')[part]}: {t('progress', done - failed, total)}
            </li>
          )}
        </For>
      </ul>
      <p class="hint" role="status">
        <Show when={!one().finished_at} fallback={t('finished')}>
          <Show when={!one().problem} fallback={t('stuck')}>
            <Show when={one().reading}>{(part) => <>{t('reading', t('parts')[part()])}. </>}</Show>
            {t('underWay')}
          </Show>
        </Show>
      </p>
      <Show when={one().failures.length > 0}>
        <details>
          <summary>{t('failures', one().failures.length)}</summary>
          <ul class={style.list}>
            <For each={one().failures}>
              {({ part, what, why }) => (
                <li>
                  <span class="hint">{t('parts')[part]}</span>
                  <span>
                    {what}: {why}
                  </span>
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
      <p class="row">
        <Show when={one().problem}>
          <Button onClick={() => props.onResume()}>{t('resume')}</Button>
        </Show>
        <Button kind="quiet" onClick={() => props.onForget()}>
          {one().finished_at ? t('forgetDone') : t('forget')}
        </Button>
      </p>
    </div>
  )
}
