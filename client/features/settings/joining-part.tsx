import { For, Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { settings } from '../../locales/en/settings.ts'
import { Choices, TextArea, TextField, Tick } from '../../ui/field.tsx'
import { Slip } from '../../ui/slip.tsx'
import { type Editing, editing, type PartProps } from './editing.ts'
import { PartFrame } from './part.tsx'

const t = texts(settings)

const MODES = ['open', 'approval', 'invite', 'closed'] as const

interface Joining {
  registrations: (typeof MODES)[number]
  question: string
  min_age: string
}

/** Who may join, and what they are asked. */
export function JoiningPart(props: PartProps) {
  const byEnvironment = () => props.settings.registrations_by_environment
  const edit = editing<Joining>(
    props,
    (now) => ({
      registrations: now.registrations,
      question: now.question ?? '',
      min_age: now.min_age === null ? '' : String(now.min_age),
    }),
    (draft) => ({
      ...(byEnvironment() ? {} : { registrations: draft.registrations }),
      question: draft.question,
      min_age: Number(draft.min_age),
    }),
    (draft) => isAge(draft.min_age),
  )
  return (
    <PartFrame id="joining" title={t('joining')} editing={edit}>
      <Show
        when={!byEnvironment()}
        fallback={
          <Slip>
            <p>{t('modeByEnvironment')}</p>
          </Slip>
        }
      >
        <Choices legend={t('mode')}>
          <For each={MODES}>
            {(mode) => (
              <Tick
                type="radio"
                name="registrations"
                value={mode}
                checked={edit.draft.registrations === mode}
                onChange={() => edit.change({ registrations: mode })}
              >
                {t(mode)}
              </Tick>
            )}
          </For>
        </Choices>
      </Show>
      <Asked edit={edit} />
    </PartFrame>
  )
}

/** Nothing, or a whole number of years. */
const isAge = (text: string) => /^\d{0,3}$/.test(text.trim())

function Asked(props: { edit: Editing<Joining> }) {
  const edit = () => props.edit
  return (
    <>
      <Show when={edit().draft.registrations === 'approval'}>
        <TextArea
          label={t('question')}
          name="question"
          rows={2}
          maxLength={500}
          dir="auto"
          value={edit().draft.question}
          onInput={(question) => edit().change({ question })}
          error={fieldReason(edit().submit.error(), 'question')}
        />
      </Show>
      <TextField
        label={t('minAge')}
        optional={t('optional')}
        hint={t('minAgeHint')}
        name="min_age"
        inputmode="numeric"
        value={edit().draft.min_age}
        onInput={(age) => edit().change({ min_age: age })}
        error={isAge(edit().draft.min_age) ? fieldReason(edit().submit.error(), 'min_age') : t('minAgeBad')}
      />
    </>
  )
}
