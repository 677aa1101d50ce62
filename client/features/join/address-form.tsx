import { createSignal } from 'solid-js'
import type { Registration } from '../../../shared/api/community.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { looksLikeMail } from '../../lib/mail-address.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { join } from '../../locales/en/join.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { announce } from '../../ui/live.tsx'
import { Failed } from '../shell/failed.tsx'

const t = texts(join)

interface AddressProps {
  email: string
  onChanged: (registration: Registration) => void
  onKeep: () => void
}

/** Another address for the mail with the link. */
export function AddressForm(props: AddressProps) {
  const [email, setEmail] = createSignal(props.email)
  const [looked, setLooked] = createSignal(false)
  const form = submitting(async () => {
    setLooked(true)
    if (!looksLikeMail(email())) return
    props.onChanged(await send<Registration>('PUT', '/auth/sign-up/address', { email: email().trim() }))
    announce(t('changed'))
  })
  const wrong = () => (looked() && !looksLikeMail(email()) ? t('emailMissing') : fieldReason(form.error(), 'email'))
  return (
    <Form label={t('change')} onSubmit={form.run}>
      <TextField
        label={t('email')}
        type="email"
        name="email"
        autocomplete="email"
        value={email()}
        onInput={setEmail}
        error={wrong()}
      />
      <Failed error={form.error()} what={t('notDone')} />
      <p class="row">
        <Button type="submit" busy={form.busy()}>
          {t('changeDo')}
        </Button>
        <Button kind="quiet" onClick={() => props.onKeep()}>
          {t('keepAddress')}
        </Button>
      </p>
    </Form>
  )
}
