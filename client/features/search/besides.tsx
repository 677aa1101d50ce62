import { Show } from 'solid-js'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { search } from '../../locales/en/search.ts'
import type { Kind } from './kinds.ts'

const t = texts(search)

interface Besides {
  accounts: unknown[]
  hashtags: unknown[]
}

async function ask(q: string): Promise<{ people: boolean; tags: boolean }> {
  const path = `/api/v2/search?limit=1&q=${encodeURIComponent(q)}`
  const [{ accounts }, { hashtags }] = await Promise.all([
    read<Besides>(`${path}&type=accounts`),
    read<Besides>(`${path}&type=hashtags`),
  ])
  return { people: accounts.length > 0, tags: hashtags.length > 0 }
}

/** Where no post was found: that people or hashtags were, and the way there. */
export function Besides(props: { q: string }) {
  const found = loaded(() => props.q, ask)
  const to = (kind: Kind) => `/search?q=${encodeURIComponent(props.q)}&show=${kind}`
  return (
    <>
      <Show when={found.value()?.people}>
        <p>
          <a href={to('people')}>{t('besidesPeople')}</a>
        </p>
      </Show>
      <Show when={found.value()?.tags}>
        <p>
          <a href={to('tags')}>{t('besidesTags')}</a>
        </p>
      </Show>
    </>
  )
}
