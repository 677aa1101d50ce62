import { For, Show } from 'solid-js'
import type { List } from '../../../shared/api/wire.ts'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { lists } from '../../locales/en/lists.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Tick } from '../../ui/field.tsx'
import { nameOf } from '../relations/act.ts'
import { Waiting } from '../shell/waiting.tsx'
import { place } from './lists.ts'

const t = texts(lists)

/** In which of one's lists a person is; each tick holds at once. */
export function ListsQuestion(props: { accountId: string | undefined; onClose: () => void }) {
  return (
    <Dialog
      open={props.accountId !== undefined}
      title={t('putTitle', nameOf(props.accountId ?? ''))}
      onClose={() => props.onClose()}
    >
      <Show when={props.accountId}>{(id) => <Ticks accountId={id()} />}</Show>
      <p class="row">
        <Button onClick={() => props.onClose()}>{t('close')}</Button>
      </p>
    </Dialog>
  )
}

function Ticks(props: { accountId: string }) {
  const known = loaded(
    () => props.accountId,
    async (id, signal) => {
      const [all, holding] = await Promise.all([
        read<List[]>('/api/v1/lists', { signal }),
        read<List[]>(`/api/v1/accounts/${id}/lists`, { signal }),
      ])
      return { all, holding: new Set(holding.map((list) => list.id)) }
    },
  )
  const change = async (listId: string, isIn: boolean) => {
    if (!(await place(listId, props.accountId, isIn))) known.reload()
  }
  return (
    <Show when={known.value()} fallback={<Waiting label={t('loading')} from={known} />}>
      {(now) => (
        <div>
          <For each={now().all} fallback={<p>{t('none')}</p>}>
            {(list) => (
              <Tick checked={now().holding.has(list.id)} onChange={(isIn) => change(list.id, isIn)}>
                <span dir="auto">{list.title}</span>
              </Tick>
            )}
          </For>
          <p>
            <a href="/lists">{t('make')}</a>
          </p>
        </div>
      )}
    </Show>
  )
}
