import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { setup } from '../../locales/en/setup.ts'
import { TextField } from '../../ui/field.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { StepFrame, type StepProps } from './step-frame.tsx'

const t = texts(setup)

/** The owner's own account. */
export function OwnerStep(props: StepProps) {
  const verify = () => {
    const { username, email, password } = props.draft
    const owner = { username: username.trim(), email: email.trim(), password }
    return send('POST', '/auth/setup/owner', { token: props.token, owner })
  }
  return (
    <StepFrame {...props} step={0} title={t('ownerTitle')} lede={t('ownerLede')} verify={verify}>
      {(wrong) => (
        <>
          <TextField
            label={t('username')}
            hint={t('usernameHint')}
            name="username"
            autocomplete="username"
            autocapitalize="off"
            spellcheck={false}
            maxLength={30}
            value={props.draft.username}
            onInput={(username) => props.change({ username })}
            error={wrong('username')}
          />
          <TextField
            label={t('email')}
            hint={t('emailHint')}
            name="email"
            type="email"
            autocomplete="email"
            value={props.draft.email}
            onInput={(email) => props.change({ email })}
            error={wrong('email')}
          />
          <PasswordField
            label={t('password')}
            hint={props.draft.username && !props.draft.password ? t('passwordAgain') : t('passwordHint')}
            name="password"
            autocomplete="new-password"
            value={props.draft.password}
            onInput={(password) => props.change({ password })}
            error={wrong('password')}
          />
        </>
      )}
    </StepFrame>
  )
}
