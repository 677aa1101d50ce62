import { createSignal, Show } from 'solid-js'
import { HttpError } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { submitting } from '../../lib/submit.ts'
import { sessions } from '../../locales/en/sessions.ts'
import { logIn, type Session } from '../../session/session.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { Slip } from '../../ui/slip.tsx'
import { Failed } from '../shell/failed.tsx'

const t = texts(sessions)

/** Name or address, and the password. */
export function LoginForm(props: { onDone: (session: Session) => void }) {
  const [login, setLogin] = createSignal('')
  const [password, setPassword] = createSignal('')
  const [looked, setLooked] = createSignal(false)
  const form = submitting(async () => {
    setLooked(true)
    if (login().trim() === '' || password() === '') return
    props.onDone(await logIn(login().trim(), password()))
  })
  const disabled = () => {
    const error = form.error()
    return error instanceof HttpError && error.errorCode === 'disabled'
  }

  return (
    <Form label={t('logIn')} onSubmit={form.run}>
      <TextField
        label={t('login')}
        name="login"
        autocomplete="username"
        autocapitalize="off"
        spellcheck={false}
        required
        value={login()}
        onInput={setLogin}
        error={looked() && login().trim() === '' ? t('loginMissing') : undefined}
      />
      <PasswordField
        label={t('password')}
        name="password"
        autocomplete="current-password"
        value={password()}
        onInput={setPassword}
        error={looked() && password() === '' ? t('passwordMissing') : undefined}
      />
      <Show when={disabled()} fallback={<Failed error={form.error()} what={t('notLoggedIn')} />}>
        <Slip tone="danger" role="alert">
          <p>
            <b>{t('notLoggedIn')}</b> {t('disabled')}
          </p>
        </Slip>
      </Show>
      <p class="row">
        <Button type="submit" kind="main" busy={form.busy()}>
          {t('logIn')}
        </Button>
        <a href="/forgot">{t('forgotten')}</a>
      </p>
    </Form>
  )
}
