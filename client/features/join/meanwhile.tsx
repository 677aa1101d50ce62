import { createSignal } from 'solid-js'
import type { CredentialAccount } from '../../../shared/api/wire.ts'
import { sharedLimits } from '../../../shared/limits.ts'
import { countGraphemes } from '../../../shared/text/length.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { join } from '../../locales/en/join.ts'
import { profileSettings } from '../../locales/en/profile-settings.ts'
import { session, setSession } from '../../session/session.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { Failure } from '../profile/profile-form.tsx'

const t = texts(join)
const p = texts(profileSettings)

/** The words of one's own profile, while one waits for the collective's answer. */
export function Meanwhile(props: { account: CredentialAccount }) {
  const [name, setName] = createSignal(props.account.display_name)
  const [bio, setBio] = createSignal(props.account.source.note)
  const sent = submitting(async () => {
    const said = { display_name: name().trim(), note: bio() }
    const account = await send<CredentialAccount>('PATCH', '/api/v1/accounts/update_credentials', said)
    const now = session()
    if (now) setSession({ ...now, account })
    toast(p('saved'))
  })
  return (
    <section class="stack" aria-labelledby="h-meanwhile">
      <h2 id="h-meanwhile">{t('meanwhileTitle')}</h2>
      <p class="prose">{t('meanwhileText')}</p>
      <Form label={t('meanwhileTitle')} onSubmit={sent.run}>
        <Failure error={sent.error()} />
        <TextField
          label={p('name')}
          hint={p('nameHint', props.account.username)}
          error={fieldReason(sent.error(), 'display_name')}
          value={name()}
          onInput={setName}
          autocomplete="nickname"
          dir="auto"
        />
        <TextArea
          label={p('bio')}
          optional={p('left', Math.max(0, sharedLimits.bio - countGraphemes(bio())))}
          error={fieldReason(sent.error(), 'note')}
          value={bio()}
          onInput={setBio}
          dir="auto"
        />
        <p>
          <Button type="submit" kind="plain" busy={sent.busy()}>
            {p('save')}
          </Button>
        </p>
      </Form>
    </section>
  )
}
