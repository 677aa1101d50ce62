import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { actionKinds } from '../../../shared/api/moderation.ts'
import type { CasePage, Preview } from '../../../shared/api/moderation-team.ts'
import { send as ask } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { mocked } from '../../locales/en/mocked.ts'
import { moderation } from '../../locales/en/moderation.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import lines from '../reports/reports.module.css'
import { Failed } from '../shell/failed.tsx'
import { inCase, MODERATION } from './act.ts'
import style from './case.module.css'
import { bodyOf, Checks, type Choice, Kinds, Measures, type PartProps, Posts, unmade, Words } from './decide-parts.tsx'

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
  const [choice, set] = createStore<Choice>(unmade(props.page))
  const needsTwo = () => choice.kinds.some((kind) => props.page.needs_two.includes(kind))
  // beside a proposal that waits, one person does what cannot wait, and nothing else
  const waits = () => !props.lower && props.page.proposals.some(({ state }) => state === 'open')
  const alone = () => actionKinds.filter((kind) => !props.page.needs_two.includes(kind))
  const send = () => {
    const body = { ...bodyOf(choice), ...(waits() && { keep_open: true }) }
    if (props.lower) return props.lower(choice.reason, body)
    return inCase(props.page.id, needsTwo() ? 'proposals' : 'decide', body)
  }
  const deciding = submitting(async () => {
    const isProposal = needsTwo()
    props.onDone(await send())
    // what is decided or proposed is done with: the form is there for something else
    set(unmade(props.page))
    if (!isProposal) toast(t('decided'))
  })
  const parts: FormProps = {
    choice,
    set,
    get page() {
      return props.page
    },
    get kinds() {
      return props.lower || waits() ? alone() : actionKinds
    },
    wrong: (field) => wrongIn(deciding.error(), field),
    needsTwo,
    waits,
    isLower: props.lower !== undefined,
  }
  const title = () => (props.lower ? t('lowerTitle') : t('decide'))
  return (
    <section class={`${style.part} stack`}>
      <h2>{title()}</h2>
      <Show when={waits()}>
        <p class="hint">{t('proposedMeanwhile')}</p>
      </Show>
      <Form label={title()} wide onSubmit={deciding.run}>
        <Fields {...parts} />
        <LookFirst page={props.page} body={() => bodyOf(choice)} />
        <Show when={needsTwo()}>
          <p class="hint">{t('proposeHint')}</p>
        </Show>
        <Failed error={deciding.error()} what={t('notDone')} />
        <Send {...parts} busy={deciding.busy()} />
      </Form>
    </section>
  )
}

interface FormProps extends PartProps {
  needsTwo: () => boolean
  waits: () => boolean
  isLower: boolean
}

/** What is wrong with a field, in this form's own words where it is empty. */
const wrongIn = (error: unknown, field: string): string | undefined =>
  fieldReason(error, field, field === 'reason' ? t('blank').reason : undefined)

function Fields(props: FormProps) {
  const choice = () => props.choice
  const isChosen = () => choice().kinds.length > 0
  return (
    <>
      <Kinds {...props} />
      <Posts {...props} />
      <Measures {...props} />
      <Words {...props} />
      <TextArea
        label={props.isLower ? t('ownReason') : t('reason')}
        optional={props.isLower ? undefined : t('optional')}
        maxLength={2000}
        value={choice().reason}
        onInput={(words) => props.set('reason', words)}
        error={props.wrong('reason')}
      />
      <Checks {...props} />
      <Show when={props.needsTwo() && props.page.mocked?.length === 0}>
        <Tick checked={choice().nobody} onChange={(on) => props.set('nobody', on)}>
          {m('nobody')}
        </Tick>
      </Show>
      <Show when={!props.isLower && !props.waits()}>
        <Show when={isChosen() && !props.needsTwo()}>
          <Tick checked={choice().keep_open} onChange={(on) => props.set('keep_open', on)} hint={t('keepOpenHint')}>
            {t('keepOpen')}
          </Tick>
        </Show>
        <Show when={!isChosen() && isNoHarm(props.page) && !isActedOn(props.page)}>
          <Tick checked={choice().suggest} onChange={(on) => props.set('suggest', on)} hint={t('suggestHint')}>
            {t('suggest')}
          </Tick>
        </Show>
      </Show>
    </>
  )
}

function Send(props: FormProps & { busy: boolean }) {
  const isChosen = () => props.choice.kinds.length > 0
  const words = () => {
    if (props.isLower) return t('lowerYes')
    if (props.needsTwo()) return t('propose')
    if (isChosen() || props.waits()) return t('decideYes')
    return isActedOn(props.page) ? t('leave') : t('dismiss')
  }
  return (
    <p class="row">
      <Button
        type="submit"
        kind="main"
        busy={props.busy}
        why={props.waits() && !isChosen() ? t('chooseFirst') : undefined}
      >
        {words()}
      </Button>
    </p>
  )
}

/** Whether something stands already that somebody decided here, as in a case that was opened again. */
const isActedOn = (page: CasePage) =>
  page.actions.some(({ state, by }) => by !== null && state !== 'undone' && state !== 'taken_back')

/** Whether a mediator may be suggested: never to who reported harm that nobody should have to talk through. */
const isNoHarm = ({ kind }: CasePage) => kind === 'other'

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
