import { z } from 'zod'
import type { OwnAddress } from '../../../../shared/api/account.ts'
import type { Context } from '../../../context.ts'
import { hashSecret, newSecret } from '../../../core/crypto.ts'
import { gone, invalidFields, notFound } from '../../../core/errors.ts'
import { useResetLinksOf } from '../../../core/links/queries.ts'
import { emailHash, readAddress } from '../../../core/mail/address.ts'
import { mailHosts } from '../../../core/mail/hosts.ts'
import { sendMail } from '../../../core/mail/send.ts'
import { limits } from '../../../limits.ts'
import { addressCause, verdictOnAddress } from '../../../policies/blocks.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { readSettings } from '../../settings/queries.ts'
import { type Keyholder, keyholderByEmail, keyholderById } from '../queries.ts'
import { proof, prove } from '../second/prove.ts'
import { addressLeavingLetter, confirmAddressLetter } from './letters.ts'
import { changeByToken, changeOf, deleteChange, deleteOldChanges, putChange, setAddress } from './queries.ts'

/** Another mail address, and that it is oneself who wants it. */
export const addressForm = z.object({ ...proof, email: z.string().max(limits.email * 2) })

/** One's own mail address, and the one that waits to be confirmed. */
export function readOwnAddress(ctx: Context, { accountId }: Viewer): OwnAddress {
  const open = (sealed: Buffer | null | undefined) => (sealed ? ctx.vault.open(sealed) : null)
  return {
    email: open(keyholderById(ctx.db, { accountId })?.email),
    waiting: open(changeOf(ctx.db, { accountId, now: ctx.now() })?.email),
  }
}

function tellOld(ctx: Context, person: Keyholder, done: boolean): void {
  if (!person.email) return
  const page = `${ctx.config.publicUrl}/settings/safety`
  const letter = addressLeavingLetter(readSettings(ctx.db).name, person.username, done, page)
  sendMail(ctx, ctx.vault.open(person.email), letter)
}

/**
 * Asks for another mail address: a link goes to it, and word to the old one. Whether somebody else has it is not said:
 * then nothing is sent there. Throws 422.
 */
export async function askAddress(ctx: Context, viewer: Viewer, form: z.infer<typeof addressForm>): Promise<OwnAddress> {
  const read = readAddress(form.email)
  if ('cause' in read) throw invalidFields({ email: [read.cause] })
  const shut = addressCause(verdictOnAddress(ctx, read.address, await mailHosts(ctx, read.address)))
  if (shut) throw invalidFields({ email: [shut] })
  const person = await prove(ctx, viewer, form)
  const secret = newSecret()
  const hash = emailHash(ctx, read.address)
  return ctx.transact(() => {
    putChange(ctx.db, {
      accountId: person.accountId,
      email: ctx.vault.seal(read.address),
      emailHash: hash,
      tokenHash: hashSecret(secret),
      expiresAt: ctx.now() + limits.confirmLinkLasts,
    })
    const link = `${ctx.config.publicUrl}/address#${secret}`
    const letter = confirmAddressLetter(readSettings(ctx.db).name, person.username, link)
    if (!keyholderByEmail(ctx.db, { hash })) sendMail(ctx, read.address, letter)
    tellOld(ctx, person, false)
    return readOwnAddress(ctx, viewer)
  })
}

/** Takes the new address, by the link that was sent to it. Throws 410 for a link that does not hold any more. */
export function confirmAddress(ctx: Context, token: string): void {
  ctx.transact(() => {
    const change = changeByToken(ctx.db, { tokenHash: hashSecret(token), now: ctx.now() })
    if (!change || keyholderByEmail(ctx.db, { hash: change.emailHash }))
      throw gone('This link does not work any more. Ask for the change again.', { code: 'link_expired' })
    const person = keyholderById(ctx.db, { accountId: change.accountId })
    if (!person) throw notFound()
    setAddress(ctx.db, change)
    deleteChange(ctx.db, { accountId: change.accountId })
    // a link for a new password that went to the old address opens nothing any more
    useResetLinksOf(ctx.db, { accountId: change.accountId, now: ctx.now() })
    tellOld(ctx, person, true)
  })
}

/** Takes a wish for another address back. */
export function dropAddressChange(ctx: Context, viewer: Viewer): OwnAddress {
  deleteChange(ctx.db, { accountId: viewer.accountId })
  return readOwnAddress(ctx, viewer)
}

/** Forgets changes that nobody confirmed. */
export const sweepAddressChanges = (ctx: Context) => deleteOldChanges(ctx.db, { now: ctx.now() })
