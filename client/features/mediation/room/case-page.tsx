import { Navigate, useNavigate } from '@solidjs/router'
import { For, type JSX, Match, Show, Switch } from 'solid-js'
import type { MediationView } from '../../../../shared/api/mediation.ts'
import { texts } from '../../../lib/i18n.ts'
import { mediation } from '../../../locales/en/mediation.ts'
import { guestWords } from '../../../locales/en/mediation-guest.ts'
import { intake } from '../../../locales/en/mediation-intake.ts'
import { toast } from '../../../ui/toast.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { Allies } from '../allies.tsx'
import { Diverted } from '../diverted.tsx'
import { useDoor } from '../door.ts'
import { Next } from '../due.tsx'
import { ActionButton } from '../form/actions.tsx'
import { Frame } from '../frame.tsx'
import { AskAgain } from '../guest/ask-again.tsx'
import { GuestReports } from '../guest/guest-reports.tsx'
import style from '../intake/intake.module.css'
import { Intake } from '../intake/intake.tsx'
import { isGone, type OpenCase, openCase } from '../open-case.ts'
import { OwnComplaints } from '../own-complaints.tsx'
import { Reported } from '../reported.tsx'
import { Room } from './room.tsx'

const t = texts(mediation)

/** Where the work of each goes on; for everybody else it is where their own cases are. */
const WORK: Partial<Record<MediationView['role'], string>> = {
  coordinator: '/mediation/triage',
  mediator: '/mediation/desk',
  co_mediator: '/mediation/desk',
}

interface CaseProps {
  /** Empty for a guest, who has one case. */
  id: string
  /** Where the invitation stands, for whom it is on this very page; else it has a page of its own. */
  invitation?: (of: OpenCase) => JSX.Element
  /** What stands where there is no case any more. */
  gone?: JSX.Element
}

/** A case as its viewer may see it: the draft, the safety page, or the room. */
export function CasePage(props: CaseProps) {
  const door = useDoor()
  const navigate = useNavigate()
  const of = openCase(
    () => props.id,
    ({ role }) => {
      if (WORK[role]) toast(t('handedOn'))
      navigate(WORK[role] ?? door.out, { replace: true })
    },
  )
  const title = () => (of.view() || of.error() ? t('pageTitle') : undefined)
  return (
    <Frame
      title={title()}
      exit={<Show when={of.view()}>{(view) => <Exits view={view()} of={of} />}</Show>}
      next={<Show when={nextOf(of.view())}>{(view) => <Next next={view().next} due={view().due_at} />}</Show>}
    >
      <Show when={of.view()} fallback={<Missing of={of} gone={props.gone} />}>
        {(view) => (
          <Switch
            fallback={
              <>
                <Room view={view()} of={of} />
                <Allies of={view().allies} />
                <Reported
                  list={view().reports}
                  waits={door.guest ? guestWords.reportWaits : guestWords.reportWaitsHere}
                  id="h-handed-over"
                />
                <Show when={door.guest}>
                  <Show when={isOver(view()) && door.again}>
                    {(to) => <AskAgain to={to()} page={door.page(view().id)} />}
                  </Show>
                  <OwnComplaints />
                  <Show when={door.reports}>{(from) => <GuestReports from={from()} after={view()} />}</Show>
                </Show>
              </>
            }
          >
            <Match when={view().state === 'draft'}>
              <Intake view={view()} of={of} />
            </Match>
            <Match when={view().actions.some(({ verb }) => verb === 'consent')}>
              <Show when={props.invitation} fallback={<Navigate href={door.invitation(view().id)} />}>
                {(invitation) => invitation()(of)}
              </Show>
            </Match>
            <Match when={isSafetyPage(view())}>
              <Diverted view={view()} act={of.act} />
            </Match>
          </Switch>
        )}
      </Show>
    </Frame>
  )
}

/** A guest's own request that is over, after which they may begin another. */
const isOver = ({ state }: MediationView): boolean => state === 'closed' || state === 'not_taken_up'

/** The case, where something happens next in it. */
const nextOf = (view: MediationView | undefined) => (view?.next ? view : undefined)

/** The safety page is what somebody has instead of a case: its ways lead to help, and to nobody else. */
const isSafetyPage = (view: MediationView): boolean =>
  view.role !== 'coordinator' &&
  (view.state === 'diverted' || view.actions.some(({ verb }) => verb === 'talk_privately'))

/** The ways out, one press each. */
function Exits(props: { view: MediationView; of: OpenCase }) {
  const exits = () => props.view.actions.filter(({ weight, form }) => weight === 'exit' && form.length === 0)
  const find = (verb: string) => exits().find((action) => action.verb === verb)
  return (
    <For each={exits().map(({ verb }) => verb)}>
      {(verb) => <Show when={find(verb)}>{(action) => <ActionButton action={action()} act={props.of.act} />}</Show>}
    </For>
  )
}

function Missing(props: { of: OpenCase; gone: JSX.Element }) {
  return (
    <Show
      when={isGone(props.of.error())}
      fallback={<Waiting label={t('loading')} from={{ error: props.of.error, reload: props.of.reload }} />}
    >
      <Show
        when={props.gone}
        fallback={
          <div class={`narrow stack ${style.head}`}>
            <h1>{t('goneTitle')}</h1>
            <p>{t('gone')}</p>
            <p>
              <a href="/help/disagreements">{intake.noOneLink}</a>
            </p>
          </div>
        }
      >
        {props.gone}
      </Show>
    </Show>
  )
}
