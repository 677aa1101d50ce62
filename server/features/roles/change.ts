import { z } from 'zod'
import type { RoleHolder } from '../../../shared/api/staff.ts'
import type { Context } from '../../context.ts'
import { conflict, forbidden, notFound } from '../../core/errors.ts'
import { id, listOf } from '../../http/forms.ts'
import { type Role, roles, type Viewer } from '../../policies/viewer.ts'
import { presentAccounts } from '../accounts/present.ts'
import { accountById, grantRole, revokeRole, rolesOf } from '../accounts/queries.ts'
import { allRoles } from './queries.ts'

/** All the roles that somebody shall hold. */
export const rolesForm = z.object({ id, roles: listOf(z.enum(roles), roles.length).default([]) })

/** The roles that only an owner gives and takes: who has them could take everybody else's. */
const owners: readonly Role[] = ['owner', 'admin']

const isLocked = (viewer: Viewer, held: readonly Role[]) =>
  !viewer.roles.includes('owner') && held.some((role) => owners.includes(role))

function presentHolders(ctx: Context, viewer: Viewer, held: Map<number, Role[]>): RoleHolder[] {
  const accounts = presentAccounts(ctx, held.keys())
  return [...held].flatMap(([accountId, own]) => {
    const account = accounts.get(accountId)
    return account ? [{ account, roles: own, locked: isLocked(viewer, own) }] : []
  })
}

/** Everybody who holds a role. */
export function readRoles(ctx: Context, viewer: Viewer): RoleHolder[] {
  const rows = Map.groupBy(allRoles(ctx.db), ({ accountId }) => accountId)
  return presentHolders(ctx, viewer, new Map([...rows].map(([one, all]) => [one, all.map(({ role }) => role)])))
}

const rolesNow = (ctx: Context, accountId: number) =>
  rolesOf(ctx.db, { ids: JSON.stringify([accountId]) }).map(({ role }) => role)

function checkChange(ctx: Context, viewer: Viewer, changed: readonly Role[]): void {
  if (isLocked(viewer, changed)) {
    throw forbidden('Only an owner gives and takes the roles of owner and admin.', { code: 'owners_only' })
  }
  const isThere = allRoles(ctx.db).some(({ role }) => role === 'owner')
  if (!isThere) throw conflict('The community would have no owner. Give the role to somebody else first.')
}

/** Gives and takes roles, so that somebody holds just these. Throws 403, 404, 409 with nothing changed. */
export function changeRoles(ctx: Context, viewer: Viewer, form: z.infer<typeof rolesForm>): RoleHolder | undefined {
  return ctx.transact(() => {
    const account = accountById(ctx.db, { id: form.id })
    if (account?.domain !== null || account.joinedAt === null) throw notFound('Nobody here has this id.')
    const before = rolesNow(ctx, form.id)
    const added = form.roles.filter((role) => !before.includes(role))
    const removed = before.filter((role) => !form.roles.includes(role))
    for (const role of added) grantRole(ctx.db, { accountId: form.id, role, now: ctx.now() })
    for (const role of removed) revokeRole(ctx.db, { accountId: form.id, role })
    checkChange(ctx, viewer, [...added, ...removed])
    if (added.length + removed.length > 0) tell(ctx, viewer, form.id, { added, removed })
    return presentHolders(ctx, viewer, new Map([[form.id, rolesNow(ctx, form.id)]]))[0]
  })
}

function tell(
  ctx: Context,
  viewer: Viewer,
  subjectId: number,
  { added, removed }: { added: readonly Role[]; removed: readonly Role[] },
): void {
  ctx.emit('rolesChanged', { accountId: subjectId })
  ctx.emit('staffActed', {
    accountId: viewer.accountId,
    action: 'roles.change',
    subject: 'account',
    subjectId,
    detail: { added: added.join(' '), removed: removed.join(' ') },
  })
}
