import type { TeamPerson } from '../../../shared/api/about.ts'
import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { rolesThatMay } from '../../policies/roles.ts'
import type { Role } from '../../policies/viewer.ts'
import { presentAccounts } from '../accounts/present.ts'
import { accountsByIds, membersWithRoles, rolesOf } from '../accounts/queries.ts'
import { readSettings } from '../settings/queries.ts'
import { readContact } from './present.ts'

/** Those with one of these roles, whoever of them is here. */
function holdersOf(ctx: Context, roles: readonly Role[], me: number): number[] {
  const held = membersWithRoles(ctx.db, { roles: JSON.stringify(roles) })
  return accountsByIds(ctx.db, { ids: JSON.stringify(held.map(({ accountId }) => accountId)) })
    .filter(({ id, joinedAt, suspendedAt }) => id !== me && joinedAt !== null && suspendedAt === null)
    .map(({ id }) => id)
    .sort((a, b) => a - b)
    .slice(0, limits.teamNamed)
}

/** Those who own and lead the place; where nobody does, those who read reports. */
function leadersOf(ctx: Context, me: number): number[] {
  const leading = holdersOf(ctx, rolesThatMay('settings'), me)
  return leading.length > 0 ? leading : holdersOf(ctx, rolesThatMay('reports'), me)
}

/** Whom a member can write to whatever they accepted: the account for questions if one of the team has it, or who leads. */
export function readTeam(ctx: Context, me: number): TeamPerson[] {
  const settings = readSettings(ctx.db)
  const contact = settings.contactUsername ? readContact(ctx, settings) : null
  const team = rolesThatMay('reports')
  const held = contact ? rolesOf(ctx.db, { ids: JSON.stringify([Number(contact.id)]) }) : []
  const ids = contact && held.some(({ role }) => team.includes(role)) ? [Number(contact.id)] : leadersOf(ctx, me)
  const people = presentAccounts(ctx, ids)
  return ids.flatMap((id) => {
    const account = people.get(id)
    return account ? [{ id: account.id, acct: account.acct, display_name: account.display_name }] : []
  })
}
