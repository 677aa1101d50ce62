import { For, Match, onCleanup, Show, Switch } from 'solid-js'
import type { Conversation } from '../../../shared/api/wire.ts'
import { readPage, send } from '../../api/http.ts'
import { listen } from '../../api/live.ts'
import { keepAccounts, keepStatuses } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { submitting } from '../../lib/submit.ts'
import { conversations } from '../../locales/en/conversations.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { toast } from '../../ui/toast.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { Line } from './line.tsx'
import style from './talks.module.css'
import { countTalks } from './unread.ts'

const t = texts(conversations)

const PATH = '/api/v1/conversations'

async function readTalks(path: string) {
  const page = await readPage<Conversation>(path)
  for (const { accounts, last_status: last } of page.items) {
    keepAccounts(accounts)
    if (last) keepStatuses([last])
  }
  return page
}

/** The first pages as one, as many as are looked at. */
async function readFirst(pages: number) {
  let all = await readTalks(PATH)
  for (let n = 1; n < pages && all.next; n++) {
    const next = await readTalks(all.next)
    all = { ...next, items: [...all.items, ...next.items] }
  }
  return all
}

/** Somebody's private conversations, the latest first, each with what can be done with it. */
export function ConversationList() {
  let pages = 1
  const page = loaded(
    () => undefined,
    () => readFirst(pages),
  )
  onCleanup(listen({ stream: 'direct' }, { other: () => page.reload(), returned: () => page.reload() }))
  const older = submitting(async () => {
    const now = page.value()
    if (!now?.next) return
    const next = await readTalks(now.next)
    pages++
    page.set({ ...next, items: [...now.items, ...next.items] })
  })
  const act = async (method: 'POST' | 'DELETE', path: string, done?: string) => {
    try {
      await send(method, `${PATH}/${path}`)
      if (done) toast(done)
    } catch {
      toast(t('notDone'))
    }
    page.reload()
    countTalks()
  }
  return (
    <Show when={page.value()} fallback={<Waiting label={t('loading')} from={page} />}>
      {(now) => (
        <Switch>
          <Match when={now().items.length === 0}>
            <Empty title={t('empty')}>
              <p>{t('emptyText')}</p>
            </Empty>
          </Match>
          <Match when={true}>
            <ul class={style.list} aria-label={t('list')}>
              {/* by their ids: whoever stands in a line keeps their place while the list is read anew */}
              <For each={now().items.map(({ id }) => id)}>
                {(id) => (
                  <Show when={now().items.find((one) => one.id === id)}>
                    {(one) => (
                      <Line
                        talk={one()}
                        onMark={() => act('POST', `${id}/${one().unread ? 'read' : 'unread'}`)}
                        onRemove={() => act('DELETE', id, t('removed'))}
                      />
                    )}
                  </Show>
                )}
              </For>
            </ul>
            <Show when={now().next}>
              <p>
                <Button busy={older.busy()} onClick={() => older.run()}>
                  {t('older')}
                </Button>
              </p>
            </Show>
          </Match>
        </Switch>
      )}
    </Show>
  )
}
