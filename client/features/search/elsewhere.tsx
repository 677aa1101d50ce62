import { Match, Show, Switch } from 'solid-js'
import type { Account, Status } from '../../../shared/api/wire.ts'
import { read } from '../../api/http.ts'
import { keys } from '../../api/keys.ts'
import type { IdPage } from '../../api/pages.ts'
import { keepAccounts, keepStatuses } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { elsewhere } from '../../locales/en/elsewhere.ts'
import { Empty } from '../../ui/empty.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { knowRelations } from '../relations/known.ts'
import { PeopleFeed } from '../relations/people-feed.tsx'
import { NotRead } from '../shell/not-read.tsx'
import { PostFeed } from '../timelines/post-feed.tsx'

const t = texts(elsewhere)

/** The server that a handle or address names, where that is not this one; undefined for words. */
export function hostElsewhere(q: string, here: string): string | undefined {
  if (/^https?:\/\/\S+$/i.test(q)) {
    const host = URL.parse(q)?.host
    return host === here ? undefined : host
  }
  const [, host] = /^@?[^@\s/]+@([^@\s/]+\.[^@\s/]+)$/.exec(q) ?? []
  return host?.toLowerCase() === here ? undefined : host?.toLowerCase()
}

const page = (ids: string[]): IdPage => ({ ids, next: undefined, top: ids[0] })

async function ask(q: string): Promise<{ people: string[]; posts: string[] }> {
  const found = await read<{ accounts: Account[]; statuses: Status[] }>(
    `/api/v2/search?resolve=true&limit=5&q=${encodeURIComponent(q)}`,
  )
  const people = keepAccounts(found.accounts)
  await knowRelations(people).catch(() => undefined)
  return { people, posts: keepStatuses(found.statuses) }
}

/** Somebody or a post of another server, asked for there. */
export function FoundElsewhere(props: { q: string; host: string }) {
  const found = loaded(() => props.q, ask)
  const people = () => found.value()?.people ?? []
  const posts = () => found.value()?.posts ?? []
  return (
    <Switch fallback={<Skeleton label={t('asking', props.host)} />}>
      <Match when={found.error()}>
        {(error) => <NotRead error={error()} what={t('failed')} again={t('again')} onAgain={found.reload} />}
      </Match>
      <Match when={found.value() && people().length + posts().length === 0}>
        <Empty title={t('nothing', props.host)}>
          <p>{t('nothingText')}</p>
        </Empty>
      </Match>
      <Match when={found.value()}>
        <Show when={people().length > 0}>
          <PeopleFeed
            name={['people', 'elsewhere', props.q]}
            path={props.q}
            read={async () => page(people())}
            label={t('found', props.host)}
            empty={<p />}
          />
        </Show>
        <Show when={posts().length > 0}>
          <PostFeed
            source={{ key: keys.found(`elsewhere ${props.q}`), path: props.q, read: async () => page(posts()) }}
            label={t('found', props.host)}
            end={t('foundEnd')}
            empty={<p />}
          />
        </Show>
      </Match>
    </Switch>
  )
}
