import { For, Show } from 'solid-js'
import type { PreviewCard, Status, Tag } from '../../../shared/api/wire.ts'
import { read, send } from '../../api/http.ts'
import { keepStatuses } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { reasonOf } from '../../lib/reason.ts'
import { trends } from '../../locales/en/trends.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'
import { nameOf } from '../relations/act.ts'
import { Refused } from '../shell/refused.tsx'
import { statusHref } from '../statuses/address.ts'
import style from './trends.module.css'

const t = texts(trends)

type Reviewed<T> = T & { id: string; trendable: boolean; requires_review: boolean }

/** Something in use, and what was said of it. */
interface Line {
  kind: 'tags' | 'links' | 'links/publishers' | 'statuses'
  id: string
  name: string
  href: string
  trendable: boolean
  waits: boolean
}

const PATH = '/api/v1/admin/trends'

async function readLines(signal: AbortSignal): Promise<Line[]> {
  const [tags, links, publishers, posts] = await Promise.all([
    read<Reviewed<Tag>[]>(`${PATH}/tags`, { signal }),
    read<Reviewed<PreviewCard>[]>(`${PATH}/links`, { signal }),
    read<Reviewed<{ domain: string }>[]>(`${PATH}/links/publishers`, { signal }),
    read<Reviewed<Status>[]>(`${PATH}/statuses`, { signal }),
  ])
  keepStatuses(posts)
  const said = ({ id, trendable, requires_review: waits }: Reviewed<object>) => ({ id, trendable, waits })
  const lines: Line[] = [
    ...tags.map((tag) => ({
      kind: 'tags' as const,
      name: `#${tag.name}`,
      href: `/tags/${encodeURIComponent(tag.name)}`,
      ...said(tag),
    })),
    ...links.map((link) => ({ kind: 'links' as const, name: link.title, href: link.url, ...said(link) })),
    ...publishers.map((one) => ({
      kind: 'links/publishers' as const,
      name: t('publisher', one.domain),
      href: `https://${one.domain}`,
      ...said(one),
    })),
    ...posts.map((post) => ({
      kind: 'statuses' as const,
      name: t('postBy', nameOf(post.account.id)),
      href: statusHref(post.account, post.id),
      ...said(post),
    })),
  ]
  return lines.sort((a, b) => Number(b.waits) - Number(a.waits))
}

/** What is in use, for those who say what is shown of it. */
export function Review(props: { onChanged: () => void }) {
  const lines = loaded(
    () => undefined,
    (_, signal) => readLines(signal),
  )
  const say = async ({ kind, id }: Line, shown: boolean) => {
    try {
      await send('POST', `${PATH}/${kind}/${id}/${shown ? 'approve' : 'reject'}`)
      toast(shown ? t('shown') : t('leftOut'))
      lines.reload()
      props.onChanged()
    } catch (error) {
      toast(`${t('notDone')} ${reasonOf(error)}`)
    }
  }
  return (
    <Show
      when={lines.value()}
      fallback={<Show when={lines.error()}>{(error) => <Refused error={error()} onAgain={lines.reload} />}</Show>}
    >
      {(all) => (
        <section class="stack" aria-labelledby="h-review">
          <h2 id="h-review">{t('reviewTitle')}</h2>
          <p class="hint">{t('reviewHint')}</p>
          <ul class={style.list}>
            <For each={all()} fallback={<li>{t('reviewNone')}</li>}>
              {(line) => (
                <li>
                  <span>
                    <a class={style.name} href={line.href} dir="auto">
                      {line.name}
                    </a>{' '}
                    <Show when={!line.waits}>
                      <span class="hint">{line.trendable ? t('isShown') : t('isOut')}</span>
                    </Show>
                  </span>
                  <span class="row">
                    <Show when={!line.trendable}>
                      <Button aria-label={t('showOne', line.name)} onClick={() => say(line, true)}>
                        {t('show')}
                      </Button>
                    </Show>
                    <Show when={line.waits || line.trendable}>
                      <Button kind="quiet" aria-label={t('leaveOutOne', line.name)} onClick={() => say(line, false)}>
                        {t('leaveOut')}
                      </Button>
                    </Show>
                  </span>
                </li>
              )}
            </For>
          </ul>
        </section>
      )}
    </Show>
  )
}
