import { Show } from 'solid-js'
import type { MailTest } from '../../../shared/api/community.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { setup } from '../../locales/en/setup.ts'
import { Choices, Tick } from '../../ui/field.tsx'
import { MailTestPart } from '../settings/mail-test.tsx'
import { smtpUrl } from '../settings/smtp.ts'
import { SmtpFields, smtpHoles } from '../settings/smtp-fields.tsx'
import { StepFrame, type StepProps } from './step-frame.tsx'

const t = texts(setup)

/** How mails leave: not at all, or through a mail server, tried out at once. */
export function MailStep(props: StepProps) {
  const test = (to: string) => {
    const { smtp } = props.draft
    const form = { token: props.token, smtp_url: smtpUrl(smtp), from: smtp.from.trim(), to }
    return send<MailTest>('POST', '/auth/setup/mail-test', form)
  }
  return (
    <StepFrame {...props} step={4} title={t('mailTitle')} lede={t('mailLede')}>
      {(_, looked) => (
        <>
          <Choices legend={t('mailChoice')}>
            <Tick
              type="radio"
              name="mail"
              value="none"
              checked={props.draft.mail === 'none'}
              onChange={() => props.change({ mail: 'none' })}
              hint={t('mailNoneHint')}
            >
              {t('mailNone')}
            </Tick>
            <Tick
              type="radio"
              name="mail"
              value="smtp"
              checked={props.draft.mail === 'smtp'}
              onChange={() => props.change({ mail: 'smtp' })}
              hint={t('mailSmtpHint')}
            >
              {t('mailSmtp')}
            </Tick>
          </Choices>
          <Show when={props.draft.mail === 'smtp'}>
            <SmtpFields
              parts={props.draft.smtp}
              looked={looked()}
              onChange={(part) => props.change({ smtp: { ...props.draft.smtp, ...part } })}
            />
            <MailTestPart
              to={props.draft.email}
              ready={() => Object.keys(smtpHoles(props.draft.smtp)).length === 0}
              onTest={test}
            />
          </Show>
        </>
      )}
    </StepFrame>
  )
}
