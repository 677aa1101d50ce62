import { For, Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { collections } from '../../locales/en/collections.ts'
import { CollectionPart } from '../collections/collection-part.tsx'
import { loadCollections } from '../collections/load.ts'

const t = texts(collections)

/** Collections of people who said yes to them, nobody of them followed without a tap; nothing where there are none. */
export function CollectionsPart() {
  const all = loadCollections()
  const shown = () => all.value()?.filter(({ accounts }) => accounts.length > 0) ?? []
  return (
    <Show when={shown().length > 0}>
      <div class="stack-l">
        <p class="prose">{t('lede')}</p>
        <For each={shown()}>{(one) => <CollectionPart of={one} level={3} />}</For>
      </div>
    </Show>
  )
}
