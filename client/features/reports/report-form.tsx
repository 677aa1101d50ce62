import { For, Show } from 'solid-js'
import type { SetStoreFunction } from 'solid-js/store'
import { type OwnReport, reportKinds, wishes } from '../../../shared/api/moderation.ts'
import type { Account } from '../../../shared/api/wire.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { complaints } from '../../locales/en/complaints.ts'
import { reports } from '../../locales/en/reports.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Choices, TextArea, TextField, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Slip } from '../../ui/slip.tsx'
import { askHref } from '../mediation/paths.ts'
import { Failed } from '../shell/failed.tsx'
import { PostChoice } from './post-choice.tsx'
import { type ReportDraft, reportDraft } from './report-draft.ts'
import { RuleChoice } from './rule-choice.tsx'

const t = texts(reports)

interface ReportFormProps {
  about: Account
  statusId: string | undefined
  onSent: (report: OwnReport) => void
}

/** A report in plain steps: what it is about comes first, and brings what has to be known for it. */
export function ReportForm(props: ReportFormProps) {
  const [draft, set] = reportDraft(props.statusId)
  const name = () => props.about.display_name || props.about.username
  const sending = submitting(async () => {
    const sent = await send<OwnReport>('POST', '/api/community/v1/reports', { ...draft, account_id: props.about.id })
    props.onSent(sent)
  })
  const wrong = (field: string) => fieldReason(sending.error(), field)
  return (
    <Form label={t('title', name())} wide onSubmit={sending.run}>
      <Show when={isHead(props.about)}>
        <Slip tone="info">
          <p>
            {complaints.linkText} <a href={`/complaints?about=${props.about.id}`}>{complaints.link}</a>
          </p>
        </Slip>
      </Show>
      <KindChoice draft={draft} set={set} />
      <Show when={draft.kind === 'disagreement'}>
        <p class="row">
          <ButtonLink
            kind="main"
            href={askHref(props.statusId ? { status: props.statusId } : { account: props.about.id })}
          >
            {t('toMediator')}
          </ButtonLink>
        </p>
      </Show>
      <Show when={draft.kind !== undefined && draft.kind !== 'disagreement'}>
        <Show when={draft.kind === 'rule'}>
          <RuleChoice draft={draft} set={set} error={wrong('rules')} />
        </Show>
        <Show when={draft.kind === 'private' || draft.kind === 'intimate'}>
          <Tick checked={draft.about_self} onChange={(on) => set('about_self', on)} hint={t('aboutSelfHint')}>
            {t('aboutSelf')}
          </Tick>
        </Show>
        <Show when={draft.kind === 'intimate'}>
          <Signed draft={draft} set={set} wrong={wrong} />
        </Show>
        <PostChoice accountId={props.about.id} draft={draft} set={set} />
        <TextArea
          label={t('words')}
          optional={t('optional')}
          maxLength={1000}
          value={draft.comment}
          onInput={(words) => set('comment', words)}
          error={wrong('comment')}
        />
        <Choices legend={t('wish')} hint={t('wishHint')}>
          <For each={wishes}>
            {(wish) => (
              <Tick type="radio" name="wish" checked={draft.wish === wish} onChange={() => set('wish', wish)}>
                {t('wishes')[wish]}
              </Tick>
            )}
          </For>
        </Choices>
        <Apart about={props.about} name={name()} draft={draft} set={set} />
        <Failed error={sending.error()} what={t('notSent')} />
        <p class="row">
          <Button type="submit" kind="main" busy={sending.busy()}>
            {t('send')}
          </Button>
        </p>
      </Show>
    </Form>
  )
}

/** Whether somebody runs the community: how they do that is for the stewards to look at. */
const isHead = ({ roles = [] }: Account): boolean => roles.some(({ id }) => HEADS.includes(id))
const HEADS = ['owner', 'admin']

interface PartProps {
  draft: ReportDraft
  set: SetStoreFunction<ReportDraft>
}

function KindChoice(props: PartProps) {
  return (
    <Choices legend={t('what')}>
      <For each={reportKinds}>
        {(kind) => (
          <Tick
            type="radio"
            name="kind"
            checked={props.draft.kind === kind}
            onChange={() => props.set('kind', kind)}
            hint={t('kindHints')[kind]}
          >
            {t('kinds')[kind]}
          </Tick>
        )}
      </For>
      <Tick
        type="radio"
        name="kind"
        checked={props.draft.kind === 'disagreement'}
        onChange={() => props.set('kind', 'disagreement')}
        hint={t('disagreementHint')}
      >
        {t('disagreement')}
      </Tick>
    </Choices>
  )
}

function Signed(props: PartProps & { wrong: (field: string) => string | undefined }) {
  return (
    <Choices legend={t('signed')} hint={t('signedHint')}>
      <TextField
        label={t('signature')}
        value={props.draft.signature}
        onInput={(text) => props.set('signature', text)}
        error={props.wrong('signature')}
      />
      <TextField
        label={t('contact')}
        value={props.draft.contact}
        onInput={(text) => props.set('contact', text)}
        error={props.wrong('contact')}
      />
      <TextField
        label={t('place')}
        optional={t('optional')}
        value={props.draft.place}
        onInput={(text) => props.set('place', text)}
      />
      <Tick
        checked={props.draft.good_faith}
        onChange={(on) => props.set('good_faith', on)}
        error={props.wrong('good_faith')}
      >
        {t('goodFaith')}
      </Tick>
    </Choices>
  )
}

function Apart(props: PartProps & { about: Account; name: string }) {
  const host = () => props.about.acct.split('@')[1]
  return (
    <Choices legend={t('apart')}>
      <Tick checked={props.draft.block} onChange={(on) => props.set('block', on)}>
        {t('block', props.name)}
      </Tick>
      <Tick checked={props.draft.mute} onChange={(on) => props.set('mute', on)}>
        {t('mute', props.name)}
      </Tick>
      <Show when={host()}>
        {(server) => (
          <Tick checked={props.draft.forward} onChange={(on) => props.set('forward', on)} hint={t('forwardHint')}>
            {t('forward', server())}
          </Tick>
        )}
      </Show>
    </Choices>
  )
}
