import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { settings } from '../../locales/en/settings.ts'
import { TextArea, TextField } from '../../ui/field.tsx'
import { type Editing, editing, type PartProps } from './editing.ts'
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
      source_url: now.source_url ?? '',
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
      <Reach edit={edit} />
    </PartFrame>
  )
}

type WhoDraft = { who_runs: string; contact_email: string; contact_username: string; source_url: string }

/** How the collective is reached, and where its program's source is. */
function Reach(props: { edit: Editing<WhoDraft> }) {
  return (
    <>
      <TextField
        label={t('contactEmail')}
        optional={t('optional')}
        hint={t('contactEmailHint')}
        name="contact_email"
        type="email"
        value={props.edit.draft.contact_email}
        onInput={(email) => props.edit.change({ contact_email: email })}
        error={fieldReason(props.edit.submit.error(), 'contact_email')}
      />
      <TextField
        label={t('contactUsername')}
        optional={t('optional')}
        hint={t('contactUsernameHint')}
        name="contact_username"
        autocapitalize="off"
        spellcheck={false}
        value={props.edit.draft.contact_username}
        onInput={(name) => props.edit.change({ contact_username: name })}
        error={fieldReason(props.edit.submit.error(), 'contact_username')}
      />
      <TextField
        label={t('sourceUrl')}
        optional={t('optional')}
        hint={t('sourceUrlHint')}
        name="source_url"
        type="url"
        value={props.edit.draft.source_url}
        onInput={(url) => props.edit.change({ source_url: url })}
        error={fieldReason(props.edit.submit.error(), 'source_url')}
      />
    </>
  )
}
