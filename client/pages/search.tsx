import { useSearchParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { FoundPeople } from '../features/search/found-people.tsx'
import { FoundPosts } from '../features/search/found-posts.tsx'
import { FoundTags } from '../features/search/found-tags.tsx'
import { kinds, likelyKind, straightTo } from '../features/search/kinds.ts'
import { recentSearches } from '../features/search/recent.ts'
import { SearchBox } from '../features/search/search-box.tsx'
import { Start } from '../features/search/start.tsx'
import { Main } from '../features/shell/main.tsx'
import { Asked } from '../features/statuses/asked.tsx'
import { Beside } from '../features/timelines/beside.tsx'
import { texts } from '../lib/i18n.ts'
import { search } from '../locales/en/search.ts'
import { TabButtons } from '../ui/tabs.tsx'

const t = texts(search)

/** `/search`: posts, people and hashtags that one looks for. */
export function Page() {
  const [params, setParams] = useSearchParams<{ q: string; show: string }>()
  const recent = recentSearches()
  const q = () => params.q?.trim() ?? ''
  const show = () => kinds.find((kind) => kind === params.show) ?? likelyKind(q())
  const look = (now: string) => {
    recent.add(now)
    setParams({ q: now, show: likelyKind(now) === 'posts' ? params.show : undefined })
  }
  return (
    <>
      <Main title={t('title')}>
        <SearchBox q={q()} onSearch={look} />
        <Show when={q()} keyed fallback={<Start recent={recent.list()} onSearch={look} onForget={recent.forget} />}>
          {(wanted) => (
            <>
              <StraightTo q={wanted} />
              <TabButtons
                label={t('kinds')}
                items={kinds.map((value) => ({ value, text: t(value) }))}
                value={show()}
                onChoose={(kind) => setParams({ show: kind }, { replace: true })}
              />
              <Switch>
                <Match when={show() === 'posts'}>
                  <FoundPosts q={wanted} />
                </Match>
                <Match when={show() === 'people'}>
                  <FoundPeople q={wanted} />
                </Match>
                <Match when={show() === 'tags'}>
                  <FoundTags q={wanted} />
                </Match>
              </Switch>
            </>
          )}
        </Show>
        <Asked />
      </Main>
      <Beside />
    </>
  )
}

/** Where a handle or a hashtag leads to without any search. */
function StraightTo(props: { q: string }) {
  const to = () => straightTo(props.q)
  return (
    <Switch>
      <Match when={to().tag}>
        {(tag) => (
          <p>
            <a href={`/tags/${encodeURIComponent(tag())}`}>{t('toTag', tag())}</a>
          </p>
        )}
      </Match>
      <Match when={to().person}>
        {(person) => (
          <p>
            <a href={`/@${person()}`}>{t('toPerson', person())}</a>
          </p>
        )}
      </Match>
    </Switch>
  )
}
