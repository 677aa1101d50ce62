import type { Context } from '../../context.ts'
import { forbidden, notFound } from '../../core/errors.ts'
import { makeLink } from '../../core/links/links.ts'
import { limits } from '../../limits.ts'
import type { Role, Viewer } from '../../policies/viewer.ts'
import { rolesOf } from '../accounts/queries.ts'
import { keyholderById } from './queries.ts'

const rank = (held: readonly Role[]) =>
  held.includes('owner') ? 3 : held.includes('admin') ? 2 : held.length > 0 ? 1 : 0

/**
 * Makes a link for a new password that is given by hand, for somebody without mail. Whoever holds it becomes that
 * person, so it is only for people of a lower rank than one's own (an owner may for everyone). Throws 403 or 404.
 */
export function makeResetLink(ctx: Context, viewer: Viewer, accountId: number): { link: string } {
  const person = keyholderById(ctx.db, { accountId })
  if (!person) throw notFound()
  const held = rolesOf(ctx.db, { ids: JSON.stringify([accountId]) }).map(({ role }) => role)
  const own = rank(viewer.roles)
  if (own < 3 && rank(held) >= own)
    throw forbidden('Only somebody with a higher role can do this for a person with that role.')
  ctx.log.info({ by: viewer.accountId, for: accountId }, 'link for a new password made by hand')
  return ctx.transact(() => {
    const by = viewer.accountId
    ctx.emit('staffActed', { accountId: by, action: 'people.reset_link', subject: 'account', subjectId: accountId })
    return { link: makeLink(ctx, { kind: 'reset', lasts: limits.resetLinkLasts, accountId }) }
  })
}
