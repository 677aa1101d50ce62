import { Navigate, useNavigate, useSearchParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import type { MediationIntake, MediationView } from '../../../../shared/api/mediation.ts'
import { texts } from '../../../lib/i18n.ts'
import { loaded } from '../../../lib/loaded.ts'
import { intake } from '../../../locales/en/mediation-intake.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Steps } from '../../../ui/steps.tsx'
import { useDoor } from '../door.ts'
import { GuestWho } from '../guest/guest-who.tsx'
import type { OpenCase } from '../open-case.ts'
import { fromPerson, fromPost } from './about-whom.ts'
import { PeopleStep, TimesStep, WayStep } from './choice-steps.tsx'
import style from './intake.module.css'
import { LastLook } from './last-look.tsx'
import { SafetyStep } from './safety-step.tsx'
import type { StepProps } from './step-frame.tsx'
import { after, before, firstOpen, PART_OF, type Step, stepAt, stepHref } from './steps.ts'
import { WhoStep } from './who-step.tsx'
import { CareStep, HopesStep, StoryStep } from './words-steps.tsx'

const t = texts(intake)

/** How far one is, over every step of asking. */
export function IntakeSteps(props: { step: Step }) {
  return (
    <div class={style.head}>
      <Steps label={t('steps')} names={t('parts')} at={PART_OF[props.step]} done={t('stepDone')} />
    </div>
  )
}

/** Asking for a mediator, step by step. Each step is kept on the server before the next; the address says which. */
export function Intake(props: { of: OpenCase; view: MediationView }) {
  const navigate = useNavigate()
  const door = useDoor()
  const page = () => door.page(props.view.id)
  const [search] = useSearchParams<{ step: string }>()
  const step = () => stepAt(search.step)
  const stillDraft = () => props.of.view()?.state === 'draft'
  const goOn = () => {
    if (stillDraft()) navigate(stepHref(page(), after(step())))
  }
  const given: StepProps = {
    get view() {
      return props.view
    },
    get kept() {
      return props.view.intake ?? {}
    },
    get back() {
      const last = before(step())
      return last && stepHref(page(), last)
    },
    save: async (part) => {
      await props.of.act('save', part)
      goOn()
    },
  }
  return (
    <div class="narrow stack-l">
      <Show
        when={search.step}
        fallback={<Navigate href={stepHref(page(), props.view.other ? firstOpen(given.kept) : 'who')} />}
      >
        <IntakeSteps step={step()} />
        <Show when={step()} keyed>
          {(now) => <StepOf step={now} given={given} of={props.of} goOn={goOn} />}
        </Show>
      </Show>
    </div>
  )
}

function StepOf(props: { step: Step; given: StepProps; of: OpenCase; goOn: () => void }) {
  const isGuest = useDoor().guest !== undefined
  return (
    <Switch>
      <Match when={props.step === 'who'}>
        <Show when={isGuest} fallback={<WhoAgain {...props.given} />}>
          <GuestWho view={props.given.view} kept={props.given.kept} of={props.of} goOn={props.goOn} />
        </Show>
      </Match>
      <Match when={props.step === 'safety'}>
        <SafetyStep
          kept={props.given.kept.screening ?? {}}
          lede={t('safetyLede')}
          save={(part) => props.of.act('save', part)}
          onDone={props.goOn}
          back={props.given.back}
        />
      </Match>
      <Match when={props.step === 'story'}>
        <StoryStep {...props.given} />
      </Match>
      <Match when={props.step === 'hopes'}>
        <HopesStep {...props.given} />
      </Match>
      <Match when={props.step === 'way'}>
        <WayStep {...props.given} />
      </Match>
      <Match when={props.step === 'times'}>
        <TimesStep {...props.given} />
      </Match>
      <Match when={props.step === 'people'}>
        <PeopleStep {...props.given} />
      </Match>
      <Match when={props.step === 'care'}>
        <CareStep {...props.given} />
      </Match>
      <Match when={props.step === 'look'}>
        <LastLook
          view={props.given.view}
          kept={props.given.kept}
          send={(consent) => props.of.act('submit', { consent })}
          back={props.given.back}
        />
      </Match>
    </Switch>
  )
}

/** The first step once more, with what was picked before. */
function WhoAgain(props: StepProps) {
  const kept = (): Partial<MediationIntake> => props.kept
  const about = loaded(
    () => kept().status_ids?.[0],
    (post, signal) => (post ? fromPost(post, signal) : fromPerson(props.view.other?.id ?? '', signal)),
  )
  return (
    <Show when={about.value()} fallback={<Skeleton label={t('loading')} />}>
      {(whom) => (
        <WhoStep about={whom()} picked={kept().status_ids} save={({ status_ids }) => props.save({ status_ids })} />
      )}
    </Show>
  )
}
