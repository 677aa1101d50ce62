import { texts } from '../../lib/i18n.ts'
import { looksLikeMail } from '../../lib/mail-address.ts'
import { settings } from '../../locales/en/settings.ts'
import { TextField } from '../../ui/field.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { isPort, type SmtpParts } from './smtp.ts'
import style from './smtp-fields.module.css'

const t = texts(settings)

/** What is plainly missing for mails to leave; empty when nothing is. */
export function smtpHoles(parts: SmtpParts): Partial<Record<keyof SmtpParts, string>> {
  return {
    ...(parts.host.trim() === '' && { host: t('hostMissing') }),
    ...(!isPort(parts.port) && { port: t('portBad') }),
    ...(!looksLikeMail(parts.from) && { from: t('fromMissing') }),
  }
}

interface SmtpProps {
  parts: SmtpParts
  onChange: (change: Partial<SmtpParts>) => void
  /** Mistakes are shown from the first try on. */
  looked: boolean
  /** A password is set already, and stays when the field is left empty. */
  kept?: boolean
}

/** The mail server, in the parts that people are given. */
export function SmtpFields(props: SmtpProps) {
  return (
    <>
      <Server {...props} />
      <LogIn {...props} />
      <TextField
        label={t('from')}
        hint={t('fromHint')}
        name="smtp-from"
        type="email"
        value={props.parts.from}
        onInput={(from) => props.onChange({ from })}
        error={wrongIn(props, 'from')}
      />
    </>
  )
}

const wrongIn = (props: SmtpProps, part: keyof SmtpParts) => (props.looked ? smtpHoles(props.parts)[part] : undefined)

function Server(props: SmtpProps) {
  return (
    <>
      <div class={style.pair}>
        <TextField
          label={t('host')}
          hint={t('hostHint')}
          name="smtp-host"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={props.parts.host}
          onInput={(host) => props.onChange({ host })}
          error={wrongIn(props, 'host')}
        />
        <TextField
          label={t('port')}
          name="smtp-port"
          inputmode="numeric"
          value={props.parts.port}
          onInput={(port) => props.onChange({ port })}
          error={wrongIn(props, 'port')}
        />
      </div>
      <p class="hint">{t('portHint')}</p>
    </>
  )
}

function LogIn(props: SmtpProps) {
  return (
    <>
      <TextField
        label={t('user')}
        name="smtp-user"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={props.parts.user}
        onInput={(user) => props.onChange({ user })}
      />
      <PasswordField
        label={t('password')}
        hint={props.kept ? t('passwordKept') : undefined}
        name="smtp-password"
        autocomplete="off"
        value={props.parts.password}
        onInput={(password) => props.onChange({ password })}
      />
    </>
  )
}
