import { useQuery } from '@tanstack/solid-query'
import type { Context, Status } from '../../../shared/api/wire.ts'
import { queryClient } from '../../api/client.ts'
import { read } from '../../api/http.ts'
import { keys } from '../../api/keys.ts'
import type { ThreadIds } from '../../api/pages.ts'
import { keepStatuses } from '../../api/store.ts'
import { threadIds } from '../statuses/place-new.ts'

/** How long a thread counts as fresh when one comes back to it, in milliseconds. */
const FRESH_FOR = 30_000

async function readThread(id: string): Promise<ThreadIds> {
  const [status, context] = await Promise.all([
    read<Status>(`/api/v1/statuses/${id}`),
    read<Context>(`/api/v1/statuses/${id}/context`),
  ])
  keepStatuses([status])
  return threadIds(context)
}

/** A thread as a page asks for it. */
export type ThreadQuery = ReturnType<typeof threadQuery>

/** Asks for a post and the conversation round it. */
export function threadQuery(id: string) {
  return useQuery(
    () => ({ queryKey: keys.thread(id), queryFn: () => readThread(id), staleTime: FRESH_FOR }),
    () => queryClient(),
  )
}
