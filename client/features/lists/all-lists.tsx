import { useNavigate } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import type { List } from '../../../shared/api/wire.ts'
import { sendOnce } from '../../api/once.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { lists } from '../../locales/en/lists.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { Failed } from '../shell/failed.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { ownLists } from './lists.ts'
import style from './own-lists.module.css'

const t = texts(lists)

/** One's lists, and the way to another one. */
export function AllLists() {
  const all = ownLists()
  return (
    <>
      <Show when={all.value()} fallback={<Waiting label={t('loading')} from={all} />}>
        {(list) => (
          <Show when={list().length > 0} fallback={<p>{t('none')}</p>}>
            <ul class={style.list} aria-label={t('yours')}>
              <For each={list()}>
                {(one) => (
                  <li>
                    <a class={style.name} href={`/lists/${one.id}`} dir="auto">
                      {one.title}
                    </a>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        )}
      </Show>
      <NewList />
    </>
  )
}

function NewList() {
  const navigate = useNavigate()
  const [title, setTitle] = createSignal('')
  const making = submitting(async () => {
    const list = await sendOnce<List>('/api/v1/lists', { title: title() })
    toast(t('made', list.title))
    navigate(`/lists/${list.id}`)
  })
  return (
    <Form label={t('make')} onSubmit={making.run}>
      <TextField
        label={t('name')}
        value={title()}
        onInput={setTitle}
        error={fieldReason(making.error(), 'title')}
        autocomplete="off"
        dir="auto"
      />
      <Failed error={making.error()} what={t('notDone')} />
      <p class="row">
        <Button type="submit" busy={making.busy()}>
          {t('make')}
        </Button>
      </p>
    </Form>
  )
}
