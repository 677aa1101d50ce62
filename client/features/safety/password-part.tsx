import { createSignal } from 'solid-js'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { lengthOf, PASSWORD_MIN } from '../../lib/password.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { safety } from '../../locales/en/safety.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { Failed } from '../shell/failed.tsx'

const t = texts(safety)

/** Changes the password by the old one. `onChanged` is called when all else was logged out. */
export function PasswordPart(props: { onChanged: () => void }) {
  const [current, setCurrent] = createSignal('')
  const [next, setNext] = createSignal('')
  const [looked, setLooked] = createSignal(false)
  const short = () => looked() && lengthOf(next()) < PASSWORD_MIN
  const missing = () => looked() && current() === ''

  const form = submitting(async () => {
    setLooked(true)
    if (missing() || short()) return
    await send('POST', '/auth/password/change', { current: current(), password: next() })
    setLooked(false)
    setCurrent('')
    setNext('')
    toast(t('changed'))
    props.onChanged()
  })

  return (
    <Form label={t('password')} onSubmit={form.run}>
      <PasswordField
        label={t('current')}
        name="current"
        autocomplete="current-password"
        value={current()}
        onInput={setCurrent}
        error={missing() ? t('currentMissing') : fieldReason(form.error(), 'current')}
      />
      <PasswordField
        label={t('next')}
        hint={t('nextHint')}
        name="password"
        autocomplete="new-password"
        value={next()}
        onInput={setNext}
        error={short() ? t('tooShort', lengthOf(next())) : fieldReason(form.error(), 'password')}
      />
      <Failed error={form.error()} what={t('notChanged')} />
      <p class="row">
        <Button type="submit" kind="main" busy={form.busy()}>
          {t('change')}
        </Button>
      </p>
    </Form>
  )
}
