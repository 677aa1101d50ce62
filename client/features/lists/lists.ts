import type { List } from '../../../shared/api/wire.ts'
import { queryClient } from '../../api/client.ts'
import { read, send } from '../../api/http.ts'
import { keys } from '../../api/keys.ts'
import { texts } from '../../lib/i18n.ts'
import { type Loaded, loaded } from '../../lib/loaded.ts'
import { reasonOf } from '../../lib/reason.ts'
import { lists } from '../../locales/en/lists.ts'
import { toast } from '../../ui/toast.tsx'

const t = texts(lists)

/** One's lists. */
export const ownLists = (): Loaded<List[]> =>
  loaded(
    () => undefined,
    (_, signal) => read<List[]>('/api/v1/lists', { signal }),
  )

/** One list of one's own. */
export const ownList = (id: () => string): Loaded<List> =>
  loaded(id, (one, signal) => read<List>(`/api/v1/lists/${one}`, { signal }))

/** Puts a person into a list, or takes them out. True when it was done. */
export async function place(listId: string, accountId: string, isIn: boolean): Promise<boolean> {
  try {
    await send(isIn ? 'POST' : 'DELETE', `/api/v1/lists/${listId}/accounts`, { account_ids: [accountId] })
    queryClient().removeQueries({ queryKey: keys.list(listId) })
    return true
  } catch (error) {
    toast(`${t('notDone')} ${reasonOf(error)}`)
    return false
  }
}
