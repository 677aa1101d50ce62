import { createSignal, Show } from 'solid-js'
import type { MailTest, SettingsDoc } from '../../../shared/api/community.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { settings } from '../../locales/en/settings.ts'
import { Choices, Tick } from '../../ui/field.tsx'
import { type Editing, editing, type PartProps } from './editing.ts'
import { MailChecklist } from './mail-checklist.tsx'
import { MailTestPart } from './mail-test.tsx'
import { PartFrame } from './part.tsx'
import { type SmtpParts, smtpUrl } from './smtp.ts'
import { SmtpFields, smtpHoles } from './smtp-fields.tsx'

const t = texts(settings)

interface Mail extends SmtpParts {
  kind: 'none' | 'smtp'
}

/** The form's state. The password is never sent back by the server: empty means that it stays. */
function pickMail({ mail }: SettingsDoc): Mail {
  const [host = '', port = '465'] = mail.host?.split(':') ?? []
  return { kind: mail.kind, host, port, user: '', password: '', from: mail.from ?? '' }
}

/** How mails leave. */
export function MailPart(props: PartProps) {
  const [looked, setLooked] = createSignal(false)
  const whole = (draft: Mail) => {
    setLooked(true)
    return draft.kind === 'none' || Object.keys(smtpHoles(draft)).length === 0
  }
  const edit = editing(props, pickMail, patchOf(props), whole)
  return (
    <PartFrame id="mail" title={t('mail')} hint={<MailNow settings={props.settings} />} editing={edit}>
      <Show when={!props.settings.mail.by_environment}>
        <Way edit={edit} />
        <Show when={edit.draft.kind === 'smtp'}>
          <SmtpFields parts={edit.draft} onChange={edit.change} looked={looked()} kept={props.settings.mail.url_set} />
        </Show>
      </Show>
      <Show when={props.settings.mail.by_environment || edit.draft.kind === 'smtp'}>
        <MailTestPart
          to={props.settings.contact_email ?? ''}
          ready={() => props.settings.mail.by_environment || whole(edit.draft)}
          onTest={(to) => test(props.settings, edit, to)}
        />
        <MailChecklist from={edit.draft.from} />
      </Show>
    </PartFrame>
  )
}

/** Tries what is typed; what is set already when nothing was changed. */
function test(now: SettingsDoc, edit: Editing<Mail>, to: string): Promise<MailTest> {
  const typed = now.mail.by_environment || sameServer(now, edit.draft) ? {} : { smtp_url: smtpUrl(edit.draft) }
  const from = now.mail.by_environment ? {} : { from: edit.draft.from.trim() }
  return send<MailTest>('POST', '/api/community/v1/admin/mail-test', { ...typed, ...from, to })
}

/** The server, its user and its password are as they were: the address that is set stays. */
function sameServer(now: SettingsDoc, draft: Mail): boolean {
  const before = pickMail(now)
  return now.mail.url_set && draft.host === before.host && draft.port === before.port && !draft.user && !draft.password
}

const patchOf = (props: PartProps) => (draft: Mail) => {
  if (draft.kind === 'none') return { mail: { kind: 'none' } }
  const url = sameServer(props.settings, draft) ? {} : { url: smtpUrl(draft) }
  return { mail: { kind: 'smtp', ...url, from: draft.from.trim() } }
}

function MailNow(props: { settings: SettingsDoc }) {
  const mail = () => props.settings.mail
  return (
    <>
      {mail().host === null ? t('mailNoneNow') : t('mailNow', mail().host ?? '')}{' '}
      <Show when={mail().by_environment}>{t('mailByEnvironment')}</Show>
    </>
  )
}

function Way(props: { edit: Editing<Mail> }) {
  return (
    <Choices legend={t('mailChoice')}>
      <Tick
        type="radio"
        name="mail"
        value="none"
        checked={props.edit.draft.kind === 'none'}
        onChange={() => props.edit.change({ kind: 'none' })}
      >
        {t('mailNone')}
      </Tick>
      <Tick
        type="radio"
        name="mail"
        value="smtp"
        checked={props.edit.draft.kind === 'smtp'}
        onChange={() => props.edit.change({ kind: 'smtp' })}
      >
        {t('mailSmtp')}
      </Tick>
    </Choices>
  )
}
