import { For } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { CredentialAccount } from '../../../shared/api/wire.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { submitting } from '../../lib/submit.ts'
import { moving } from '../../locales/en/moving.ts'
import { session, setSession } from '../../session/session.ts'
import { Button } from '../../ui/button.tsx'
import { Field, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { languages } from '../composer/languages.ts'
import { Failed } from '../shell/failed.tsx'

const t = texts(moving)

/** What a new post begins with: audience, language, blurred pictures, and who may quote it. */
export function DefaultsPart(props: { account: CredentialAccount }) {
  const { privacy, quote_policy, language, sensitive } = props.account.source
  const [typed, setTyped] = createStore({ privacy, quote_policy, language: language ?? '', sensitive })
  const form = submitting(async () => {
    const account = await send<CredentialAccount>('PATCH', '/api/v1/accounts/update_credentials', { source: typed })
    const now = session()
    if (now) setSession({ ...now, account })
    toast(t('saved'))
  })
  const tongues = () => [
    { value: '', text: t('languageNone') },
    ...languages([language]).map(({ code, name }) => ({ value: code, text: name })),
  ]
  return (
    <Form label={t('defaults')} onSubmit={form.run}>
      <Select
        label={t('audience')}
        value={typed.privacy}
        options={(['public', 'unlisted', 'private'] as const).map((value) => ({ value, text: t(value) }))}
        onChoose={(value) => setTyped('privacy', value as typeof privacy)}
      />
      <Select
        label={t('quotes')}
        value={typed.quote_policy}
        options={[
          { value: 'public', text: t('quotesPublic') },
          { value: 'followers', text: t('quotesFollowers') },
          { value: 'nobody', text: t('quotesNobody') },
        ]}
        onChoose={(value) => setTyped('quote_policy', value)}
      />
      <Select
        label={t('language')}
        value={typed.language}
        options={tongues()}
        onChoose={(value) => setTyped('language', value)}
      />
      <Tick checked={typed.sensitive} onChange={(on) => setTyped('sensitive', on)}>
        {t('sensitive')}
      </Tick>
      <Failed error={form.error()} what={t('notDone')} />
      <p>
        <Button type="submit" busy={form.busy()}>
          {t('save')}
        </Button>
      </p>
    </Form>
  )
}

interface SelectProps {
  label: string
  value: string
  options: readonly { value: string; text: string }[]
  onChoose: (value: string) => void
}

/** One of several, in the browser's own list. */
export function Select(props: SelectProps) {
  return (
    <Field label={props.label}>
      {(control) => (
        <select {...control} onChange={(event) => props.onChoose(event.currentTarget.value)}>
          <For each={props.options}>
            {(option) => (
              <option value={option.value} selected={option.value === props.value}>
                {option.text}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  )
}
