import { Show } from 'solid-js'
import type { RuleProposal } from '../../../shared/api/rules.ts'
import { formatDate, formatWhen } from '../../../shared/text/figures.ts'
import { texts } from '../../lib/i18n.ts'
import { ruleDrafts } from '../../locales/en/rule-drafts.ts'
import { Button } from '../../ui/button.tsx'
import { Failed } from '../shell/failed.tsx'
import { acting } from './act.ts'
import { AskedButton } from './asked.tsx'
import type { Proposal } from './editing.ts'

const t = texts(ruleDrafts)

interface ChangeProps {
  set: Proposal
  onChanged: (now: RuleProposal) => void
}

/** No change is under way: one can be begun. */
export function Begin(props: { told: RuleProposal; onChanged: (now: RuleProposal) => void }) {
  const begin = acting(props.onChanged, 'POST', () => 'draft')
  return (
    <>
      <Show when={props.told.free}>
        <p class="prose">
          {t('free')} <a href="/settings/community#rules">{t('freeLink')}</a>.
        </p>
      </Show>
      <Failed error={begin.error()} what={t('notBegun')} />
      <p class="row">
        <Button kind="main" busy={begin.busy()} onClick={() => begin.run()}>
          {t('begin')}
        </Button>
        <a href="/rules/history">{t('history')}</a>
      </p>
    </>
  )
}

/** A version that members know of already: it can be taken back. */
export function Announced(props: ChangeProps) {
  const withdraw = acting(props.onChanged, 'POST', () => `${props.set.version}/withdraw`)
  return (
    <section class="stack" aria-labelledby="h-announced">
      <h2 id="h-announced">{t('announcedTitle', props.set.version)}</h2>
      <p>{t('announced', formatDate(props.set.effective_at ?? 0), props.set.days_left)}</p>
      <p>
        <a href={`/rules/${props.set.version}`}>{t('seeAnnounced')}</a>
      </p>
      <AskedButton
        act={withdraw}
        button={t('withdraw')}
        title={t('withdrawSure')}
        text={t('withdrawText')}
        yes={t('yesWithdraw')}
        no={t('no')}
        failed={t('notWithdrawn')}
      />
    </section>
  )
}

/** An emergency rule that holds, and that somebody else has to confirm. */
export function WaitsForSecond(props: ChangeProps & { told: RuleProposal }) {
  const confirm = acting(props.onChanged, 'POST', () => `${props.set.version}/confirm`)
  const Confirm = () => (
    <p class="row">
      <Button kind="main" busy={confirm.busy()} onClick={() => confirm.run()}>
        {t('confirm')}
      </Button>
    </p>
  )
  return (
    <section class="stack" aria-labelledby="h-waits">
      <h2 id="h-waits">{t('waitsTitle', props.set.version)}</h2>
      <p>{t('waits', formatWhen(props.set.confirm_by ?? 0))}</p>
      <p>
        <a href={`/rules/${props.set.version}`}>{t('seeAnnounced')}</a>
      </p>
      <Failed error={confirm.error()} what={t('notConfirmed')} />
      <Show when={props.told.refused} fallback={<Confirm />}>
        {(why) => <p class="hint">{t('confirmNot')[why()]}</p>}
      </Show>
    </section>
  )
}
