import { createSignal, For, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { ImportState } from '../../../shared/api/account.ts'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { fieldReason, reasonOf } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { moving } from '../../locales/en/moving.ts'
import { Button } from '../../ui/button.tsx'
import { Choices, Field, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { Failed } from '../shell/failed.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { again } from './again.ts'
import { Select } from './defaults-part.tsx'
import style from './moving.module.css'

const t = texts(moving)
const PATH = '/api/community/v1/imports'
const TYPES = {
  following: 'bringFollowing',
  muting: 'bringMuting',
  blocking: 'bringBlocking',
  bookmarks: 'bringBookmarks',
  lists: 'bringLists',
} as const

/** Lists from elsewhere: choosing one, how far it is, and what could not come. */
export function BringPart() {
  const imports = loaded(
    () => undefined,
    (_, signal) => read<ImportState[]>(PATH, { signal }),
  )
  again(() => imports.value()?.some((one) => one.finished_at === null) === true, imports.reload)
  const forget = async (id: string) => {
    try {
      await send('DELETE', `${PATH}/${id}`)
    } catch (error) {
      toast(`${t('notDone')} ${reasonOf(error)}`)
    }
    imports.reload()
  }
  return (
    <>
      <BringForm onBegun={imports.reload} />
      <Show when={imports.value()} fallback={<Waiting label={t('loading')} from={imports} />}>
        <For each={imports.value()}>{(one) => <Brought state={one} onForget={() => forget(one.id)} />}</For>
      </Show>
    </>
  )
}

function BringForm(props: { onBegun: () => void }) {
  const [typed, setTyped] = createStore({ type: 'following', mode: 'merge' })
  const [file, setFile] = createSignal<File>()
  const [looked, setLooked] = createSignal(false)
  const form = submitting(async () => {
    setLooked(true)
    const chosen = file()
    if (!chosen) return
    const body = new FormData()
    body.set('type', typed.type)
    body.set('mode', typed.mode)
    body.set('data', chosen)
    await send('POST', PATH, body)
    props.onBegun()
  })
  const missing = () => (looked() && !file() ? t('fileMissing') : undefined)
  return (
    <Form label={t('bring')} onSubmit={form.run}>
      <Select
        label={t('what')}
        value={typed.type}
        options={Object.entries(TYPES).map(([value, text]) => ({ value, text: t(text) }))}
        onChoose={(type) => setTyped({ type })}
      />
      <Field label={t('file')} error={missing() ?? fieldReason(form.error(), 'data')}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".csv,text/csv"
            onChange={(event) => setFile(event.currentTarget.files?.[0])}
          />
        )}
      </Field>
      <Choices legend={t('mode')}>
        <For each={['merge', 'overwrite'] as const}>
          {(mode) => (
            <Tick type="radio" name="mode" checked={typed.mode === mode} onChange={() => setTyped({ mode })}>
              {t(mode)}
            </Tick>
          )}
        </For>
      </Choices>
      <Failed error={form.error()} what={t('notDone')} />
      <p>
        <Button type="submit" busy={form.busy()}>
          {t('begin')}
        </Button>
      </p>
    </Form>
  )
}

function Brought(props: { state: ImportState; onForget: () => void }) {
  return (
    <div class={`${style.import} stack-s`}>
      <p role="status">
        <b>{t(TYPES[props.state.type])}.</b>{' '}
        {props.state.finished_at
          ? t('came', props.state.came, props.state.total)
          : t('progress', props.state.done, props.state.total)}
      </p>
      <Show when={props.state.failures.length > 0}>
        <details>
          <summary>{t('notCame', props.state.failures.length)}</summary>
          <ul class={style.list}>
            <For each={props.state.failures}>
              {(one) => (
                <li>
                  <b dir="auto">{one.what}</b> {one.why}
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
      <p>
        <Button kind="quiet" onClick={() => props.onForget()}>
          {t('forget')}
        </Button>
      </p>
    </div>
  )
}
