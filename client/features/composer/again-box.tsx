import { Match, Switch } from 'solid-js'
import type { CredentialAccount } from '../../../shared/api/wire.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { composer } from '../../locales/en/composer.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Composer } from './composer.tsx'
import { savedDraft } from './drafts.ts'
import { startOfPost } from './start.ts'
import { UNBOUND } from './visibility.ts'

const t = texts(composer)

/** The box to write a post anew that was taken down: all of it is in it, also after a crash. */
export function AgainBox(props: { account: CredentialAccount; statusId: string; onPosted: () => void }) {
  const kept = loaded(
    () => props.statusId,
    async (id) => ({ draft: await savedDraft(props.account.id, `again:${id}`) }),
  )
  return (
    <Switch fallback={<Skeleton label={t('editLoading')} />}>
      <Match when={kept.value()}>
        {(found) => {
          const { draft } = found()
          return (
            <Composer
              accountId={props.account.id}
              context={`again:${props.statusId}`}
              start={startOfPost(props.account)}
              bounds={draft?.answers ?? UNBOUND}
              inReplyTo={draft?.answers?.id}
              quoting={draft?.quoted}
              label={t('writeAgain')}
              textLabel={t('text')}
              placeholder={t('text')}
              focus
              onPosted={() => props.onPosted()}
            />
          )
        }}
      </Match>
    </Switch>
  )
}
