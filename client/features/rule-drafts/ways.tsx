import { createSignal, For, type JSX, Show } from 'solid-js'
import type { RuleProposal } from '../../../shared/api/rules.ts'
import { formatDate } from '../../../shared/text/figures.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { ruleDrafts } from '../../locales/en/rule-drafts.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { ChangeList } from '../rules/change-list.tsx'
import { loadDiff } from '../rules/load.ts'
import style from '../settings/part.module.css'
import { Failed } from '../shell/failed.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { acting } from './act.ts'
import { AskedButton } from './asked.tsx'
import type { Proposal } from './editing.ts'

const t = texts(ruleDrafts)

interface WaysProps {
  told: RuleProposal
  set: Proposal
  /** Whether something was typed that the server does not have yet. */
  unsaved: boolean
  onChanged: (now: RuleProposal) => void
}

/** What the saved draft changes, who stands behind it, and what can be done with it. */
export function Ways(props: WaysProps) {
  return (
    <>
      <Preview set={props.set} />
      <Approvals {...props} />
      <Announce {...props} />
      <Emergency {...props} />
      <ThrowAway {...props} />
    </>
  )
}

function Part(props: { id: string; title: string; children: JSX.Element }) {
  return (
    <section class={`${style.part} stack`} aria-labelledby={`h-${props.id}`}>
      <h2 id={`h-${props.id}`}>{props.title}</h2>
      {props.children}
    </section>
  )
}

function Preview(props: { set: Proposal }) {
  // a new pair with every revision, so that it is asked again
  const diff = loadDiff(() => [props.set.base_version ?? 0, props.set.version])
  return (
    <Part id="preview" title={t('preview')}>
      <p class="hint">{t('previewHint')}</p>
      <Show when={diff.value()} fallback={<Waiting label={t('loading')} from={diff} />}>
        {(told) => <ChangeList diff={told()} />}
      </Show>
    </Part>
  )
}

function Approvals(props: WaysProps) {
  const revision = () => ({ revision: props.set.revision })
  const approve = acting(props.onChanged, 'POST', () => 'draft/approve', revision)
  const mine = () => props.told.approvals.some((one) => one.mine)
  return (
    <Part id="approvals" title={t('approvals')}>
      <p>{t('approvedBy', props.told.counted, props.told.approvals_needed)}</p>
      <Show when={props.told.holders === 1}>
        <p class="hint">{t('alone')}</p>
      </Show>
      <ul>
        <For each={props.told.approvals}>
          {(one) => (
            <li>
              <span dir="auto">{one.account.display_name || one.account.username}</span>{' '}
              {t('approvedOn', formatDate(one.at))}
            </li>
          )}
        </For>
      </ul>
      <Failed error={approve.error()} what={t('notApproved')} />
      <Show when={!mine()} fallback={<Approved {...props} />}>
        <Show when={props.told.refused !== 'invite'} fallback={<p class="hint">{t('linkedApproval')}</p>}>
          <p class="row">
            <Button
              busy={approve.busy()}
              why={props.unsaved ? t('saveFirst') : undefined}
              onClick={() => approve.run()}
            >
              {t('approve')}
            </Button>
          </p>
        </Show>
      </Show>
    </Part>
  )
}

function Approved(props: WaysProps) {
  const revision = () => ({ revision: props.set.revision })
  const takeBack = acting(props.onChanged, 'DELETE', () => 'draft/approve', revision)
  return (
    <>
      <p role="status">{t('approved')}</p>
      <Failed error={takeBack.error()} what={t('notTakenBack')} />
      <p class="row">
        <Button kind="quiet" busy={takeBack.busy()} onClick={() => takeBack.run()}>
          {t('takeBack')}
        </Button>
      </p>
    </>
  )
}

function Announce(props: WaysProps) {
  const [days, setDays] = createSignal(String(props.told.notice_days))
  const form = () => ({ revision: props.set.revision, days: days() })
  const announce = acting(props.onChanged, 'POST', () => 'draft/announce', form)
  const why = () => {
    if (props.unsaved) return t('saveFirst')
    return props.told.counted < props.told.approvals_needed ? t('missing') : undefined
  }
  return (
    <Part id="announce" title={t('announceTitle')}>
      <p class="prose">{t('announceText')}</p>
      <Form label={t('announceTitle')} onSubmit={(event) => announce.run(event)}>
        <TextField
          label={t('days')}
          hint={t('daysHint', props.told.notice_days)}
          name="days"
          inputMode="numeric"
          error={fieldReason(announce.error(), 'days')}
          value={days()}
          onInput={setDays}
        />
        <Failed error={announce.error()} what={t('notAnnounced')} />
        <p class="row">
          <Button kind="main" type="submit" busy={announce.busy()} why={why()}>
            {t('announce')}
          </Button>
        </p>
      </Form>
    </Part>
  )
}

function Emergency(props: WaysProps) {
  const revision = () => ({ revision: props.set.revision })
  const act = acting(props.onChanged, 'POST', () => 'draft/emergency', revision)
  return (
    <Part id="emergency" title={t('emergencyTitle')}>
      <p class="prose">{t('emergencyText', props.told.confirm_hours)}</p>
      <AskedButton
        act={act}
        button={t('emergency')}
        title={t('emergencySure')}
        text={t('emergencySureText')}
        yes={t('yesEmergency')}
        no={t('no')}
        failed={t('notEnacted')}
        why={props.unsaved ? t('saveFirst') : undefined}
      />
    </Part>
  )
}

function ThrowAway(props: WaysProps) {
  const act = acting(props.onChanged, 'DELETE', () => 'draft')
  return (
    <Part id="throw-away" title={t('throwAway')}>
      <AskedButton
        act={act}
        button={t('throwAway')}
        title={t('throwAwaySure')}
        text={t('throwAwayText')}
        yes={t('yesThrowAway')}
        no={t('keep')}
        failed={t('notSaved')}
      />
    </Part>
  )
}
