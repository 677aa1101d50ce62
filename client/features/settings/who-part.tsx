import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { settings } from '../../locales/en/settings.ts'
import { TextArea, TextField } from '../../ui/field.tsx'
import { editing, type PartProps } from './editing.ts'
import { PartFrame } from './part.tsx'
import { Preview } from './preview.tsx'

const t = texts(settings)

/** Who runs this, and how to reach them. */
export function WhoPart(props: PartProps) {
  const edit = editing(
    props,
    (now) => ({
      who_runs: now.who_runs,
      contact_email: now.contact_email ?? '',
      contact_username: now.contact_username ?? '',
    }),
    (draft) => draft,
  )
  return (
    <PartFrame id="who" title={t('people')} editing={edit}>
      <TextArea
        label={t('whoRuns')}
        name="who_runs"
        rows={4}
        dir="auto"
        value={edit.draft.who_runs}
        onInput={(text) => edit.change({ who_runs: text })}
        error={fieldReason(edit.submit.error(), 'who_runs')}
      />
      <Preview text={edit.draft.who_runs} />
      <TextField
        label={t('contactEmail')}
        optional={t('optional')}
        hint={t('contactEmailHint')}
        name="contact_email"
        type="email"
        value={edit.draft.contact_email}
        onInput={(email) => edit.change({ contact_email: email })}
        error={fieldReason(edit.submit.error(), 'contact_email')}
      />
      <TextField
        label={t('contactUsername')}
        optional={t('optional')}
        hint={t('contactUsernameHint')}
        name="contact_username"
        autocapitalize="off"
        spellcheck={false}
        value={edit.draft.contact_username}
        onInput={(name) => edit.change({ contact_username: name })}
        error={fieldReason(edit.submit.error(), 'contact_username')}
      />
    </PartFrame>
  )
}
