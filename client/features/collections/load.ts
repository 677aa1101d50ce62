import type { Collection } from '../../../shared/api/collections.ts'
import { read } from '../../api/http.ts'
import { keepAccounts } from '../../api/store.ts'
import { type Loaded, loaded } from '../../lib/loaded.ts'
import { knowRelations } from '../relations/known.ts'

/** The door for all collections. */
export const COLLECTIONS = '/api/community/v1/collections'

/** The collections, with how one stands to the people in them. */
export function loadCollections(): Loaded<Collection[]> {
  return loaded(
    () => undefined,
    async (_, signal) => {
      const all = await read<Collection[]>(COLLECTIONS, { signal })
      const ids = keepAccounts(all.flatMap(({ accounts }) => accounts))
      await knowRelations(ids).catch(() => undefined)
      return all
    },
  )
}
