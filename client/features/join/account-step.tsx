import { useNavigate } from '@solidjs/router'
import type { About } from '../../../shared/api/about.ts'
import { texts } from '../../lib/i18n.ts'
import { join } from '../../locales/en/join.ts'
import { Button } from '../../ui/button.tsx'
import { Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { StepFailed } from '../second-step/not-signed.tsx'
import { MailField, NameField, NewPassword, ReasonField, Unseen } from './account-fields.tsx'
import { accountForm } from './account-form.ts'
import { draft, setDraft } from './draft.ts'

const t = texts(join)

/** Step 2: a name, a password, an address, and where the collective asks one, an answer. */
export function AccountStep(props: { about: About }) {
  const navigate = useNavigate()
  const form = accountForm(
    () => props.about,
    () => navigate('/join/confirm'),
  )
  const age = () => props.about.registrations.min_age
  return (
    <>
      <div class="stack">
        <h1>{t('accountTitle')}</h1>
        <p class="lede">{t('accountLede')}</p>
      </div>
      <Form label={t('accountTitle')} onSubmit={form.submit.run}>
        <NameField form={form} />
        <NewPassword form={form} />
        <MailField form={form} />
        <ReasonField form={form} />
        <Unseen form={form} />
        <Tick
          name="adult"
          required
          checked={draft.adult}
          onChange={(adult) => setDraft({ adult })}
          error={form.wrong('adult')}
        >
          {t('adult', age())}
        </Tick>
        <StepFailed error={form.submit.error()} what={t('notMade')} />
        <p class="row">
          <Button type="submit" kind="main" busy={form.submit.busy()}>
            {t('makeAccount')}
          </Button>
          <a href="/join">{t('backToRules')}</a>
        </p>
        <p class="hint">{t('kept')}</p>
      </Form>
    </>
  )
}
