import { createSignal, For, Show } from 'solid-js'
import type { Filter, FilterContext, WholeFilter } from '../../../shared/api/wire.ts'
import { queryClient } from '../../api/client.ts'
import { send } from '../../api/http.ts'
import { sendOnce } from '../../api/once.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonKeeping } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { filters } from '../../locales/en/filters.ts'
import { Button } from '../../ui/button.tsx'
import { Choices, TextArea, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { announce } from '../../ui/live.tsx'
import { toast } from '../../ui/toast.tsx'
import { Choice } from '../pauses/choice.tsx'
import { Failed } from '../shell/failed.tsx'

const t = texts(filters)

/** Where filters are kept. */
export const PATH = '/api/v2/filters'
const WHERE = ['home', 'notifications', 'public', 'thread', 'account'] as const
/** What can be done with what a filter finds, in words. */
export const ACTIONS: readonly { value: Filter['filter_action']; text: string }[] = [
  { value: 'warn', text: t('warn') },
  { value: 'blur', text: t('blur') },
  { value: 'hide', text: t('hideAction') },
]

/** What was read with other filters is read anew. */
export const forgetLists = () => queryClient().removeQueries({ queryKey: ['posts'] })

type Word = { keyword: string; whole_word: boolean }

/** The words of a filter as a form sends them: those that stay keep their ids, those that are gone are taken away. */
function changed(known: WholeFilter['keywords'], words: readonly Word[]) {
  const gone = known.filter((one) => !words.some(({ keyword }) => keyword === one.keyword))
  const kept = words.map((word) => ({ ...word, id: known.find((one) => one.keyword === word.keyword)?.id }))
  return [...kept, ...gone.map(({ id }) => ({ id, _destroy: true }))]
}

/** The words that stand in lines, each once. */
const wordsIn = (text: string, whole: boolean): Word[] =>
  [...new Set(text.split('\n').map((line) => line.trim()))]
    .filter((line) => line !== '')
    .map((keyword) => ({ keyword, whole_word: whole }))

/** What words would find in one's home, as a sentence. */
const whatTheyFind = (words: readonly Word[]): Promise<string> =>
  send<{ found: number; checked: number }>('POST', '/api/community/v1/filters/preview', {
    keywords_attributes: words,
  }).then(
    ({ found, checked }) => t('found', found, checked),
    (error: unknown) => `${t('notDone')} ${reasonKeeping(error)}`,
  )

interface FilterFormProps {
  /** The filter that is changed; without one, another one is made. */
  filter?: WholeFilter
  /** Words to begin with. */
  start?: string
  onSaved: (filter: WholeFilter) => void
  onLeave?: () => void
}

/** What a filter finds, what it does, and where. */
export function FilterForm(props: FilterFormProps) {
  const { filter } = props
  const known = filter?.keywords ?? []
  const [text, setText] = createSignal(filter ? known.map(({ keyword }) => keyword).join('\n') : (props.start ?? ''))
  const [inside, setInside] = createSignal(known.some((one) => !one.whole_word))
  const [action, setAction] = createSignal<Filter['filter_action']>(filter?.filter_action ?? 'warn')
  const [where, setWhere] = createSignal<readonly FilterContext[]>(filter?.context ?? WHERE)
  const [tried, setTried] = createSignal<string>()
  const words = () => wordsIn(text(), !inside())
  const tryOut = async () => {
    const said = await whatTheyFind(words())
    setTried(said)
    announce(said)
  }
  const making = submitting(async () => {
    const title = words()
      .map(({ keyword }) => keyword)
      .join(', ')
      .slice(0, 100)
    const form = { title, context: where(), filter_action: action(), keywords_attributes: changed(known, words()) }
    const saved = await (filter
      ? send<WholeFilter>('PUT', `${PATH}/${filter.id}`, form)
      : sendOnce<WholeFilter>(PATH, form))
    forgetLists()
    setText('')
    setTried(undefined)
    toast(t('saved'))
    props.onSaved(saved)
  })
  return (
    <Form label={filter ? t('changeOne', filter.title) : t('make')} onSubmit={making.run}>
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
          {filter ? t('saveChange') : t('save')}
        </Button>
        <Show when={props.onLeave}>
          {(leave) => (
            <Button kind="quiet" onClick={() => leave()()}>
              {t('leave')}
            </Button>
          )}
        </Show>
      </p>
    </Form>
  )
}
