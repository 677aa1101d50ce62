import { Match, Switch } from 'solid-js'
import type { CredentialAccount, Status } from '../../../shared/api/wire.ts'
import { quotes } from '../../../shared/locales/en/quotes.ts'
import { read } from '../../api/http.ts'
import { keepStatuses, statusOf } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Composer } from '../composer/composer.tsx'
import { startOfPost } from '../composer/start.ts'
import { NotRead } from '../shell/not-read.tsx'
import { QuotedPost } from './quoted.tsx'

const t = texts(quotes)

/** The box to write a post in that quotes another one, which stands in it as readers will see it. */
export function QuoteBox(props: { account: CredentialAccount; quotedId: string; onPosted: () => void }) {
  const quoted = loaded(
    () => props.quotedId,
    async (id, signal) => {
      const status = await read<Status>(`/api/v1/statuses/${id}`, { signal })
      return keepStatuses([status])[0]
    },
  )
  const status = () => statusOf(quoted.value() ?? '')
  return (
    <Switch fallback={<Skeleton label={t('loading')} />}>
      <Match when={status()}>
        {(found) => (
          <Composer
            accountId={props.account.id}
            context={`quote:${props.quotedId}`}
            start={startOfPost(props.account)}
            bounds={{ widest: found().visibility === 'private' ? 'private' : 'public', localOnly: found().local_only }}
            quoting={props.quotedId}
            label={t('write')}
            textLabel={t('text')}
            placeholder={t('text')}
            focus
            hint={<QuotedPost status={found()} />}
            onPosted={() => props.onPosted()}
          />
        )}
      </Match>
      <Match when={quoted.error()}>
        {(error) => <NotRead error={error()} what={t('failed')} again={t('again')} onAgain={() => quoted.reload()} />}
      </Match>
      <Match when={quoted.value() && !status()}>
        <p>{t('states').deleted}</p>
      </Match>
    </Switch>
  )
}
