import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { actionKinds } from '../../../shared/api/moderation.ts'
import type { CasePage, Preview } from '../../../shared/api/moderation-team.ts'
import { send as ask } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { submitting } from '../../lib/submit.ts'
import { mocked } from '../../locales/en/mocked.ts'
import { moderation } from '../../locales/en/moderation.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextField, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import lines from '../reports/reports.module.css'
import { Failed } from '../shell/failed.tsx'
import { inCase, MODERATION } from './act.ts'
import style from './case.module.css'
import { bodyOf, Checks, type Choice, Kinds, Posts, there, Words } from './decide-parts.tsx'

const t = texts(moderation)
const m = texts(mocked)

interface DecideProps {
  page: CasePage
  onDone: (page: CasePage) => void
  /** Where something milder is decided than was proposed: how that is answered. */
  lower?: (reason: string, instead: object) => Promise<CasePage>
}

/** Choosing what happens, by which rule and in which words, with a look at what each person reads. */
export function DecideForm(props: DecideProps) {
  const [choice, set] = createStore<Choice>({
    kinds: [],
    posts: there(props.page).map(({ id }) => id),
    words: '',
    days: '30',
    rule: props.page.reports[0]?.rules[0]?.slug ?? '',
    statement: '',
    reason: '',
    keep_open: false,
    suggest: false,
    checked: [],
    nobody: false,
    reader: false,
  })
  const needsTwo = () => choice.kinds.some((kind) => props.page.needs_two.includes(kind))
  const kinds = actionKinds.filter((kind) => !props.lower || !props.page.needs_two.includes(kind))
  const send = () => {
    const body = bodyOf(choice)
    if (props.lower) return props.lower(choice.reason, body)
    return inCase(props.page.id, needsTwo() ? 'proposals' : 'decide', body)
  }
  const deciding = submitting(async () => {
    const waits = needsTwo()
    props.onDone(await send())
    if (!waits) toast(t('decided'))
  })
  const title = () => (props.lower ? t('lowerTitle') : t('decide'))
  const none = () => (isActedOn(props.page) ? t('leave') : t('dismiss'))
  const done = () => (props.lower ? t('lowerYes') : choice.kinds.length > 0 ? t('decideYes') : none())
  const parts = { page: props.page, choice, set, kinds }
  return (
    <section class={`${style.part} stack`}>
      <h2>{title()}</h2>
      <Form label={title()} wide onSubmit={deciding.run}>
        <Kinds {...parts} />
        <Posts {...parts} />
        <Show when={choice.kinds.includes('cw')}>
          <TextField label={t('words')} value={choice.words} onInput={(words) => set('words', words)} />
        </Show>
        <Show when={choice.kinds.includes('suspend')}>
          <TextField label={t('days')} inputMode="numeric" value={choice.days} onInput={(days) => set('days', days)} />
        </Show>
        <Words {...parts} />
        <TextArea
          label={props.lower ? t('ownReason') : t('reason')}
          optional={props.lower ? undefined : t('optional')}
          maxLength={2000}
          value={choice.reason}
          onInput={(words) => set('reason', words)}
        />
        <Checks {...parts} />
        <Show when={needsTwo() && props.page.mocked?.length === 0}>
          <Tick checked={choice.nobody} onChange={(on) => set('nobody', on)}>
            {m('nobody')}
          </Tick>
        </Show>
        <Show when={choice.kinds.length > 0 && !needsTwo() && !props.lower}>
          <Tick checked={choice.keep_open} onChange={(on) => set('keep_open', on)} hint={t('keepOpenHint')}>
            {t('keepOpen')}
          </Tick>
        </Show>
        <Show when={choice.kinds.length === 0 && !props.lower && isNoHarm(props.page) && !isActedOn(props.page)}>
          <Tick checked={choice.suggest} onChange={(on) => set('suggest', on)} hint={t('suggestHint')}>
            {t('suggest')}
          </Tick>
        </Show>
        <LookFirst page={props.page} body={() => bodyOf(choice)} />
        <Show when={needsTwo()}>
          <p class="hint">{t('proposeHint')}</p>
        </Show>
        <Failed error={deciding.error()} what={t('notDone')} />
        <p class="row">
          <Button type="submit" kind="main" busy={deciding.busy()}>
            {needsTwo() ? t('propose') : done()}
          </Button>
        </p>
      </Form>
    </section>
  )
}

/** Whether something stands already that somebody decided here, as in a case that was opened again. */
const isActedOn = (page: CasePage) =>
  page.actions.some(({ state, by }) => by !== null && state !== 'undone' && state !== 'taken_back')

/** Whether a mediator may be suggested: never to who reported harm that nobody should have to talk through. */
const isNoHarm = (page: CasePage) => page.reports.every(({ kind }) => kind === 'rule' || kind === 'other')

/** What each person would read, before anybody is told. */
function LookFirst(props: { page: CasePage; body: () => object }) {
  const [seen, setSeen] = createSignal<Preview>()
  const looking = submitting(async () => {
    setSeen(await ask<Preview>('POST', `${MODERATION}/cases/${props.page.id}/preview`, props.body()))
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
