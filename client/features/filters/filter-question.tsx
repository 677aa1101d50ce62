import { For, Show } from 'solid-js'
import type { WholeFilter } from '../../../shared/api/wire.ts'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { reasonOf } from '../../lib/reason.ts'
import { filters } from '../../locales/en/filters.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Tick } from '../../ui/field.tsx'
import { toast } from '../../ui/toast.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { forgetLists, PATH } from './filter-form.tsx'

const t = texts(filters)

/** Under which of one's filters a post stands, whatever its words; each tick holds at once. */
export function FilterQuestion(props: { statusId: string | undefined; onClose: () => void }) {
  return (
    <Dialog open={props.statusId !== undefined} title={t('putTitle')} onClose={() => props.onClose()}>
      <p class="hint">{t('putText')}</p>
      <Show when={props.statusId}>{(id) => <Ticks statusId={id()} />}</Show>
      <p class="row">
        <Button onClick={() => props.onClose()}>{t('close')}</Button>
      </p>
    </Dialog>
  )
}

function Ticks(props: { statusId: string }) {
  const all = loaded(
    () => undefined,
    (_, signal) => read<WholeFilter[]>(PATH, { signal }),
  )
  const entryIn = (filter: WholeFilter) => filter.statuses.find((one) => one.status_id === props.statusId)
  const put = (filter: { id: string }) =>
    send('POST', `${PATH}/${filter.id}/statuses`, { status_id: props.statusId }).then(forgetLists)
  const attempt = async (act: () => Promise<unknown>) => {
    try {
      await act()
    } catch (error) {
      toast(`${t('notDone')} ${reasonOf(error)}`)
    }
    all.reload()
  }
  const change = (filter: WholeFilter, isIn: boolean) =>
    attempt(async () => {
      const entry = entryIn(filter)
      if (isIn) return put(filter)
      if (entry) await send('DELETE', `${PATH}/statuses/${entry.id}`).then(forgetLists)
    })
  const begin = () =>
    attempt(async () => {
      const context = ['home', 'notifications', 'public', 'thread', 'account']
      await put(await send<WholeFilter>('POST', PATH, { title: t('ofPosts'), context, filter_action: 'warn' }))
    })
  return (
    <Show when={all.value()} fallback={<Waiting label={t('loading')} from={all} />}>
      {(list) => (
        <div>
          <For each={list()}>
            {(filter) => (
              <Tick checked={entryIn(filter) !== undefined} onChange={(isIn) => change(filter, isIn)}>
                <span dir="auto">{filter.title}</span>
              </Tick>
            )}
          </For>
          <Show when={list().every(({ title }) => title !== t('ofPosts'))}>
            <p>
              <Button onClick={begin}>{t('beginForPosts')}</Button>
            </p>
          </Show>
        </div>
      )}
    </Show>
  )
}
