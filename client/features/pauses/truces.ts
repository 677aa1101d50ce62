import type { Truce } from '../../../shared/api/pauses.ts'
import { read, send } from '../../api/http.ts'
import { keepAccounts, keepStatuses } from '../../api/store.ts'
import { beside } from '../../lib/beside.ts'
import { type Loaded, loaded } from '../../lib/loaded.ts'
import { reasonOf } from '../../lib/reason.ts'
import { pauses } from '../../locales/en/pauses.ts'
import { toast } from '../../ui/toast.tsx'
import { countNotices } from '../notices/unread.ts'

const PATHS = { truce: '/api/community/v1/truces', thread_lock: '/api/community/v1/thread_locks' } as const

/** The offers and agreements at hand. */
export type Truces = Loaded<readonly Truce[]>

/** Asks for all truces and locks that one offered, was offered or agreed on. */
export function truces(): Truces {
  return loaded(
    () => undefined,
    async (_, signal): Promise<readonly Truce[]> => {
      const both = await Promise.all([
        read<Truce[]>(PATHS.truce, { signal }),
        read<Truce[]>(PATHS.thread_lock, { signal }),
      ])
      const all = both.flat()
      keepAccounts(all.map(({ account }) => account))
      keepStatuses(all.map(({ status }) => status).filter((status) => status !== null))
      return all
    },
  )
}

/** Answers or ends one, says what was done, and takes its line off the list or puts it in its new place. */
export async function answer(list: Truces, truce: Truce, how: 'accept' | 'decline' | 'end'): Promise<void> {
  const path = `${PATHS[truce.kind]}/${truce.id}`
  const goOn = beside()
  try {
    const after = how === 'end' ? await send('DELETE', path) : await send<Truce>('POST', `${path}/${how}`)
    const rest = (list.value() ?? []).filter(({ id }) => id !== truce.id)
    list.set(how === 'accept' ? [after as Truce, ...rest] : rest)
    toast(saidOf(truce, how))
    // an answered offer leaves no notice
    countNotices()
    goOn()
  } catch (error) {
    toast(`${pauses.notDone} ${reasonOf(error)}`)
  }
}

function saidOf(truce: Truce, how: 'accept' | 'decline' | 'end'): string {
  if (how === 'accept') return pauses.accepted
  if (how === 'decline') return pauses.declined
  return truce.state === 'holding' ? pauses.endedBoth : pauses.takenBack
}
