import { createSignal } from 'solid-js'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { lengthOf, PASSWORD_MIN } from '../../lib/password.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { sessions } from '../../locales/en/sessions.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { Failed } from '../shell/failed.tsx'

import { type DeadLink, deadLink } from './dead-link.ts'

const t = texts(sessions)

interface ResetProps {
  token: string
  onDone: () => void
  /** The link cannot be used, and no other password will help. */
  onDeadLink: (why: DeadLink) => void
}

/** The new password, sent with the link's token. */
export function ResetForm(props: ResetProps) {
  const [password, setPassword] = createSignal('')
  const [looked, setLooked] = createSignal(false)
  const form = submitting(async () => {
    setLooked(true)
    if (lengthOf(password()) < PASSWORD_MIN) return
    try {
      await send('POST', '/auth/password', { token: props.token, password: password() })
      props.onDone()
    } catch (error) {
      const why = deadLink(error)
      if (!why) throw error
      props.onDeadLink(why)
    }
  })
  const short = () => {
    const n = lengthOf(password())
    return looked() && n < PASSWORD_MIN ? t('tooShort', n) : undefined
  }

  return (
    <Form label={t('resetTitle')} onSubmit={form.run}>
      <PasswordField
        label={t('newPassword')}
        hint={t('newPasswordHint')}
        name="password"
        autocomplete="new-password"
        value={password()}
        onInput={setPassword}
        error={short() ?? fieldReason(form.error(), 'password')}
      />
      <Failed error={form.error()} what={t('notSet')} />
      <p class="row">
        <Button type="submit" kind="main" busy={form.busy()}>
          {t('setPassword')}
        </Button>
      </p>
    </Form>
  )
}
