import { useSearchParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import type { ServerProposal, StaffDecision } from '../../../shared/api/peers.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { type Listed, listed } from '../../lib/listed.ts'
import { submitting } from '../../lib/submit.ts'
import { peers } from '../../locales/en/peers.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Time } from '../../ui/time.tsx'
import { toast } from '../../ui/toast.tsx'
import { Line, Lines } from '../people/line.tsx'
import style from '../people/people.module.css'
import { Failed } from '../shell/failed.tsx'
import { DecisionForm } from './decision-form.tsx'
import { Drafts } from './drafts.tsx'
import { LimitBadges } from './limits.tsx'
import { ModePart } from './mode.tsx'
import { SERVERS } from './paths.ts'
import { Section } from './peer-about.tsx'
import { ServerProposals } from './proposals.tsx'

const t = texts(peers)

/** What is decided about servers, and every way to decide. */
export function Decisions() {
  const [params] = useSearchParams<{ domain: string }>()
  const list = listed<StaffDecision>(() => SERVERS)
  const proposals = listed<ServerProposal>(() => `${SERVERS}/proposals`)
  const reload = () => {
    list.reload()
    proposals.reload()
  }
  const [answered, setAnswered] = createSignal(0)
  const onAnswered = () => {
    list.reload()
    setAnswered(answered() + 1)
  }
  const [editing, setEditing] = createSignal<StaffDecision>()
  /** The form stands above the list: whoever changes a line is taken there. */
  const edit = (decision: StaffDecision | undefined) => {
    setEditing(decision)
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-labelledby="h-decide"] input')?.focus())
  }
  const decided = () => {
    setEditing(undefined)
    reload()
  }
  return (
    <div class="stack">
      <p class="lede">{t('houseLede')}</p>
      <ServerProposals list={proposals} onAnswered={onAnswered} />
      <Section id="decide" title={editing() ? t('decideChange') : t('decide')}>
        <Show when={editing()?.id ?? 'new'} keyed>
          <DecisionForm
            now={editing()}
            domain={params.domain ?? ''}
            onDecided={decided}
            onLeave={() => edit(undefined)}
          />
        </Show>
      </Section>
      <Section id="decisions" title={t('decisions')}>
        <Lines from={list} empty={t('decisionsNone')} emptyText={t('decisionsNoneText')}>
          <For each={list.items()}>
            {(decision) => <DecisionLine decision={decision} list={list} onEdit={() => edit(decision)} />}
          </For>
        </Lines>
      </Section>
      <Drafts onDecided={reload} />
      <ModePart answered={answered()} onProposed={reload} />
    </div>
  )
}

interface LineProps {
  decision: StaffDecision
  list: Listed<StaffDecision>
  onEdit: () => void
}

function DecisionLine(props: LineProps) {
  const [asking, setAsking] = createSignal(false)
  const one = () => props.decision
  const end = submitting(async () => {
    await send('DELETE', `${SERVERS}/${one().id}`)
    props.list.change((items) => items.filter(({ id }) => id !== one().id))
    toast(t('ended'))
  })
  return (
    <Line
      below
      first={
        <span class="hint">
          <Time at={one().decided_at} /> {one().decided_by ? t('byWhom', one().decided_by ?? '') : ''}{' '}
          {one().confirmed_by ? t('agreedBy', one().confirmed_by ?? '') : ''}
        </span>
      }
      acts={
        <>
          <Button kind="quiet" onClick={() => props.onEdit()}>
            {t('decideChange')}
            <span class="sr"> {one().domain}</span>
          </Button>
          <Button kind="quiet" onClick={() => setAsking(true)}>
            {t('end')}
            <span class="sr"> {one().domain}</span>
          </Button>
          <ConfirmDialog
            open={asking()}
            title={t('endAsk', one().domain)}
            yes={t('endYes')}
            no={t('no')}
            kind="main"
            busy={end.busy()}
            onYes={() => end.run()}
            onClose={() => setAsking(false)}
          >
            <p>{t('endText')}</p>
            <Failed error={end.error()} what={t('notDone')} />
          </ConfirmDialog>
        </>
      }
    >
      <p class={style.name}>{one().domain}</p>
      <LimitBadges of={one()} />
      <p dir="auto">{one().public_reason || t('noReason')}</p>
      <Show when={one().private_reason}>
        <p class="hint" dir="auto">
          {t('privateReason')}: {one().private_reason}
        </p>
      </Show>
      <Show when={one().ends_at}>
        {(ends) => (
          <p class="hint">
            {t('until')} <Time at={ends()} as="date" />
          </p>
        )}
      </Show>
    </Line>
  )
}
