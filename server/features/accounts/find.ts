import type { Account } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { domainKey } from '../../policies/domains.ts'
import { ourHost, presentAccountRows } from './present.ts'
import { type AccountRow, accountById, accountsByIds, localAccountByName, remoteAccountByName } from './queries.ts'

/** The name of `@name`, `name` or `name@our.host` in lower case; undefined for people of other servers. */
function localKey(ctx: Context, acct: string): string | undefined {
  const [name = '', domain, ...more] = acct.trim().replace(/^@/, '').toLowerCase().split('@')
  if (more.length > 0 || (domain !== undefined && domain !== ourHost(ctx))) return undefined
  return name
}

/** Somebody of another server who is known here. */
function elsewhere(ctx: Context, acct: string): AccountRow | undefined {
  const [, name = '', host = ''] = /^@?([^@]+)@([^@]+)$/.exec(acct.trim()) ?? []
  const row = remoteAccountByName(ctx.db, { key: name.toLowerCase(), domain: domainKey(host) })
  return row?.suspendedAt === null ? row : undefined
}

/** A person by their address, if they have joined. */
export function findByAcct(ctx: Context, acct: string): AccountRow | undefined {
  const key = localKey(ctx, acct)
  const row = key === undefined ? elsewhere(ctx, acct) : localAccountByName(ctx.db, { key })
  return row && row.joinedAt !== null ? row : undefined
}

function presentFound(ctx: Context, row: AccountRow | undefined): Account {
  const account = row && row.joinedAt !== null && presentAccountRows(ctx, [row]).get(row.id)
  if (!account) throw notFound()
  return account
}

/** One person. Throws 404 for who has not joined (yet). */
export const readAccount = (ctx: Context, id: number): Account => presentFound(ctx, accountById(ctx.db, { id }))

/** One person by their address. Throws 404. */
export const lookUp = (ctx: Context, acct: string): Account => presentFound(ctx, findByAcct(ctx, acct))

/** Several people, in the order of `ids`, without those who have not joined. */
export function readAccounts(ctx: Context, ids: readonly number[]): Account[] {
  const rows = accountsByIds(ctx.db, { ids: JSON.stringify(ids) }).filter((row) => row.joinedAt !== null)
  const accounts = presentAccountRows(ctx, rows)
  return ids.map((id) => accounts.get(id)).filter((account) => account !== undefined)
}
