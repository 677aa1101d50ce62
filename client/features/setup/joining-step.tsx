import { For, Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { setup } from '../../locales/en/setup.ts'
import { Choices, TextArea, Tick } from '../../ui/field.tsx'
import { StepFrame, type StepProps } from './step-frame.tsx'

const t = texts(setup)

const MODES = [
  { mode: 'open', words: 'open', hint: 'openHint' },
  { mode: 'approval', words: 'approval', hint: 'approvalHint' },
  { mode: 'invite', words: 'invite', hint: 'inviteHint' },
  { mode: 'closed', words: 'closed', hint: 'closedHint' },
] as const

/** Who may join. */
export function JoiningStep(props: StepProps) {
  return (
    <StepFrame {...props} step={2} title={t('joiningTitle')} lede={t('joiningLede')}>
      {(wrong) => (
        <>
          <Choices legend={t('modes')}>
            <For each={MODES}>
              {(one) => (
                <Tick
                  type="radio"
                  name="registrations"
                  value={one.mode}
                  checked={props.draft.mode === one.mode}
                  onChange={() => props.change({ mode: one.mode })}
                  hint={t(one.hint)}
                >
                  {t(one.words)}
                </Tick>
              )}
            </For>
          </Choices>
          <Show when={props.draft.mode === 'approval'}>
            <TextArea
              label={t('question')}
              hint={t('questionHint')}
              name="question"
              rows={2}
              dir="auto"
              value={props.draft.question}
              onInput={(question) => props.change({ question })}
              error={wrong('question')}
            />
          </Show>
        </>
      )}
    </StepFrame>
  )
}
