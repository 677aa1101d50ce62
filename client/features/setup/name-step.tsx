import { texts } from '../../lib/i18n.ts'
import { setup } from '../../locales/en/setup.ts'
import { TextArea, TextField } from '../../ui/field.tsx'
import { StepFrame, type StepProps } from './step-frame.tsx'

const t = texts(setup)

/** What the community is called, and what it is for. */
export function NameStep(props: StepProps) {
  return (
    <StepFrame {...props} step={1} title={t('nameTitle')} lede={t('nameLede')}>
      {(wrong) => (
        <>
          <TextField
            label={t('name')}
            name="name"
            autocomplete="off"
            maxLength={60}
            value={props.draft.name}
            onInput={(name) => props.change({ name })}
            error={wrong('name')}
          />
          <TextArea
            label={t('statement')}
            name="statement"
            rows={3}
            dir="auto"
            value={props.draft.statement}
            onInput={(statement) => props.change({ statement })}
            error={wrong('statement')}
          />
          <TextArea
            label={t('purpose')}
            optional={t('optional')}
            name="purpose"
            rows={5}
            dir="auto"
            value={props.draft.purpose}
            onInput={(purpose) => props.change({ purpose })}
          />
          <TextField
            label={t('contactEmail')}
            optional={t('optional')}
            hint={t('contactEmailHint')}
            name="contact_email"
            type="email"
            value={props.draft.contactEmail}
            onInput={(contactEmail) => props.change({ contactEmail })}
            error={wrong('contact_email')}
          />
        </>
      )}
    </StepFrame>
  )
}
