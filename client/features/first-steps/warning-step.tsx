import { createSignal, Show } from 'solid-js'
import type { CredentialAccount } from '../../../shared/api/wire.ts'
import { findEntities } from '../../../shared/text/entities.ts'
import { texts } from '../../lib/i18n.ts'
import { firstSteps } from '../../locales/en/first-steps.ts'
import { Button } from '../../ui/button.tsx'
import { Composer } from '../composer/composer.tsx'
import { startOfPost } from '../composer/start.ts'
import { deleteStatus } from '../statuses/delete.ts'
import { Post } from '../statuses/post.tsx'

const t = texts(firstSteps)

const ALONE = { widest: 'direct', localOnly: true } as const

const namesSomebody = (text: string) =>
  findEntities(text).some(({ kind }) => kind === 'mention') ? t('tryNames') : undefined

/** What warnings are for, and one post with one that nobody else sees. */
export function WarningStep(props: { account: CredentialAccount; onDone: () => void }) {
  const [postId, setPostId] = createSignal<string>()
  const takeAway = async (id: string) => {
    if (await deleteStatus(id)) setPostId(undefined)
  }
  return (
    <>
      <div class="stack">
        <h2>{t('warnTitle')}</h2>
        <p class="prose">{t('warnText')}</p>
        <p class="prose">{t('warnWhy')}</p>
        <p class="prose">{t('warnNever')}</p>
      </div>
      <Show
        when={postId()}
        fallback={
          <div class="stack">
            <h3>{t('tryTitle')}</h3>
            <p class="prose">{t('tryText')}</p>
            <Composer
              accountId={props.account.id}
              context="practice"
              start={{ ...startOfPost(props.account), visibility: 'direct', localOnly: true }}
              bounds={ALONE}
              label={t('tryLabel')}
              textLabel={t('tryField')}
              placeholder={t('tryField')}
              said={t('tried')}
              seenBy={t('trySeen')}
              refuses={namesSomebody}
              onPosted={({ id }) => setPostId(id)}
            />
          </div>
        }
      >
        {(id) => (
          <div class="stack">
            <h3>{t('tried')}</h3>
            <p class="prose">{t('triedText')}</p>
            <Post id={id()} first />
            <p>
              <Button kind="quiet" onClick={() => takeAway(id())}>
                {t('takeAway')}
              </Button>
            </p>
          </div>
        )}
      </Show>
      <p class="row">
        <Button kind={postId() ? 'main' : 'plain'} onClick={() => props.onDone()}>
          {postId() ? t('goOn') : t('skip')}
        </Button>
      </p>
    </>
  )
}
