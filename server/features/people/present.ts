import type { Person } from '../../../shared/api/community.ts'
import type { Context } from '../../context.ts'
import { mailsByIds } from '../../core/mail/queries.ts'
import { presentAccounts } from '../accounts/present.ts'
import { rolesOf } from '../accounts/queries.ts'
import { presentMailState } from '../mail/present.ts'
import type { RegistrationRow } from '../onboarding/queries.ts'
import type { PersonRow } from './queries.ts'

const iso = (time: number) => new Date(time).toISOString()

/** The mail address; empty for somebody who has none. */
const open = (ctx: Context, sealed: Buffer | null) => (sealed ? ctx.vault.open(sealed) : '')

function stateOf(row: PersonRow) {
  if (row.suspendedAt !== null) return 'suspended'
  if (row.disabledAt !== null) return 'disabled'
  return row.joinedAt === null ? 'waiting' : 'active'
}

/** People of this server as those who run it see them: applicants with their answer, members with their roles. */
export function presentPeople(ctx: Context, rows: readonly PersonRow[]): Person[] {
  const ids = rows.map((row) => row.id)
  const held = Map.groupBy(rolesOf(ctx.db, { ids: JSON.stringify(ids) }), (row) => row.accountId)
  const accounts = presentAccounts(ctx, ids)
  return rows.map((row) => ({
    id: String(row.id),
    kind: row.joinedAt === null ? 'application' : 'member',
    username: row.username,
    email: open(ctx, row.email),
    code: null,
    reason: row.joinedAt === null ? row.reason : null,
    at: iso(row.joinedAt ?? row.appliedAt ?? row.createdAt),
    mail: null,
    roles: held.get(row.id)?.map(({ role }) => role) ?? [],
    account: accounts.get(row.id) ?? null,
    state: stateOf(row),
    unknown: row.joinedAt !== null && row.knownAt === null,
    address_known: false,
  }))
}

/** Newcomers who asked to be confirmed by hand, with their code and what became of their mail. */
export function presentNewcomers(ctx: Context, rows: readonly RegistrationRow[]): Person[] {
  const mails = mailsByIds(
    ctx.db,
    rows.flatMap((row) => (row.mailId === null ? [] : [row.mailId])),
  )
  return rows.map((row) => ({
    id: String(row.id),
    kind: 'registration',
    username: row.username,
    email: open(ctx, row.email),
    code: row.handCode,
    reason: row.reason || null,
    at: iso(row.byHandAt ?? row.createdAt),
    mail: presentMailState(row.mailId === null ? undefined : mails.get(row.mailId)),
    roles: [],
    account: null,
    state: 'unconfirmed',
    unknown: false,
    address_known: row.known === 1,
  }))
}
