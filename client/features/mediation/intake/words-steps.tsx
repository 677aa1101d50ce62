import { createSignal, For } from 'solid-js'
import { type MediationHope, mediationHopes } from '../../../../shared/api/mediation.ts'
import { texts } from '../../../lib/i18n.ts'
import { fieldReason } from '../../../lib/reason.ts'
import { submitting } from '../../../lib/submit.ts'
import { intake } from '../../../locales/en/mediation-intake.ts'
import { Chips, ToggleChip } from '../../../ui/chip.tsx'
import { TextArea, Tick } from '../../../ui/field.tsx'
import { StepFrame, type StepProps } from './step-frame.tsx'

const t = texts(intake)

/** The most that fits into one's own side, in characters. */
const MOST = 1000

/** What happened, from where one stood. */
export function StoryStep(props: StepProps) {
  const [story, setStory] = createSignal(props.kept.story ?? '')
  const go = submitting(() => props.save({ story: story() }))
  return (
    <StepFrame title={t('storyTitle')} lede={t('storyLede')} submit={go} back={props.back}>
      <TextArea
        label={t('story')}
        hint={t('storyHint', MOST - story().length)}
        error={fieldReason(go.error(), 'story')}
        name="story"
        rows={8}
        maxLength={MOST}
        dir="auto"
        value={story()}
        onInput={setStory}
      />
    </StepFrame>
  )
}

/** What one hopes for. */
export function HopesStep(props: StepProps) {
  const [hopes, setHopes] = createSignal<readonly MediationHope[]>(props.kept.hopes ?? [])
  const go = submitting(() => props.save({ hopes: [...hopes()] }))
  const toggle = (hope: MediationHope, on: boolean) =>
    setHopes((now) => (on ? [...now, hope] : now.filter((one) => one !== hope)))
  return (
    <StepFrame title={t('hopesTitle')} lede={t('hopesLede')} submit={go} back={props.back}>
      <Chips label={t('hopesTitle')}>
        <For each={mediationHopes}>
          {(hope) => (
            <ToggleChip pressed={hopes().includes(hope)} onToggle={(on) => toggle(hope, on)}>
              {t('hopes')[hope]}
            </ToggleChip>
          )}
        </For>
      </Chips>
    </StepFrame>
  )
}

/** What the mediator should know before reading, and whether it was reported. */
export function CareStep(props: StepProps) {
  const [needs, setNeeds] = createSignal(props.kept.access_needs ?? '')
  const [warnings, setWarnings] = createSignal(props.kept.warnings ?? '')
  const [reported, setReported] = createSignal(props.kept.already_reported ?? false)
  const go = submitting(() => props.save({ access_needs: needs(), warnings: warnings(), already_reported: reported() }))
  return (
    <StepFrame title={t('careTitle')} lede={t('careLede')} submit={go} back={props.back}>
      <TextArea
        label={t('needs')}
        optional={t('optional')}
        hint={t('needsHint')}
        error={fieldReason(go.error(), 'access_needs')}
        rows={2}
        maxLength={300}
        dir="auto"
        value={needs()}
        onInput={setNeeds}
      />
      <TextArea
        label={t('warnings')}
        optional={t('optional')}
        hint={t('warningsHint')}
        error={fieldReason(go.error(), 'warnings')}
        rows={2}
        maxLength={300}
        dir="auto"
        value={warnings()}
        onInput={setWarnings}
      />
      <Tick checked={reported()} onChange={setReported} hint={t('reportedHint')}>
        {t('reported')}
      </Tick>
    </StepFrame>
  )
}
