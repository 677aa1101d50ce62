import { createSignal } from 'solid-js'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { comingAndGoing } from '../../locales/en/coming-and-going.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Failed } from '../shell/failed.tsx'

const t = texts(comingAndGoing)

/** Leads to somebody's own server, where they allow what it is for. */
export function SignInForm(props: {
  purpose: 'visit' | 'move_in' | 'mediation'
  yes: string
  before?: () => Promise<unknown>
}) {
  const [server, setServer] = createSignal('')
  const begin = submitting(async () => {
    await props.before?.()
    const asked = { server: server(), purpose: props.purpose }
    const { url } = await send<{ url: string }>('POST', '/api/community/v1/elsewhere/sign-in', asked)
    location.assign(url)
  })
  return (
    <Form label={props.yes} onSubmit={begin.run}>
      <TextField
        label={t('server')}
        hint={t('serverHint')}
        name="server"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        value={server()}
        onInput={setServer}
        error={fieldReason(begin.error(), 'server')}
      />
      <Failed error={begin.error()} what={t('notDone')} />
      <p class="row">
        <Button type="submit" kind="main" busy={begin.busy()}>
          {props.yes}
        </Button>
      </p>
    </Form>
  )
}
