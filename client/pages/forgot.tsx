import { createSignal, Show } from 'solid-js'
import { send } from '../api/http.ts'
import { ContactLine } from '../features/sessions/contact.tsx'
import { Failed } from '../features/shell/failed.tsx'
import { NarrowPage } from '../features/shell/narrow.tsx'
import { texts } from '../lib/i18n.ts'
import { looksLikeMail } from '../lib/mail-address.ts'
import { submitting } from '../lib/submit.ts'
import { sessions } from '../locales/en/sessions.ts'
import { ArrivalHeading } from '../ui/arrival.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'

const t = texts(sessions)

/** `/forgot`: a link to the mail address; the answer is the same whether the address is known or not. */
export function Page() {
  const [email, setEmail] = createSignal('')
  const [looked, setLooked] = createSignal(false)
  const [sent, setSent] = createSignal('')
  const form = submitting(async () => {
    setLooked(true)
    if (!looksLikeMail(email())) return
    await send('POST', '/auth/password-reset', { email: email().trim() })
    setSent(email().trim())
  })

  return (
    <NarrowPage title={t('forgotTitle')} out={{ href: '/login', text: t('back') }}>
      <Show
        when={sent()}
        fallback={
          <>
            <div class="stack">
              <h1>{t('forgotTitle')}</h1>
              <p class="lede">{t('forgotLede')}</p>
            </div>
            <Form label={t('forgotTitle')} onSubmit={form.run}>
              <TextField
                label={t('email')}
                type="email"
                name="email"
                autocomplete="email"
                required
                value={email()}
                onInput={setEmail}
                error={looked() && !looksLikeMail(email()) ? t('emailMissing') : undefined}
              />
              <Failed error={form.error()} what={t('notSent')} />
              <p class="row">
                <Button type="submit" kind="main" busy={form.busy()}>
                  {t('sendLink')}
                </Button>
              </p>
            </Form>
          </>
        }
      >
        <div class="stack">
          <ArrivalHeading>{t('sentTitle')}</ArrivalHeading>
          <p class="lede">{t('sent', sent())}</p>
          <p class="prose">{t('sentNothing')}</p>
          <ContactLine />
        </div>
      </Show>
    </NarrowPage>
  )
}
