import { For, Show } from 'solid-js'
import type { SetStoreFunction } from 'solid-js/store'
import type { ActionKind } from '../../../shared/api/moderation.ts'
import type { CasePage } from '../../../shared/api/moderation-team.ts'
import { texts } from '../../lib/i18n.ts'
import { moderation } from '../../locales/en/moderation.ts'
import { Choices, Field, TextArea, TextField, Tick } from '../../ui/field.tsx'
import { Openings } from './openings.tsx'

const t = texts(moderation)

const CHECKS = ['context', 'hacked', 'irony', 'power'] as const
const ON_POSTS: readonly ActionKind[] = ['cw', 'sensitive', 'hide', 'delete']

/** What is chosen and written so far. */
export interface Choice {
  kinds: ActionKind[]
  posts: string[]
  words: string
  days: string
  rule: string
  statement: string
  reason: string
  keep_open: boolean
  suggest: boolean
  checked: string[]
  nobody: boolean
  reader: boolean
}

/** The same as the server takes it. */
export const bodyOf = (choice: Choice) => ({
  actions: choice.kinds.map((kind) => ({
    kind,
    status_ids: ON_POSTS.includes(kind) ? choice.posts : [],
    words: kind === 'cw' ? choice.words : '',
    ...(kind === 'suspend' && choice.days.trim() ? { days: choice.days.trim() } : {}),
  })),
  rule: choice.kinds.length > 0 ? choice.rule : '',
  statement: choice.statement,
  reason: choice.reason,
  keep_open: choice.keep_open,
  suggest_mediator: choice.suggest && choice.kinds.length === 0,
  checked: choice.checked,
  nobody_to_ask: choice.nobody,
  second_reader: choice.reader,
})

/** What each part of the form knows. */
export interface PartProps {
  page: CasePage
  choice: Choice
  set: SetStoreFunction<Choice>
  /** What can be chosen here. */
  kinds: readonly ActionKind[]
  /** What is wrong with a field, once it was sent. */
  wrong: (field: string) => string | undefined
}

/** A decision before anything is chosen. */
export const unmade = (page: CasePage): Choice => ({
  kinds: [],
  posts: there(page).map(({ id }) => id),
  words: '',
  days: '30',
  rule: page.reports[0]?.rules[0]?.slug ?? '',
  statement: '',
  reason: '',
  keep_open: false,
  suggest: false,
  checked: [],
  nobody: false,
  reader: false,
})

/** The posts that the case is about and that are still there. */
const there = (page: CasePage) => page.contexts.flatMap(({ post }) => (post ? [post] : []))

/** What happens: none of it, or several things at once. */
export function Kinds(props: PartProps) {
  const choose = (kind: ActionKind, on: boolean) =>
    props.set('kinds', on ? [...props.choice.kinds, kind] : props.choice.kinds.filter((one) => one !== kind))
  return (
    <Choices legend={t('actions')} error={props.choice.kinds.includes('suspend') ? undefined : props.wrong('actions')}>
      <For each={props.kinds}>
        {(kind) => (
          <Tick
            checked={props.choice.kinds.includes(kind)}
            onChange={(on) => choose(kind, on)}
            hint={t('actionHint')[kind]}
          >
            {t('actionName')[kind]}
          </Tick>
        )}
      </For>
    </Choices>
  )
}

/** Which posts it is about. */
export function Posts(props: PartProps) {
  return (
    <Show when={props.choice.kinds.some((kind) => ON_POSTS.includes(kind)) && there(props.page).length > 0}>
      <Choices legend={t('posts')} error={props.wrong('posts')}>
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

/** What some of it needs to be said: the words of a warning, the days of a suspension. */
export function Measures(props: PartProps) {
  return (
    <>
      <Show when={props.choice.kinds.includes('cw')}>
        <TextField
          label={t('words')}
          hint={t('wordsHint')}
          value={props.choice.words}
          onInput={(words) => props.set('words', words)}
          error={props.wrong('words')}
        />
      </Show>
      <Show when={props.choice.kinds.includes('suspend')}>
        <TextField
          label={t('days')}
          inputMode="numeric"
          value={props.choice.days}
          onInput={(days) => props.set('days', days)}
          error={props.wrong('days') ?? props.wrong('actions')}
        />
      </Show>
    </>
  )
}

/** By which rule, and in which words. */
export function Words(props: PartProps) {
  const rule = () => props.page.rules.rules.find(({ slug }) => slug === props.choice.rule)
  return (
    <Show when={props.choice.kinds.length > 0}>
      <Field label={t('rule')} error={props.wrong('rule')}>
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
        error={props.wrong('statement')}
      />
      <Show when={rule()}>
        {(one) => (
          <Openings
            rule={one()}
            statement={props.choice.statement}
            onChoose={(words) => props.set('statement', words)}
          />
        )}
      </Show>
      <Tick checked={props.choice.reader} onChange={(on) => props.set('reader', on)} hint={t('secondReaderHint')}>
        {t('secondReader')}
      </Tick>
    </Show>
  )
}

/** What has to be thought about before somebody is sent away. */
export function Checks(props: PartProps) {
  return (
    <Show when={props.choice.kinds.includes('remove')}>
      <Choices legend={t('checks')} error={props.wrong('checked')}>
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
