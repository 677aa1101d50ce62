import { createSignal, For, Show } from 'solid-js'
import { createStore, type SetStoreFunction } from 'solid-js/store'
import { type ActionKind, actionKinds } from '../../../shared/api/moderation.ts'
import type { CasePage, Preview } from '../../../shared/api/moderation-team.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { submitting } from '../../lib/submit.ts'
import { moderation } from '../../locales/en/moderation.ts'
import { Button } from '../../ui/button.tsx'
import { Choices, Field, TextArea, TextField, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import lines from '../reports/reports.module.css'
import { Failed } from '../shell/failed.tsx'
import { inCase, MODERATION } from './act.ts'
import style from './case.module.css'

const t = texts(moderation)

const CHECKS = ['context', 'hacked', 'irony', 'power'] as const
const ON_POSTS: readonly ActionKind[] = ['cw', 'sensitive', 'hide', 'delete']

interface DecideProps {
  page: CasePage
  onDone: (page: CasePage) => void
}

interface Choice {
  kind: ActionKind | undefined
  posts: string[]
  words: string
  days: string
  rule: string
  statement: string
  reason: string
  keep_open: boolean
  checked: string[]
}

const bodyOf = (choice: Choice) => ({
  actions: choice.kind
    ? [
        {
          kind: choice.kind,
          status_ids: ON_POSTS.includes(choice.kind) ? choice.posts : [],
          words: choice.words,
          ...(choice.kind === 'suspend' && choice.days ? { days: Number(choice.days) } : {}),
        },
      ]
    : [],
  rule: choice.kind ? choice.rule : '',
  statement: choice.statement,
  reason: choice.reason,
  keep_open: choice.keep_open,
  checked: choice.checked,
})

/** Choosing what happens, by which rule and in which words, with a look at what each person reads. */
export function DecideForm(props: DecideProps) {
  const [choice, set] = createStore<Choice>({
    kind: undefined,
    posts: there(props.page).map(({ id }) => id),
    words: '',
    days: '30',
    rule: props.page.reports[0]?.rules[0]?.slug ?? '',
    statement: '',
    reason: '',
    keep_open: false,
    checked: [],
  })
  const needsTwo = () => choice.kind !== undefined && props.page.needs_two.includes(choice.kind)
  const deciding = submitting(async () => {
    const what = needsTwo() ? 'proposals' : 'decide'
    props.onDone(await inCase(props.page.id, what, bodyOf(choice)))
    if (!needsTwo()) toast(t('decided'))
  })
  const parts = { page: props.page, choice, set }
  return (
    <section class={`${style.part} stack`}>
      <h2>{t('decide')}</h2>
      <Form label={t('decide')} wide onSubmit={deciding.run}>
        <Kind {...parts} />
        <Posts {...parts} />
        <Show when={choice.kind === 'cw'}>
          <TextField label={t('words')} value={choice.words} onInput={(words) => set('words', words)} />
        </Show>
        <Show when={choice.kind === 'suspend'}>
          <TextField label={t('days')} inputMode="numeric" value={choice.days} onInput={(days) => set('days', days)} />
        </Show>
        <Words {...parts} />
        <TextArea
          label={t('reason')}
          optional={t('optional')}
          maxLength={2000}
          value={choice.reason}
          onInput={(words) => set('reason', words)}
        />
        <Checks {...parts} />
        <Show when={choice.kind && !needsTwo()}>
          <Tick checked={choice.keep_open} onChange={(on) => set('keep_open', on)} hint={t('keepOpenHint')}>
            {t('keepOpen')}
          </Tick>
        </Show>
        <LookFirst page={props.page} body={() => bodyOf(choice)} />
        <Failed error={deciding.error()} what={t('notDone')} />
        <p class="row">
          <Button type="submit" kind="main" busy={deciding.busy()}>
            {needsTwo() ? t('propose') : choice.kind ? t('decideYes') : t('dismiss')}
          </Button>
        </p>
      </Form>
    </section>
  )
}

interface PartProps {
  page: CasePage
  choice: Choice
  set: SetStoreFunction<Choice>
}

/** The posts that the case is about and that are still there. */
const there = (page: CasePage) => page.contexts.flatMap(({ post }) => (post ? [post] : []))

function Kind(props: PartProps) {
  return (
    <Choices legend={t('actions')}>
      <Tick type="radio" name="action" checked={!props.choice.kind} onChange={() => props.set('kind', undefined)}>
        {t('dismiss')}
      </Tick>
      <For each={actionKinds}>
        {(kind) => (
          <Tick
            type="radio"
            name="action"
            checked={props.choice.kind === kind}
            onChange={() => props.set('kind', kind)}
            hint={t('actionHint')[kind]}
          >
            {t('actionName')[kind]}
          </Tick>
        )}
      </For>
    </Choices>
  )
}

function Posts(props: PartProps) {
  return (
    <Show when={props.choice.kind && ON_POSTS.includes(props.choice.kind) && there(props.page).length > 0}>
      <Choices legend={t('posts')}>
        <For each={there(props.page)}>
          {(post) => (
            <Tick
              checked={props.choice.posts.includes(post.id)}
              onChange={(on) =>
                props.set(
                  'posts',
                  on ? [...props.choice.posts, post.id] : props.choice.posts.filter((id) => id !== post.id),
                )
              }
            >
              <span dir="auto">{post.text.slice(0, 140) || '…'}</span>
            </Tick>
          )}
        </For>
      </Choices>
    </Show>
  )
}

function Words(props: PartProps) {
  const rule = () => props.page.rules.rules.find(({ slug }) => slug === props.choice.rule)
  return (
    <Show when={props.choice.kind}>
      <Field label={t('rule')}>
        {(control) => (
          <select {...control} onChange={(event) => props.set('rule', event.currentTarget.value)}>
            <option value="" selected={props.choice.rule === ''}>
              {t('noRule')}
            </option>
            <For each={props.page.rules.rules}>
              {(one) => (
                <option value={one.slug} selected={one.slug === props.choice.rule}>
                  {t('ruleLine', one.number, one.version, one.text.slice(0, 80))}
                </option>
              )}
            </For>
          </select>
        )}
      </Field>
      <TextArea
        label={t('statement')}
        hint={t('statementHint')}
        maxLength={2000}
        value={props.choice.statement}
        onInput={(words) => props.set('statement', words)}
      />
      <Show when={props.choice.statement === '' && rule()}>
        {(one) => (
          <p>
            <Button kind="quiet" onClick={() => props.set('statement', t('cannedOf', one().text))}>
              {t('canned')}: {t('cannedOf', one().text).slice(0, 60)}…
            </Button>
          </p>
        )}
      </Show>
    </Show>
  )
}

function Checks(props: PartProps) {
  return (
    <Show when={props.choice.kind === 'remove'}>
      <Choices legend={t('checks')}>
        <For each={CHECKS}>
          {(check) => (
            <Tick
              checked={props.choice.checked.includes(check)}
              onChange={(on) =>
                props.set(
                  'checked',
                  on ? [...props.choice.checked, check] : props.choice.checked.filter((one) => one !== check),
                )
              }
            >
              {t('check')[check]}
            </Tick>
          )}
        </For>
      </Choices>
    </Show>
  )
}

/** What each person would read, before anybody is told. */
function LookFirst(props: { page: CasePage; body: () => object }) {
  const [seen, setSeen] = createSignal<Preview>()
  const looking = submitting(async () => {
    setSeen(await send<Preview>('POST', `${MODERATION}/cases/${props.page.id}/preview`, props.body()))
  })
  return (
    <div class="stack-s">
      <p>
        <Button busy={looking.busy()} onClick={() => looking.run()}>
          {t('preview')}
        </Button>
      </p>
      <Failed error={looking.error()} what={t('notDone')} />
      <Show when={seen()}>
        {(found) => (
          <div class="stack-s" role="status">
            <p>
              <b>{t('previewPerson')}</b>
            </p>
            <p class={lines.said}>{found().person ?? t('previewNobody')}</p>
            <p>
              <b>{t('previewReporters')}</b> {found().reporters}
            </p>
          </div>
        )}
      </Show>
    </div>
  )
}
