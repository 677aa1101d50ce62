import { useQuery } from '@tanstack/solid-query'
import type { Account } from '../../../shared/api/wire.ts'
import { queryClient } from '../../api/client.ts'
import { read } from '../../api/http.ts'
import { keys } from '../../api/keys.ts'
import { keepAccount } from '../../api/store.ts'
import { session } from '../../session/session.ts'
import { knowRelations } from '../relations/known.ts'

/** How long a profile counts as fresh when one comes back to it, in milliseconds. */
const FRESH_FOR = 30_000

async function readProfile(acct: string): Promise<{ id: string }> {
  const account = await read<Account>(`/api/v1/accounts/lookup?acct=${encodeURIComponent(acct)}`)
  await knowRelations([account.id])
  // last, because its number of followers counts what is known of oneself
  keepAccount(account)
  return { id: account.id }
}

/** Asks for a person by handle, without the leading `@`, and how one stands to them: so who one is must be known. */
export function profileQuery(acct: string) {
  return useQuery(
    () => ({
      queryKey: keys.profile(acct),
      queryFn: () => readProfile(acct),
      enabled: session() !== undefined,
      staleTime: FRESH_FOR,
    }),
    () => queryClient(),
  )
}
