import type { Departure } from '../../../shared/api/account.ts'
import type { Context } from '../../context.ts'
import { conflict, notFound } from '../../core/errors.ts'
import { sendMail } from '../../core/mail/send.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { keyholderById } from '../sessions/queries.ts'
import { readSettings } from '../settings/queries.ts'
import { backLetter, leavingLetter } from './letters.ts'
import { deleteDeparture, departureOf, hideAccount, otherOwner, putDeparture, showAccount } from './queries.ts'

/** Somebody who owns a community alone has to hand it over first. */
export const isLastOwner = (ctx: Context, { accountId, roles }: Viewer): boolean =>
  roles.includes('owner') && otherOwner(ctx.db, { accountId }) === undefined

/**
 * Begins to delete one's own account: hidden and logged out everywhere at once, deleted after a wait in which logging in
 * takes it all back. Throws 409 for the last owner.
 */
export function leave(ctx: Context, viewer: Viewer): Departure {
  const { accountId } = viewer
  return ctx.transact(() => {
    const person = keyholderById(ctx.db, { accountId })
    if (!person) throw notFound()
    if (isLastOwner(ctx, viewer))
      throw conflict('You are the only owner. Give that role to somebody else first.', { code: 'last_owner' })
    const now = ctx.now()
    const endsAt = now + limits.departureWait
    putDeparture(ctx.db, { accountId, now, endsAt })
    ctx.emit('accountVanishing', { accountId })
    hideAccount(ctx.db, { accountId, now })
    ctx.queue.add('eraseAccount', { accountId, endsAt }, { at: endsAt })
    ctx.emit('accountSuspended', { accountId })
    ctx.emit('accountLeft', { accountId })
    const day = new Date(endsAt).toISOString().slice(0, 10)
    const letter = leavingLetter(readSettings(ctx.db).name, person.username, day, `${ctx.config.publicUrl}/login`)
    if (person.email) sendMail(ctx, ctx.vault.open(person.email), letter)
    return { ends_at: new Date(endsAt).toISOString() }
  })
}

/** Takes a departure back, for somebody who logged in, and writes to them that it is so. */
export function comeBack(ctx: Context, { accountId }: { accountId: number }): void {
  const departure = departureOf(ctx.db, { accountId })
  if (!departure) return
  showAccount(ctx.db, { accountId, hiddenAt: departure.hiddenAt })
  deleteDeparture(ctx.db, { accountId })
  const person = keyholderById(ctx.db, { accountId })
  if (!person?.email) return
  const letter = backLetter(readSettings(ctx.db).name, person.username, `${ctx.config.publicUrl}/forgot`)
  sendMail(ctx, ctx.vault.open(person.email), letter)
}
