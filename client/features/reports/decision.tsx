import { createSignal, For, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { FollowUp, OwnDecision } from '../../../shared/api/moderation.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { reports } from '../../locales/en/reports.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Time } from '../../ui/time.tsx'
import { Failed } from '../shell/failed.tsx'
import style from './reports.module.css'

const t = texts(reports)

/** What somebody writes in an appeal. */
export interface Appeal {
  item: string
  wrong: string
  wish: string
}

interface DecisionProps {
  decision: OwnDecision
  /** Sends the appeal and gives the decision as it is then. */
  appeal: (words: Appeal) => Promise<unknown>
  /** Says something, once, to the answer. */
  followUp: (text: string) => Promise<unknown>
  /** Whether the other decisions of the same step can be opened: not by a link from a mail, which opens one. */
  linked?: boolean
}

/** What was decided about somebody: what, by which rule, why, and how to object. */
export function Decision(props: DecisionProps) {
  const it = () => props.decision
  return (
    <div class="stack">
      <p>
        <b>{t('done')[it().kind]}</b>{' '}
        <Show when={it().ended}>
          {(ended) => (
            <>
              {t('endings')[ended().why]} <Time at={ended().at} as="date" />
            </>
          )}
        </Show>
      </p>
      <Show when={it().rule}>
        {(rule) => (
          <p>
            <b>{t('rule', rule().number, rule().version)}</b> {rule().text}
          </p>
        )}
      </Show>
      <Show when={it().statement} fallback={<p>{t('unsaid')}</p>}>
        <section class="stack-s">
          <h2>{it().rule ? t('why') : t('whyAlone')}</h2>
          <p class={style.said} dir="auto">
            {it().statement}
          </p>
        </section>
      </Show>
      <For
        each={[
          [t('warningWords'), it().words],
          [t('post'), it().post],
        ]}
      >
        {([name, words]) => (
          <Show when={words}>
            <p class={`${style.said} ${style.quote}`} dir="auto">
              <b>{name}</b> {words}
            </p>
          </Show>
        )}
      </For>
      <Show when={it().look_due_at}>
        {(at) => (
          <p>
            {t('looked')} <Time at={at()} />.
          </p>
        )}
      </Show>
      <Show when={it().ended ? null : it().ends_at}>
        {(at) => (
          <p>
            {t('until')} <Time at={at()} as="date" />.
          </p>
        )}
      </Show>
      <Show when={it().ended ? null : it().purge_at}>
        {(at) => (
          <p>
            {t('purge')} <Time at={at()} as="date" />.
          </p>
        )}
      </Show>
      <Beside decision={it()} linked={props.linked === true} />
      <Answered decision={it()} />
      <Show when={it().can_appeal}>
        <AppealForm {...props} />
      </Show>
      <Show when={it().appeal?.can_follow_up}>
        <FollowUpForm {...props} />
      </Show>
    </div>
  )
}

/** What else was decided in the same step, so that nobody is told of it piece by piece. */
function Beside(props: { decision: OwnDecision; linked: boolean }) {
  return (
    <Show when={props.decision.beside.length > 0}>
      <section class="stack-s">
        <h2>{t('beside')}</h2>
        <ul class="stack-s">
          <For each={props.decision.beside}>
            {({ id, kind }) => (
              <li>
                <Show when={props.linked} fallback={t('done')[kind]}>
                  <a href={`/decisions/${id}`}>{t('done')[kind]}</a>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}

function Answered(props: { decision: OwnDecision }) {
  return (
    <Show when={props.decision.appeal}>
      {(appeal) => (
        <section class="stack-s">
          <p role="status">
            <b>{t('appealStates')[appeal().state]}</b>{' '}
            <Show when={appeal().state === 'open'}>
              <Time at={appeal().due_at} as="date" />.
            </Show>
          </p>
          <Show when={appeal().answer}>
            {(words) => (
              <p class={style.said} dir="auto">
                <b>{t('answer')}</b> {words()}
              </p>
            )}
          </Show>
          <Show when={appeal().follow_up}>{(follow) => <Followed follow={follow()} />}</Show>
        </section>
      )}
    </Show>
  )
}

function Followed(props: { follow: FollowUp }) {
  return (
    <>
      <p class={style.said} dir="auto">
        <b>{t('followSaid')}</b> {props.follow.text}
      </p>
      <p role="status">
        <b>{t('followStates')[props.follow.state]}</b>{' '}
        <Show when={props.follow.state === 'open'}>
          <Time at={props.follow.due_at} as="date" />.
        </Show>
      </p>
      <Show when={props.follow.answer}>
        {(words) => (
          <p class={style.said} dir="auto">
            <b>{t('answer')}</b> {words()}
          </p>
        )}
      </Show>
    </>
  )
}

function FollowUpForm(props: DecisionProps) {
  const [text, setText] = createSignal('')
  const sending = submitting(() => props.followUp(text()))
  return (
    <section class="stack">
      <h2>{t('followTitle')}</h2>
      <p>
        {t('followText')}{' '}
        <Show when={props.decision.appeal?.follow_up_until}>
          {(at) => (
            <>
              {t('appealUntil')} <Time at={at()} as="date" />.
            </>
          )}
        </Show>
      </p>
      <Form label={t('followTitle')} wide onSubmit={sending.run}>
        <TextArea
          label={t('followWords')}
          maxLength={2000}
          value={text()}
          onInput={setText}
          error={fieldReason(sending.error(), 'text', t('followBlank'))}
        />
        <Failed error={sending.error()} what={t('appealNot')} />
        <p class="row">
          <Button type="submit" kind="main" busy={sending.busy()}>
            {t('followSend')}
          </Button>
        </p>
      </Form>
    </section>
  )
}

function AppealForm(props: DecisionProps) {
  const [words, set] = createStore<Appeal>({ item: '', wrong: '', wish: '' })
  const sending = submitting(() => props.appeal({ ...words }))
  return (
    <section class="stack">
      <h2>{t('appealTitle')}</h2>
      <p>
        {t('appealText')}{' '}
        <Show when={props.decision.appeal_until}>
          {(at) => (
            <>
              {t('appealUntil')} <Time at={at()} as="date" />.
            </>
          )}
        </Show>
      </p>
      <Form label={t('appealTitle')} wide onSubmit={sending.run}>
        <TextArea
          label={t('appealItem')}
          optional={t('optional')}
          maxLength={2000}
          value={words.item}
          onInput={(text) => set('item', text)}
        />
        <TextArea
          label={t('appealWrong')}
          maxLength={2000}
          value={words.wrong}
          onInput={(text) => set('wrong', text)}
          error={fieldReason(sending.error(), 'wrong', t('appealBlank'))}
        />
        <TextArea
          label={t('appealWish')}
          optional={t('optional')}
          maxLength={2000}
          value={words.wish}
          onInput={(text) => set('wish', text)}
        />
        <Failed error={sending.error()} what={t('appealNot')} />
        <p class="row">
          <Button type="submit" kind="main" busy={sending.busy()}>
            {t('appealSend')}
          </Button>
        </p>
      </Form>
    </section>
  )
}
