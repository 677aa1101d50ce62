import { For } from 'solid-js'
import { warningLabels, warningWords } from '../../../shared/locales/en/warning-label.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { settings } from '../../locales/en/settings.ts'
import { Choices, TextArea, TextField, Tick } from '../../ui/field.tsx'
import { editing, type PartProps } from './editing.ts'
import { PartFrame } from './part.tsx'
import { Preview } from './preview.tsx'

const t = texts(settings)

/** What the community is called, and what it is for. */
export function BasicsPart(props: PartProps) {
  const edit = editing(
    props,
    ({ name, statement, purpose, warning_label }) => ({ name, statement, purpose, warning_label }),
    (draft) => draft,
  )
  return (
    <PartFrame id="basics" title={t('basics')} editing={edit}>
      <TextField
        label={t('name')}
        name="name"
        maxLength={200}
        value={edit.draft.name}
        onInput={(name) => edit.change({ name })}
        error={fieldReason(edit.submit.error(), 'name')}
      />
      <TextArea
        label={t('statement')}
        name="statement"
        rows={3}
        maxLength={500}
        dir="auto"
        value={edit.draft.statement}
        onInput={(statement) => edit.change({ statement })}
        error={fieldReason(edit.submit.error(), 'statement')}
      />
      <TextArea
        label={t('purpose')}
        name="purpose"
        rows={5}
        dir="auto"
        value={edit.draft.purpose}
        onInput={(purpose) => edit.change({ purpose })}
        error={fieldReason(edit.submit.error(), 'purpose')}
      />
      <Preview text={edit.draft.purpose} large />
      <Choices legend={t('warningLabel')} hint={t('warningLabelHint')}>
        <For each={warningLabels}>
          {(label) => (
            <Tick
              type="radio"
              name="warning_label"
              value={label}
              checked={edit.draft.warning_label === label}
              onChange={() => edit.change({ warning_label: label })}
            >
              {warningWords[label]}
            </Tick>
          )}
        </For>
      </Choices>
    </PartFrame>
  )
}
