import { createSignal, lazy, Show, Suspense } from 'solid-js'
import { HttpError, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { patiently } from '../../lib/patiently.ts'
import { submitting } from '../../lib/submit.ts'
import { sessions } from '../../locales/en/sessions.ts'
import { enterBy, logIn, type Session } from '../../session/session.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { Failed } from '../shell/failed.tsx'

const t = texts(sessions)

const StepForm = lazy(() =>
  patiently(() => import('../second-step/step-form.tsx')).then((file) => ({ default: file.StepForm })),
)

/** Who one is: name and password, and the second step where there is one; or a passkey for both. */
export function LoginForm(props: { onDone: (session: Session) => void }) {
  const [ways, setWays] = createSignal<readonly ('code' | 'passkey')[]>([])
  const [over, setOver] = createSignal(false)
  const [closed, setClosed] = createSignal<HttpError>()
  const again = () => {
    setOver(true)
    setWays([])
  }
  const stepped = (error: HttpError) => {
    setClosed(error)
    again()
  }
  return (
    <Show
      when={ways().length > 0}
      fallback={
        <>
          <h1>{t('logIn')}</h1>
          <PasswordForm onDone={props.onDone} onStep={setWays} over={over() && !closed()} closed={closed()} />
          <ByPasskey onDone={props.onDone} onClosed={setClosed} />
        </>
      }
    >
      <StepForm ways={ways()} onDone={props.onDone} onOver={again} onClosed={stepped} />
    </Show>
  )
}

/** Few are ever locked out. */
const Closed = lazy(() => patiently(() => import('./closed.tsx')).then((file) => ({ default: file.Closed })))

/** Logging in with a passkey alone, where this browser knows them. */
function ByPasskey(props: { onDone: (session: Session) => void; onClosed: (error: HttpError) => void }) {
  const form = submitting(async () => {
    const { askPasskey } = await patiently(() => import('../second-step/passkey.ts'))
    const passkey = await askPasskey(await send('POST', '/auth/passkey/options')).catch(() => undefined)
    if (!passkey) return
    try {
      props.onDone(await enterBy('/auth/passkey', { passkey }))
    } catch (error) {
      if (!isClosed(error)) throw error
      props.onClosed(error)
    }
  })
  return (
    <Show when={typeof PublicKeyCredential === 'function'}>
      <Failed error={form.error()} what={t('notLoggedIn')} />
      <p>
        <Button busy={form.busy()} onClick={() => form.run()}>
          {t('byPasskey')}
        </Button>
      </p>
    </Show>
  )
}

const isClosed = (error: unknown): error is HttpError => error instanceof HttpError && error.errorCode === 'disabled'

interface PasswordFormProps {
  onDone: (session: Session) => void
  onStep: (ways: readonly ('code' | 'passkey')[]) => void
  /** A log-in was begun and has to begin again. */
  over: boolean
  /** The account is closed, as the second step or a passkey found out. */
  closed: HttpError | undefined
}

/** Name or address, and the password. */
function PasswordForm(props: PasswordFormProps) {
  const [login, setLogin] = createSignal('')
  const [password, setPassword] = createSignal('')
  const [looked, setLooked] = createSignal(false)
  const form = submitting(async () => {
    setLooked(true)
    if (login().trim() === '' || password() === '') return
    try {
      props.onDone(await logIn(login().trim(), password()))
    } catch (error) {
      if (!(error instanceof HttpError && error.errorCode === 'second_step')) throw error
      props.onStep(error.secondStep)
    }
  })
  const closed = () => {
    const error = form.error() ?? props.closed
    return isClosed(error) ? error : undefined
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
      <Show when={closed()} fallback={<Failed error={form.error()} what={t('notLoggedIn')} />}>
        {(error) => (
          <Suspense>
            <Closed error={error()} />
          </Suspense>
        )}
      </Show>
      <Show when={props.over && !form.error()}>
        <p class="hint" role="status">
          {t('again')}
        </p>
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
