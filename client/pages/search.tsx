import { useSearchParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { FoundElsewhere, hostElsewhere } from '../features/search/elsewhere.tsx'
import { FoundPeople } from '../features/search/found-people.tsx'
import { FoundPosts } from '../features/search/found-posts.tsx'
import { FoundTags } from '../features/search/found-tags.tsx'
import { type Kind, kinds, likelyKind, straightTo } from '../features/search/kinds.ts'
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
            <Show
              when={hostElsewhere(wanted, location.host)}
              fallback={
                <FoundHere q={wanted} show={show()} onShow={(kind) => setParams({ show: kind }, { replace: true })} />
              }
            >
              {(host) => <FoundElsewhere q={wanted} host={host()} />}
            </Show>
          )}
        </Show>
        <Asked />
      </Main>
      <Beside />
    </>
  )
}

/** What this community has. */
function FoundHere(props: { q: string; show: Kind; onShow: (kind: Kind) => void }) {
  return (
    <>
      <StraightTo q={props.q} />
      <TabButtons
        label={t('kinds')}
        items={kinds.map((value) => ({ value, text: t(value) }))}
        value={props.show}
        onChoose={props.onShow}
      />
      <Switch>
        <Match when={props.show === 'posts'}>
          <FoundPosts q={props.q} />
        </Match>
        <Match when={props.show === 'people'}>
          <FoundPeople q={props.q} />
        </Match>
        <Match when={props.show === 'tags'}>
          <FoundTags q={props.q} />
        </Match>
      </Switch>
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
