import { useLocation, useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { accountOf } from '../api/store.ts'
import { ConnectionList } from '../features/profile/connection-list.tsx'
import { profileQuery } from '../features/profile/profile-query.ts'
import { nameOf } from '../features/relations/act.ts'
import { Main } from '../features/shell/main.tsx'
import { texts } from '../lib/i18n.ts'
import { relations } from '../locales/en/relations.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { TabLinks } from '../ui/tabs.tsx'

const t = texts(relations)

/** `/@name/followers` and `/@name/following`: the people around somebody. */
export function Page() {
  const params = useParams<{ handle: string }>()
  return (
    <Show when={decodeURIComponent(params.handle).slice(1)} keyed>
      {(acct) => <Connections acct={acct} />}
    </Show>
  )
}

function Connections(props: { acct: string }) {
  const location = useLocation()
  const which = () => (location.pathname.endsWith('/followers') ? 'followers' : 'following')
  const query = profileQuery(props.acct)
  const id = () => (query.isPending ? undefined : query.data?.id)
  const account = () => accountOf(id() ?? '')
  const title = () => {
    const known = id()
    const name = known && account() ? nameOf(known) : `@${props.acct}`
    return which() === 'followers' ? t('followersOf', name) : t('followingOf', name)
  }
  const tab = (to: string, text: string) => ({ href: `/@${props.acct}/${to}`, text, current: which() === to })
  return (
    <Main title={title()}>
      <p>
        <a href={`/@${props.acct}`}>{t('toProfile')}</a>
      </p>
      <TabLinks label={title()} items={[tab('followers', t('followersTab')), tab('following', t('followingTab'))]} />
      <Show when={account()} fallback={<Skeleton label={t('requestsLoading')} />}>
        {(person) => <ConnectionList path={`/api/v1/accounts/${person().id}/${which()}`} label={title()} />}
      </Show>
    </Main>
  )
}
