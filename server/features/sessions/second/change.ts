import { z } from 'zod'
import type { NewCodeApp, RecoveryCodes } from '../../../../shared/api/account.ts'
import type { Context } from '../../../context.ts'
import { conflict, invalidFields, notFound } from '../../../core/errors.ts'
import { sendMail } from '../../../core/mail/send.ts'
import { limits } from '../../../limits.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { readSettings } from '../../settings/queries.ts'
import { type Keyholder, keyholderById } from '../queries.ts'
import { newAppSecret, newRecoveryCodes, takeAppCode } from './codes.ts'
import { type Change, secondStepLetter } from './letters.ts'
import { newPasskey, optionsForNew, passkeysPossible, readNew } from './passkeys.ts'
import { type Proof, prove } from './prove.ts'
import {
  codeAppOf,
  confirmCodeApp,
  deleteCodeApp,
  deletePasskey,
  deletePasskeysOf,
  deleteRecoveryCodes,
  insertPasskey,
  passkeysOf,
  putCodeApp,
  recoveryCodesLeft,
} from './queries.ts'
import { waysOf } from './step.ts'

function tell(ctx: Context, person: Keyholder, change: Change): void {
  if (!person.email) return
  const page = `${ctx.config.publicUrl}/settings/safety`
  const letter = secondStepLetter(readSettings(ctx.db).name, person.username, change, page)
  sendMail(ctx, ctx.vault.open(person.email), letter)
}

function personOf(ctx: Context, { accountId }: Viewer): Keyholder {
  const person = keyholderById(ctx.db, { accountId })
  if (!person) throw notFound()
  return person
}

/**
 * Recovery codes come with the first way to take a second step; who has some keeps them. Without a password there is no
 * second step, and nothing that they would open.
 */
export function firstCodes(ctx: Context, accountId: number): RecoveryCodes {
  const none = keyholderById(ctx.db, { accountId })?.passwordHash === ''
  if (none || recoveryCodesLeft(ctx.db, { accountId })?.count) return { recovery_codes: null }
  return { recovery_codes: newRecoveryCodes(ctx, accountId) }
}

/** Begins with an app that shows codes: it counts once a code of it was typed. Throws 409 where there is one, 422. */
export async function beginCodeApp(ctx: Context, viewer: Viewer, given: Proof): Promise<NewCodeApp> {
  const { username, accountId } = await prove(ctx, viewer, given)
  const made = newAppSecret(username, readSettings(ctx.db).name)
  const begun = putCodeApp(ctx.db, { accountId, secret: ctx.vault.seal(made.secret), now: ctx.now() })
  if (begun === 0) throw conflict('There is an app already. Remove that one first.')
  return made
}

const ADDED =
  'This app was added already, and logging in asks for its codes. Close this, and make new recovery codes if you have none.'

/** From the first right code on the app is asked for. Throws 404, 409 where it is asked for already, 422 for a wrong code. */
export function confirmApp(ctx: Context, viewer: Viewer, code: string): RecoveryCodes {
  return ctx.transact(() => {
    const { accountId } = viewer
    const begun = codeAppOf(ctx.db, { accountId })
    if (typeof begun?.confirmedAt === 'number') throw conflict(ADDED)
    if (!begun) throw notFound('Begin with the app first.')
    if (!takeAppCode(ctx, accountId, code.replace(/\s/g, ''))) {
      const description = 'This code is not right. Does the clock of that device go right? Try the next code.'
      throw invalidFields({ code: [{ error: 'ERR_INVALID', description }] })
    }
    confirmCodeApp(ctx.db, { accountId, now: ctx.now() })
    tell(ctx, personOf(ctx, viewer), { what: 'code_app', way: 'added' })
    return firstCodes(ctx, accountId)
  })
}

/** Without any way to take a second step, there is nothing to recover either. */
function dropCodesIfLast(ctx: Context, accountId: number): void {
  if (waysOf(ctx, accountId).length === 0) deleteRecoveryCodes(ctx.db, { accountId })
}

/** Removes the app; throws 404 where there is none. */
export async function endCodeApp(ctx: Context, viewer: Viewer, given: Proof): Promise<void> {
  const person = await prove(ctx, viewer, given)
  ctx.transact(() => {
    if (deleteCodeApp(ctx.db, { accountId: person.accountId }) === 0) throw notFound()
    dropCodesIfLast(ctx, person.accountId)
    tell(ctx, person, { what: 'code_app', way: 'removed' })
  })
}

/** Makes the recovery codes anew. Throws 409 for who has no second step. */
export async function renewCodes(ctx: Context, viewer: Viewer, given: Proof): Promise<RecoveryCodes> {
  const person = await prove(ctx, viewer, given)
  return ctx.transact(() => {
    if (waysOf(ctx, person.accountId).length === 0) throw conflict('Add an app or a passkey first.')
    tell(ctx, person, { what: 'recovery_codes', way: 'added' })
    return { recovery_codes: newRecoveryCodes(ctx, person.accountId) }
  })
}

/** What a browser needs to make a passkey. Throws 409 where passkeys cannot be had or are enough. */
export async function beginPasskey(ctx: Context, viewer: Viewer, given: Proof) {
  if (!passkeysPossible(ctx)) throw conflict('Passkeys need this community to have an address of its own with https.')
  const { accountId, username } = await prove(ctx, viewer, given)
  if (passkeysOf(ctx.db, { accountId }).length >= limits.passkeys) throw conflict('These are enough passkeys.')
  return optionsForNew(ctx, accountId, username, readSettings(ctx.db).name)
}

/** A new passkey with the name that its owner gives it. */
export const passkeyForm = z.object({ name: z.string().max(200).default(''), response: newPasskey })

/** Adds a passkey that was begun. Throws 422 where it does not hold. */
export async function addPasskey(
  ctx: Context,
  viewer: Viewer,
  { name, response }: z.infer<typeof passkeyForm>,
): Promise<RecoveryCodes> {
  const { accountId } = viewer
  const made = await readNew(ctx, accountId, response)
  if (!made) {
    const description = 'This passkey could not be taken. Begin again, and confirm it on your device.'
    throw invalidFields({ response: [{ error: 'ERR_INVALID', description }] })
  }
  return ctx.transact(() => {
    insertPasskey(ctx.db, {
      id: ctx.newId(),
      accountId,
      credentialId: made.id,
      publicKey: Buffer.from(made.publicKey),
      counter: made.counter,
      transports: JSON.stringify(response.response.transports ?? []),
      handle: null,
      name: name.trim().slice(0, limits.passkeyName) || 'Passkey',
      now: ctx.now(),
    })
    tell(ctx, personOf(ctx, viewer), { what: 'passkey', way: 'added' })
    return firstCodes(ctx, accountId)
  })
}

const ONLY_WAY = 'This passkey is your only way in. Add another one first.'

/** Takes a passkey of one's own away. Throws 404 for another's, 409 for the only way in. */
export async function removePasskey(ctx: Context, viewer: Viewer, { id, ...given }: Proof & { id: number }) {
  const person = await prove(ctx, viewer, given)
  ctx.transact(() => {
    if (person.passwordHash === '' && passkeysOf(ctx.db, person).length === 1) throw conflict(ONLY_WAY)
    if (deletePasskey(ctx.db, { id, accountId: person.accountId }) === 0) throw notFound()
    dropCodesIfLast(ctx, person.accountId)
    tell(ctx, person, { what: 'passkey', way: 'removed' })
  })
}

/** Takes all passkeys of somebody away; the app that shows codes stays. */
export function endPasskeys(ctx: Context, accountId: number): void {
  deletePasskeysOf(ctx.db, { accountId })
  dropCodesIfLast(ctx, accountId)
}
