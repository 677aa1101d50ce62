import { createSignal, For, Show } from 'solid-js'
import type { Filter, FilterContext, WholeFilter } from '../../../shared/api/wire.ts'
import { queryClient } from '../../api/client.ts'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { reasonOf } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { filters } from '../../locales/en/filters.ts'
import { Button } from '../../ui/button.tsx'
import { Choices, TextArea, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { announce } from '../../ui/live.tsx'
import { Time } from '../../ui/time.tsx'
import { toast } from '../../ui/toast.tsx'
import style from '../lists/own-lists.module.css'
import { Choice } from '../pauses/choice.tsx'
import { Failed } from '../shell/failed.tsx'
import { Waiting } from '../shell/waiting.tsx'

const t = texts(filters)

const PATH = '/api/v2/filters'
const WHERE = ['home', 'notifications', 'public', 'thread', 'account'] as const
const ACTIONS: readonly { value: Filter['filter_action']; text: string }[] = [
  { value: 'warn', text: t('warn') },
  { value: 'blur', text: t('blur') },
  { value: 'hide', text: t('hideAction') },
]

/** What was read with other filters is read anew. */
const forgetLists = () => queryClient().removeQueries({ queryKey: ['posts'] })

/** One's filters, and a form for another one. */
export function AllFilters() {
  const all = loaded(
    () => undefined,
    (_, signal) => read<WholeFilter[]>(PATH, { signal }),
  )
  const remove = async (id: string) => {
    try {
      await send('DELETE', `${PATH}/${id}`)
      forgetLists()
      all.set((all.value() ?? []).filter((one) => one.id !== id))
      toast(t('removed'))
    } catch (error) {
      toast(`${t('notDone')} ${reasonOf(error)}`)
    }
  }
  return (
    <div>
      <section class={`${style.part} stack`} aria-labelledby="h-filters">
        <h2 id="h-filters">{t('yours')}</h2>
        <Show when={all.value()} fallback={<Waiting label={t('loading')} from={all} />}>
          {(list) => (
            <Show when={list().length > 0} fallback={<p>{t('none')}</p>}>
              <ul class={style.list}>
                <For each={list()}>{(one) => <Line filter={one} onRemove={() => remove(one.id)} />}</For>
              </ul>
            </Show>
          )}
        </Show>
      </section>
      <section class={`${style.part} stack`} aria-labelledby="h-make">
        <h2 id="h-make">{t('make')}</h2>
        <NewFilter onMade={(one) => all.set([...(all.value() ?? []), one])} />
      </section>
    </div>
  )
}

function Line(props: { filter: WholeFilter; onRemove: () => void }) {
  const action = () => ACTIONS.find(({ value }) => value === props.filter.filter_action)?.text
  return (
    <li>
      <div>
        <b class={style.name} dir="auto">
          {props.filter.title}
        </b>
        <p class="hint">
          {action()}. {props.filter.context.map((one) => t(one)).join(', ')}
          <Show when={props.filter.expires_at}>
            {(at) => (
              <>
                , {t('until')} <Time at={at()} />
              </>
            )}
          </Show>
        </p>
      </div>
      <Button onClick={() => props.onRemove()}>{t('remove', props.filter.title)}</Button>
    </li>
  )
}

function NewFilter(props: { onMade: (filter: WholeFilter) => void }) {
  const [text, setText] = createSignal('')
  const [inside, setInside] = createSignal(false)
  const [action, setAction] = createSignal<Filter['filter_action']>('warn')
  const [where, setWhere] = createSignal<readonly FilterContext[]>(WHERE)
  const [tried, setTried] = createSignal<string>()
  const words = () => {
    const lines = text()
      .split('\n')
      .map((line) => line.trim())
    return lines.filter((line) => line !== '').map((keyword) => ({ keyword, whole_word: !inside() }))
  }
  const tryOut = async () => {
    const form = { keywords_attributes: words() }
    const said = await send<{ found: number; checked: number }>('POST', '/api/community/v1/filters/preview', form).then(
      ({ found, checked }) => t('found', found, checked),
      (error: unknown) => `${t('notDone')} ${reasonOf(error)}`,
    )
    setTried(said)
    announce(said)
  }
  const making = submitting(async () => {
    const title = words()
      .map(({ keyword }) => keyword)
      .join(', ')
      .slice(0, 100)
    const form = { title, context: where(), filter_action: action(), keywords_attributes: words() }
    props.onMade(await send<WholeFilter>('POST', PATH, form))
    forgetLists()
    setText('')
    setTried(undefined)
    toast(t('saved'))
  })
  return (
    <Form label={t('make')} onSubmit={making.run}>
      <TextArea label={t('words')} hint={t('wordsHint')} rows={3} value={text()} onInput={setText} dir="auto" />
      <Tick checked={inside()} onChange={setInside}>
        {t('part')}
      </Tick>
      <p class="row">
        <Button onClick={tryOut}>{t('tryOut')}</Button>
      </p>
      <Show when={tried()}>{(said) => <p>{said()}</p>}</Show>
      <Choice label={t('action')} options={ACTIONS} value={action()} onChoose={setAction} />
      <Choices legend={t('where')}>
        <For each={WHERE}>
          {(one) => (
            <Tick
              checked={where().includes(one)}
              onChange={(on) => setWhere(WHERE.filter((other) => (other === one ? on : where().includes(other))))}
            >
              {t(one)}
            </Tick>
          )}
        </For>
      </Choices>
      <Failed error={making.error()} what={t('notDone')} />
      <p class="row">
        <Button type="submit" kind="main" busy={making.busy()}>
          {t('save')}
        </Button>
      </p>
    </Form>
  )
}
