import { useParams, useSearchParams } from '@solidjs/router'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { profile } from '../../shared/locales/en/profile.ts'
import { HttpError } from '../api/http.ts'
import { keys } from '../api/keys.ts'
import { readStatuses } from '../api/pages.ts'
import { accountOf, relationshipTo } from '../api/store.ts'
import { Filling } from '../features/profile/filling.tsx'
import { Pinned } from '../features/profile/pinned.tsx'
import { ProfileHead } from '../features/profile/profile-head.tsx'
import { profileQuery } from '../features/profile/profile-query.ts'
import { nameOf } from '../features/relations/act.ts'
import { Main } from '../features/shell/main.tsx'
import { NotRead } from '../features/shell/not-read.tsx'
import { profileHref } from '../features/statuses/address.ts'
import { Asked } from '../features/statuses/asked.tsx'
import { Beside } from '../features/timelines/beside.tsx'
import type { ListSource } from '../features/timelines/look.ts'
import { PostFeed } from '../features/timelines/post-feed.tsx'
import { texts } from '../lib/i18n.ts'
import { session } from '../session/session.ts'
import { Empty } from '../ui/empty.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Slip } from '../ui/slip.tsx'
import { TabLinks } from '../ui/tabs.tsx'

const t = texts(profile)

/** What of a profile is shown, and how that is asked for. */
const shows = { posts: '?exclude_replies=true', replies: '', pictures: '?only_media=true' } as const

type Which = keyof typeof shows

const isWhich = (text: string | undefined): text is Which => text !== undefined && text in shows

/** `/@name`: who somebody is and what they write. */
export function Page() {
  const params = useParams<{ handle: string }>()
  return (
    <>
      <Show when={decodeURIComponent(params.handle).slice(1)} keyed>
        {(acct) => <Profile acct={acct} />}
      </Show>
      <Beside />
    </>
  )
}

function Profile(props: { acct: string }) {
  const query = profileQuery(props.acct)
  // Reading `data` before there is any would suspend the whole page.
  const id = () => (query.isPending ? undefined : query.data?.id)
  const account = () => accountOf(id() ?? '')
  const hidden = () => relationshipTo(id() ?? '')?.blocking === true
  const gone = () => query.error instanceof HttpError && query.error.status === 404
  // What the server wrote holds head and posts: it gives way once both are here.
  const [whole, setWhole] = createSignal(document.getElementById('ssr') === null)
  const title = () => {
    const known = id()
    if (known && account()) return whole() || hidden() ? nameOf(known) : undefined
    return query.isPending ? undefined : gone() ? t('goneTitle') : `@${props.acct}`
  }
  return (
    <Main title={title()} emojis={account()?.emojis}>
      <Switch fallback={<Skeleton label={t('loading')} />}>
        <Match when={account()}>
          {(person) => (
            <>
              <ProfileHead account={person()} />
              <Show when={person().moved}>
                {(now) => (
                  <Slip tone="info">
                    <p>
                      {t('moved')} <a href={profileHref(now())}>@{now().acct}</a>
                    </p>
                  </Slip>
                )}
              </Show>
              <Show when={!hidden()}>
                <Writing accountId={person().id} acct={person().acct} onSettled={() => setWhole(true)} />
              </Show>
            </>
          )}
        </Match>
        <Match when={gone()}>
          <p>{t('gone')}</p>
          <Show when={props.acct.split('@')[1]}>
            {(host) => (
              <p>
                {t('goneThere')} <a href={`/peers/${encodeURIComponent(host())}`}>{t('goneWhy', host())}</a>.
              </p>
            )}
          </Show>
        </Match>
        <Match when={query.isError}>
          <NotRead error={query.error} what={t('failed')} again={t('again')} onAgain={() => query.refetch()} />
        </Match>
      </Switch>
      <Asked />
    </Main>
  )
}

/** What somebody writes, with or without their replies to others. */
function Writing(props: { accountId: string; acct: string; onSettled: () => void }) {
  const [search] = useSearchParams<{ show?: string }>()
  const which = (): Which => (isWhich(search.show) ? search.show : 'posts')
  const href = () => profileHref({ acct: props.acct })
  return (
    <>
      <TabLinks
        label={t('which')}
        items={[
          { href: href(), text: t('posts'), current: which() === 'posts' },
          { href: `${href()}?show=replies`, text: t('replies'), current: which() === 'replies' },
          { href: `${href()}?show=pictures`, text: t('pictures'), current: which() === 'pictures' },
        ]}
      />
      <Show when={session()?.account && props.acct.includes('@')}>
        <Filling accountId={props.accountId} acct={props.acct} />
      </Show>
      <Show when={which() === 'posts'}>
        <Pinned accountId={props.accountId} />
      </Show>
      <Show when={which()} keyed>
        {(shown) => (
          <PostFeed
            source={sourceOf(props.accountId, shown)}
            label={t('postsOf', nameOf(props.accountId))}
            onSettled={props.onSettled}
            empty={
              <Empty title={t('noPosts')}>
                <p>{t('noPostsText')}</p>
              </Empty>
            }
          />
        )}
      </Show>
    </>
  )
}

function sourceOf(accountId: string, which: Which): ListSource {
  const path = `/api/v1/accounts/${accountId}/statuses${shows[which]}`
  return { key: keys.profilePosts(accountId, which), path, read: readStatuses }
}
