import { z } from 'zod'
import type { Context } from '../../context.ts'
import { conflict, gone, notFound } from '../../core/errors.ts'
import { readLink } from '../../core/links/links.ts'
import { admit } from './admit.ts'
import { registrationById } from './queries.ts'
import { findRegistration } from './sign-up.ts'

/** The secret of the link in the mail. */
export const confirmForm = z.object({ token: z.string().max(200) })

/**
 * Confirms an address by its link and makes the account; `isOwn` when this browser (`secret`: of its registration) is
 * the one that signed up. Only that one is to be logged in: who else opens the link may have found it. Throws 404, 410,
 * and what {@link admit} throws.
 */
export function confirmByLink(ctx: Context, token: string, secret: string | undefined) {
  return ctx.transact(() => {
    const link = readLink(ctx, 'confirm', token)
    const row = link.registrationId === null ? undefined : registrationById(ctx.db, { id: link.registrationId })
    if (!row) throw notFound()
    if (row.known) throw gone('An account with this address is there already. Log in with it.', { code: 'link_used' })
    const isOwn = findRegistration(ctx, secret)?.id === row.id
    return { ...admit(ctx, row, { byHand: false }), username: row.username, isOwn }
  })
}

/** Confirms a newcomer's address by hand, for somebody whom no mail reaches. Throws 404, 409. */
export function confirmByHand(ctx: Context, by: number | undefined, registrationId: number) {
  return ctx.transact(() => {
    const row = registrationById(ctx.db, { id: registrationId })
    if (!row || row.refusedAt !== null) throw notFound()
    if (row.accountId !== null) throw conflict('This address is confirmed already.')
    const { step, accountId } = admit(ctx, row, { byHand: true })
    ctx.emit('staffActed', { accountId: by, action: 'people.confirm', subject: 'account', subjectId: accountId })
    ctx.log.info({ by, registration: registrationId }, 'confirmed by hand')
    return { step }
  })
}
