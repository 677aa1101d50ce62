import { For, Show } from 'solid-js'
import type { Account } from '../../../shared/api/wire.ts'
import { read } from '../../api/http.ts'
import { keepAccounts } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { relations } from '../../locales/en/relations.ts'
import { EmojiText } from '../../ui/emoji.tsx'
import { nameOf } from '../relations/act.ts'
import { profileHref } from '../statuses/address.ts'

const t = texts(relations)

/** So many are named; the rest is a number. */
const NAMED = 3

async function readKnown(id: string, signal: AbortSignal): Promise<Account[]> {
  const path = `/api/v1/accounts/familiar_followers?id[]=${id}`
  const [found] = await read<{ accounts: Account[] }[]>(path, { signal })
  keepAccounts(found?.accounts ?? [])
  return found?.accounts ?? []
}

/** Who of those one follows follows this person too. */
export function KnownFollowers(props: { accountId: string }) {
  const known = loaded(() => props.accountId, readKnown)
  const more = () => (known.value()?.length ?? 0) - NAMED
  return (
    <Show when={known.value()?.length}>
      <p class="hint">
        {t('known')}{' '}
        <For each={known.value()?.slice(0, NAMED)}>
          {(person, at) => (
            <>
              {at() > 0 && ', '}
              <a href={profileHref(person)} dir="auto">
                <EmojiText text={nameOf(person.id)} emojis={person.emojis} />
              </a>
            </>
          )}
        </For>
        <Show when={more() > 0}> {t('andMore', more())}</Show>.
      </p>
    </Show>
  )
}
