import { createSignal, For, Show } from 'solid-js'
import type { MediationMode, MediationPerson, MediationTrack } from '../../../../shared/api/mediation.ts'
import type { Account } from '../../../../shared/api/wire.ts'
import { read } from '../../../api/http.ts'
import { texts } from '../../../lib/i18n.ts'
import { loaded } from '../../../lib/loaded.ts'
import { fieldReason } from '../../../lib/reason.ts'
import { submitting } from '../../../lib/submit.ts'
import { intake } from '../../../locales/en/mediation-intake.ts'
import { Choices, Tick } from '../../../ui/field.tsx'
import { PeopleField } from '../form/people-field.tsx'
import { HoursField } from '../hours-field.tsx'
import { LanguagesField } from '../languages-field.tsx'
import { StepFrame, type StepProps } from './step-frame.tsx'

const t = texts(intake)

const TRACKS = ['message', 'mediation'] as const satisfies readonly MediationTrack[]
const MODES = ['shuttle', 'joint'] as const satisfies readonly MediationMode[]

/** One message or a mediation; and whether one could share a room. */
export function WayStep(props: StepProps) {
  const [track, setTrack] = createSignal<MediationTrack>(props.kept.track ?? 'message')
  const [mode, setMode] = createSignal<MediationMode>(props.kept.mode ?? 'shuttle')
  const go = submitting(() => props.save({ track: track(), mode: mode() }))
  return (
    <StepFrame title={t('wayTitle')} lede={t('wayLede')} submit={go} back={props.back}>
      <Choices legend={t('track')}>
        <For each={TRACKS}>
          {(one) => (
            <Tick
              type="radio"
              name="track"
              value={one}
              hint={t('trackHints')[one]}
              checked={track() === one}
              onChange={() => setTrack(one)}
            >
              {t('tracks')[one]}
            </Tick>
          )}
        </For>
      </Choices>
      <Show when={track() === 'mediation'}>
        <Choices legend={t('mode')}>
          <For each={MODES}>
            {(one) => (
              <Tick
                type="radio"
                name="mode"
                value={one}
                hint={t('modeHints')[one]}
                checked={mode() === one}
                onChange={() => setMode(one)}
              >
                {t('modes')[one]}
              </Tick>
            )}
          </For>
        </Choices>
      </Show>
    </StepFrame>
  )
}

/** In which languages, and when. */
export function TimesStep(props: StepProps) {
  const [languages, setLanguages] = createSignal<readonly string[]>(props.kept.languages ?? ['en'])
  const [hours, setHours] = createSignal<readonly string[]>(props.kept.hours ?? [])
  const go = submitting(() => props.save({ languages: [...languages()], hours: [...hours()] }))
  return (
    <StepFrame title={t('timesTitle')} lede={t('timesLede')} submit={go} back={props.back}>
      <LanguagesField chosen={languages()} error={fieldReason(go.error(), 'languages')} onChange={setLanguages} />
      <HoursField chosen={hours()} error={fieldReason(go.error(), 'hours')} onChange={setHours} />
    </StepFrame>
  )
}

/** People whom only a handle is known of. */
const byHandle = (acct: string): MediationPerson => ({ id: acct, acct, display_name: '', avatar: '', url: '' })

/** Whom one would trust, who must not mediate, and who sits beside one. */
export function PeopleStep(props: StepProps) {
  const [trusted, setTrusted] = createSignal<readonly MediationPerson[]>((props.kept.trusted ?? []).map(byHandle))
  const [unwanted, setUnwanted] = createSignal<readonly MediationPerson[]>((props.kept.unwanted ?? []).map(byHandle))
  const [support, setSupport] = createSignal<readonly MediationPerson[]>()
  const known = loaded(
    () => props.kept.support_id,
    async (id, signal) => (id ? [await read<Account>(`/api/v1/accounts/${id}`, { signal })] : []),
  )
  const beside = () => support() ?? known.value() ?? []
  const handles = (people: readonly MediationPerson[]) => people.map(({ acct }) => acct)
  const go = submitting(() =>
    props.save({
      trusted: handles(trusted()),
      unwanted: handles(unwanted()),
      ...(support() && { support_id: beside()[0]?.id ?? '' }),
    }),
  )
  return (
    <StepFrame title={t('peopleTitle')} lede={t('peopleLede')} submit={go} back={props.back}>
      <PeopleField label={t('trusted')} hint={t('trustedHint')} most={5} value={trusted()} onInput={setTrusted} />
      <PeopleField label={t('unwanted')} hint={t('unwantedHint')} most={10} value={unwanted()} onInput={setUnwanted} />
      <PeopleField label={t('support')} hint={t('supportHint')} most={1} value={beside()} onInput={setSupport} />
    </StepFrame>
  )
}
