import { createSignal, For, Show } from 'solid-js'
import type { CaseAction, CasePage, ProposalView } from '../../../shared/api/moderation-team.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { moderation } from '../../locales/en/moderation.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Slip } from '../../ui/slip.tsx'
import { Time } from '../../ui/time.tsx'
import lines from '../reports/reports.module.css'
import { Failed } from '../shell/failed.tsx'
import { inCase, within } from './act.ts'
import { AppealPart } from './appeal-part.tsx'
import { barred } from './barred.ts'
import style from './case.module.css'
import { DecideForm } from './decide-form.tsx'
import { Reading } from './reading.tsx'

const t = texts(moderation)

interface PartProps {
  page: CasePage
  onDone: (page: CasePage) => void
}

/** What waits for a second person, and what became of what did. */
export function Proposals(props: PartProps) {
  return (
    <For each={props.page.proposals}>
      {(proposal) => (
        <section class={`${style.part} stack-s`}>
          <h2>
            {t('proposals')}: {proposal.actions.map(({ kind }) => t('actionName')[kind]).join(', ')}
          </h2>
          <p class="hint">
            {t('by')} <bdi>@{proposal.by?.acct ?? ''}</bdi>, <Time at={proposal.created_at} />:{' '}
            {t('proposalState')[proposal.state]}.
          </p>
          <For each={proposal.actions}>{(action) => <Wanted action={action} page={props.page} />}</For>
          <Show when={proposal.rule}>
            {(rule) => <p>{t('ruleLine', rule().number, rule().version, rule().text)}</p>}
          </Show>
          <p class={lines.said} dir="auto">
            {proposal.statement}
          </p>
          <Show when={proposal.reason}>
            <p class={lines.said} dir="auto">
              <b>{t('reason')}</b> {proposal.reason}
            </p>
          </Show>
          <Show when={proposal.answer}>
            <p class={lines.said} dir="auto">
              <b>{t('answerReason')}</b> {proposal.answer}
            </p>
          </Show>
          <Show when={proposal.state === 'open'}>
            <Show when={proposal.vacant}>
              <Slip tone="warn">
                <p>{t('vacant')}</p>
              </Slip>
            </Show>
            <Show when={proposal.refused}>{(why) => <p>{t('refused')[why()]}</p>}</Show>
            <Show when={!proposal.refused || proposal.mine}>
              <Answer proposal={proposal} {...props} />
            </Show>
          </Show>
        </section>
      )}
    </For>
  )
}

/** What exactly would be done: for how long, in which words, to which posts. */
function Wanted(props: { action: ProposalView['actions'][number]; page: CasePage }) {
  const textOf = (id: string) =>
    props.page.contexts.find(({ status_id }) => status_id === id)?.post?.text ?? t('postGone')
  return (
    <>
      <Show when={props.action.days}>{(days) => <p>{t('forDays', days())}</p>}</Show>
      <Show when={props.action.words}>
        <p dir="auto">
          {t('words')}: {props.action.words}
        </p>
      </Show>
      <For each={props.action.status_ids}>
        {(id) => (
          <p class={lines.said} dir="auto">
            <b>{t('actionName')[props.action.kind]}:</b> {textOf(id)}
          </p>
        )}
      </For>
    </>
  )
}

function Answer(props: PartProps & { proposal: ProposalView }) {
  const [reason, setReason] = createSignal('')
  const give = (answer: 'confirm' | 'reject') =>
    submitting(async () => {
      const { id, sha256 } = props.proposal
      props.onDone(await within(props.page.id, `proposals/${id}/answer`, { sha256, answer, reason: reason() }))
    })
  const [lowering, setLowering] = createSignal(false)
  const lower = (words: string, instead: object) => {
    const { id, sha256 } = props.proposal
    return within(props.page.id, `proposals/${id}/answer`, { sha256, answer: 'lower', reason: words, instead })
  }
  const confirm = give('confirm')
  const reject = give('reject')
  return (
    <>
      <Form label={t('proposals')} wide onSubmit={props.proposal.mine ? reject.run : confirm.run}>
        <TextArea
          label={t('ownReason')}
          maxLength={2000}
          value={reason()}
          onInput={setReason}
          error={fieldReason(confirm.error() ?? reject.error(), 'reason', t('blank').reason)}
        />
        <Show when={!props.proposal.mine}>
          <p class="hint">{t('confirmNames')}</p>
        </Show>
        <Failed error={confirm.error() ?? reject.error()} what={t('notDone')} />
        <p class="row">
          <Show when={!props.proposal.mine}>
            <Button type="submit" kind="main" busy={confirm.busy()}>
              {t('confirm')}
            </Button>
          </Show>
          <Button busy={reject.busy()} onClick={() => reject.run()}>
            {props.proposal.mine ? t('withdraw') : t('reject')}
          </Button>
          <Show when={!props.proposal.mine && !lowering()}>
            <Button kind="quiet" onClick={() => setLowering(true)}>
              {t('lowerOpen')}
            </Button>
          </Show>
        </p>
      </Form>
      <Show when={lowering()}>
        <DecideForm page={props.page} onDone={props.onDone} lower={lower} />
      </Show>
    </>
  )
}

/** What was done, with the second look and the appeal that belong to it. */
export function Done(props: PartProps) {
  const undo = submitting(async () => {
    props.onDone(await inCase(props.page.id, 'undo'))
  })
  return (
    <Show when={props.page.actions.length > 0 || props.page.can_undo}>
      <section class={`${style.part} stack`}>
        <h2>{t('done')}</h2>
        <Show when={props.page.can_undo}>
          <Slip tone="here">
            <p>{t('decided')}</p>
            <p>
              <Button busy={undo.busy()} onClick={() => undo.run()}>
                {t('undo')}
              </Button>
            </p>
          </Slip>
        </Show>
        <Failed error={undo.error()} what={t('notDone')} />
        <For each={props.page.actions}>{(action) => <Action action={action} {...props} />}</For>
      </section>
    </Show>
  )
}

/** What nobody ends by a button: words that were said, and what an appeal alone takes back. */
const FOR_GOOD: readonly CaseAction['kind'][] = ['note', 'warning', 'remove', 'delete']

/** Whether it was done to a post that is not there any more. */
const isGone = ({ contexts }: CasePage, { status_id: on }: CaseAction): boolean =>
  contexts.some(({ status_id, gone }) => status_id === on && gone !== null)

function Action(props: PartProps & { action: CaseAction }) {
  const path = () => `actions/${props.action.id}`
  const doing = (run: () => Promise<CasePage>) => submitting(async () => props.onDone(await run()))
  const keep = doing(() => within(props.page.id, `${path()}/review`, { keep: true }))
  const stop = doing(() => within(props.page.id, `${path()}/review`, { keep: false }))
  const lift = doing(() => within(props.page.id, `${path()}/lift`))
  const stands = () => props.action.state === 'stands' || props.action.state === 'fresh'
  const looking = () => (props.action.review && !props.action.review.done ? props.action.review : undefined)
  const Lift = () => (
    <Show when={!FOR_GOOD.includes(props.action.kind) && !isGone(props.page, props.action)}>
      <p>
        <Button kind="quiet" busy={lift.busy()} onClick={() => lift.run()}>
          {looking() ? t('liftEarly') : t('lift')}
        </Button>
      </p>
    </Show>
  )
  return (
    <div class="stack-s">
      <p>
        <b>{t('actionName')[props.action.kind]}</b>, {t('state')[props.action.state]}{' '}
        <span class="hint">
          <Show when={props.action.by} fallback={t('itself')}>
            {(by) => (
              <>
                {t('by')} <bdi>@{by().acct}</bdi>
              </>
            )}
          </Show>
          <Show when={props.action.second}>
            {(second) => (
              <>
                {' '}
                {t('and')} <bdi>@{second().acct}</bdi>
              </>
            )}
          </Show>
          , <Time at={props.action.created_at} />
        </span>
      </p>
      <Show when={props.action.statement}>
        <p class={lines.said} dir="auto">
          {props.action.statement}
        </p>
      </Show>
      <Reading {...props} />
      <Failed error={keep.error() ?? stop.error() ?? lift.error()} what={t('notDone')} />
      <Show when={stands() && !barred(props.page)}>
        <Show when={looking()} fallback={<Lift />}>
          {(look) => (
            <Show
              when={look().refused}
              fallback={
                <>
                  <p>{t('reviewText')}</p>
                  <p class="row">
                    <Button busy={keep.busy()} onClick={() => keep.run()}>
                      {t('reviewKeep')}
                    </Button>
                    <Button busy={stop.busy()} onClick={() => stop.run()}>
                      {t('reviewEnd')}
                    </Button>
                  </p>
                </>
              }
            >
              {(why) => (
                <>
                  <p class="hint">
                    {t('reviewNot')[why()]} {look().vacant ? t('reviewVacant') : ''}
                  </p>
                  <Lift />
                </>
              )}
            </Show>
          )}
        </Show>
      </Show>
      <Show when={props.action.appeal}>
        {(appeal) => <AppealPart appeal={appeal()} page={props.page} onDone={props.onDone} />}
      </Show>
    </div>
  )
}
