import { useQuery } from '@tanstack/solid-query'
import { For, Match, Switch } from 'solid-js'
import { queryClient } from '../../api/client.ts'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { search } from '../../locales/en/search.ts'
import { Empty } from '../../ui/empty.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { NotRead } from '../shell/not-read.tsx'
import style from './search.module.css'

const t = texts(search)

interface Tag {
  name: string
  history: { accounts: string }[]
}

const usersOf = ({ history }: Tag) => history.reduce((sum, day) => sum + Number(day.accounts), 0)

/** Hashtags that a search found, those in use first. */
export function FoundTags(props: { q: string }) {
  const query = useQuery(
    () => ({
      queryKey: ['tags', 'found', props.q],
      queryFn: ({ signal }) =>
        read<{ hashtags: Tag[] }>(`/api/v2/search?type=hashtags&limit=40&q=${encodeURIComponent(props.q)}`, { signal }),
      staleTime: 0,
    }),
    () => queryClient(),
  )
  const tags = () => (query.isPending ? [] : (query.data?.hashtags ?? []))
  return (
    <Switch>
      <Match when={query.isPending}>
        <Skeleton label={t('loadingTags')} />
      </Match>
      <Match when={query.isError && query.error}>
        {(error) => <NotRead error={error()} what={t('failed')} again={t('again')} onAgain={() => query.refetch()} />}
      </Match>
      <Match when={tags().length === 0}>
        <Empty title={t('noTags')}>
          <p>{t('noTagsText')}</p>
        </Empty>
      </Match>
      <Match when={true}>
        <ul class={style.tags} aria-label={t('tagsFor', props.q)}>
          <For each={tags()}>
            {(tag) => (
              <li>
                <a class={style.tag} href={`/tags/${encodeURIComponent(tag.name)}`} dir="auto">
                  #{tag.name}
                </a>
                <p class="hint">{t('used', usersOf(tag))}</p>
              </li>
            )}
          </For>
        </ul>
      </Match>
    </Switch>
  )
}
