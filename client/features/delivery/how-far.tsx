import { For, Match, Show, Switch } from 'solid-js'
import type { Delivery } from '../../../shared/api/delivery.ts'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { delivery } from '../../locales/en/delivery.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { NotRead } from '../shell/not-read.tsx'

const t = texts(delivery)

/** To how many other servers an own post was delivered, and which of them have not got it. */
export function HowFar(props: { statusId: string | undefined; onClose: () => void }) {
  return (
    <Dialog open={props.statusId !== undefined} title={t('title')} onClose={() => props.onClose()}>
      <p class="hint">{t('text')}</p>
      <Show when={props.statusId}>{(id) => <Way statusId={id()} />}</Show>
      <p>
        <Button onClick={() => props.onClose()}>{t('close')}</Button>
      </p>
    </Dialog>
  )
}

function Way(props: { statusId: string }) {
  const way = loaded(
    () => props.statusId,
    (id, signal) => read<Delivery>(`/api/community/v1/statuses/${id}/delivery`, { signal }),
  )
  return (
    <Switch fallback={<Skeleton label={t('loading')} />}>
      <Match when={way.error()}>
        {(error) => <NotRead error={error()} what={t('failed')} again={t('again')} onAgain={() => way.reload()} />}
      </Match>
      <Match when={way.value()}>{(found) => <Found way={found()} />}</Match>
    </Switch>
  )
}

function Found(props: { way: Delivery }) {
  return (
    <Show when={props.way.servers > 0} fallback={<p>{t('nowhere')}</p>}>
      <p>
        <b>{t('reached', props.way.delivered, props.way.servers)}</b>
      </p>
      <Show when={props.way.waiting > 0}>
        <p>{t('waiting', props.way.waiting)}</p>
      </Show>
      <Show when={props.way.failed > 0}>
        <p>{t('lost', props.way.failed)}</p>
      </Show>
      <Show when={props.way.unreached.length > 0}>
        <h3>{t('unreached')}</h3>
        <ul>
          <For each={props.way.unreached}>
            {({ domain, state }) => (
              <li>
                <bdi>{domain}</bdi> {t('state')[state]}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Show>
  )
}
