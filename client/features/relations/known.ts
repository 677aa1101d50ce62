import type { Relationship } from '../../../shared/api/wire.ts'
import { read } from '../../api/http.ts'
import { keepRelationships } from '../../api/store.ts'
import { isMember, session } from '../../session/session.ts'

/** Asks how the member stands to these people, in one question; oneself is left out, and a visitor stands to nobody. */
export async function knowRelations(accountIds: readonly string[]): Promise<void> {
  const others = [...new Set(accountIds)].filter((id) => id !== session()?.account?.id)
  if (!isMember() || others.length === 0) return
  const asked = others.map((id) => `id[]=${id}`).join('&')
  keepRelationships(await read<Relationship[]>(`/api/v1/accounts/relationships?${asked}`))
}
