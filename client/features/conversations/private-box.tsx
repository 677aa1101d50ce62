import { Show } from 'solid-js'
import type { Account, CredentialAccount } from '../../../shared/api/wire.ts'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { conversations } from '../../locales/en/conversations.ts'
import { Composer } from '../composer/composer.tsx'
import { startOfPost } from '../composer/start.ts'
import { Waiting } from '../shell/waiting.tsx'

const t = texts(conversations)

/** The box to write a post in that only one person sees, and whom else one names. */
export function PrivateBox(props: { account: CredentialAccount; to: string; onPosted: () => void }) {
  const person = loaded(
    () => props.to,
    (id, signal) => read<Account>(`/api/v1/accounts/${id}`, { signal }),
  )
  return (
    <Show when={person.value()} fallback={<Waiting label={t('loading')} from={person} />}>
      {(to) => (
        <>
          <p class="hint">{t('honest')}</p>
          <Composer
            accountId={props.account.id}
            context={`to:${to().id}`}
            start={{ ...startOfPost(props.account), text: `@${to().acct} `, visibility: 'direct' }}
            toStaff={(to().roles ?? []).length > 0}
            bounds={{ widest: 'direct', localOnly: false }}
            label={t('write', to().display_name || to().username)}
            textLabel={t('text')}
            placeholder={t('text')}
            focus
            onPosted={() => props.onPosted()}
          />
        </>
      )}
    </Show>
  )
}
