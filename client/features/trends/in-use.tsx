import { For, Show } from 'solid-js'
import type { PreviewCard, Status, Tag } from '../../../shared/api/wire.ts'
import { read } from '../../api/http.ts'
import { keepStatuses } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { trends } from '../../locales/en/trends.ts'
import { session } from '../../session/session.ts'
import { Refused } from '../shell/refused.tsx'
import { Acts } from '../statuses/acts.tsx'
import { Post } from '../statuses/post.tsx'
import { Review } from './review.tsx'
import style from './trends.module.css'

const t = texts(trends)

type Link = PreviewCard & { history: { accounts: string }[] }

const peopleOf = ({ history }: { history: { accounts: string }[] }) =>
  history.reduce((sum, { accounts }) => sum + Number(accounts), 0)

async function readInUse(signal: AbortSignal) {
  const [tags, posts, links] = await Promise.all([
    read<Tag[]>('/api/v1/trends/tags?limit=10', { signal }),
    read<Status[]>('/api/v1/trends/statuses?limit=5', { signal }),
    read<Link[]>('/api/v1/trends/links?limit=5', { signal }),
  ])
  return { tags, posts: keepStatuses(posts), links }
}

/** What many people here use these days: nothing where there is nothing; those who may say what is shown find it here too. */
export function InUse() {
  const inUse = loaded(
    () => undefined,
    (_, signal) => readInUse(signal),
  )
  const isAny = () => {
    const now = inUse.value()
    return now !== undefined && now.tags.length + now.posts.length + now.links.length > 0
  }
  return (
    <>
      <Show when={isAny() && inUse.value()}>
        {(now) => (
          <section class="stack" aria-labelledby="h-in-use">
            <h2 id="h-in-use">{t('title')}</h2>
            <p class="hint">{t('hint')}</p>
            <Show when={now().tags.length > 0}>
              <h3>{t('tags')}</h3>
              <ul class={style.list}>
                <For each={now().tags}>
                  {(tag) => (
                    <li>
                      <a class={style.name} href={`/tags/${encodeURIComponent(tag.name)}`} dir="auto">
                        #{tag.name}
                      </a>
                      <span class="hint">{t('people', peopleOf(tag))}</span>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
            <Show when={now().links.length > 0}>
              <h3>{t('links')}</h3>
              <ul class={style.list}>
                <For each={now().links}>
                  {(link) => (
                    <li>
                      <a
                        class={style.name}
                        href={link.url}
                        target="_blank"
                        rel="nofollow noopener noreferrer"
                        dir="auto"
                      >
                        {link.title}
                      </a>
                      <span class="hint">
                        <bdi>{link.provider_name || new URL(link.url).host}</bdi>, {t('linkPeople', peopleOf(link))}
                      </span>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
            <Show when={now().posts.length > 0}>
              <h3>{t('posts')}</h3>
              <For each={now().posts}>
                {(id, n) => (
                  <Post id={id} at={`in-use-${id}`} first={n() === 0} dated>
                    <Acts statusId={id} at={`in-use-${id}`} />
                  </Post>
                )}
              </For>
            </Show>
          </section>
        )}
      </Show>
      <Show when={inUse.error()}>{(error) => <Refused error={error()} onAgain={inUse.reload} />}</Show>
      <Show when={session()?.may.trends}>
        <Review onChanged={inUse.reload} />
      </Show>
    </>
  )
}
