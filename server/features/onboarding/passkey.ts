import { z } from 'zod'
import type { Context } from '../../context.ts'
import { conflict, invalidFields } from '../../core/errors.ts'
import { limits } from '../../limits.ts'
import { type NewPasskey, optionsForNewcomer, passkeysPossible, readNewcomers } from '../sessions/second/passkeys.ts'
import { insertPasskey, passkeyByCredential } from '../sessions/second/queries.ts'
import { readSettings } from '../settings/queries.ts'

const kept = z.object({
  credential: z.string(),
  key: z.base64(),
  counter: z.int(),
  transports: z.array(z.string()),
  handle: z.string(),
})

/** The name that the browser shows beside a newcomer's passkey. */
export const passkeyFor = z.object({ username: z.string().trim().min(1).max(limits.username) })

/** What a newcomer's browser needs to make a passkey instead of a password. Throws 409 where passkeys cannot be had. */
export function beginWithPasskey(ctx: Context, username: string) {
  if (!passkeysPossible(ctx)) throw conflict('Passkeys need this community to have an address of its own with https.')
  return optionsForNewcomer(ctx, username, readSettings(ctx.db).name)
}

/** A newcomer's passkey in the form in which it waits for the account. Throws 422 where it does not hold. */
export async function keepForNewcomer(ctx: Context, response: NewPasskey): Promise<string> {
  const found = await readNewcomers(ctx, response)
  if (!found) {
    const description = 'This passkey could not be taken. Make it again, and confirm it on your device.'
    throw invalidFields({ passkey: [{ error: 'ERR_INVALID', description }] })
  }
  const { credential, handle } = found
  return JSON.stringify({
    credential: credential.id,
    key: Buffer.from(credential.publicKey).toString('base64'),
    counter: credential.counter,
    transports: response.response.transports ?? [],
    handle,
  } satisfies z.infer<typeof kept>)
}

/** Gives a new account the passkey that its newcomer made. Throws 409 where somebody has it by now. */
export function givePasskey(ctx: Context, accountId: number, passkey: string): void {
  const { credential, key, counter, transports, handle } = kept.parse(JSON.parse(passkey))
  if (passkeyByCredential(ctx.db, { credentialId: credential })) {
    throw conflict('This passkey belongs to an account already. Start again with another one.')
  }
  insertPasskey(ctx.db, {
    id: ctx.newId(),
    accountId,
    credentialId: credential,
    publicKey: Buffer.from(key, 'base64'),
    counter,
    transports: JSON.stringify(transports),
    name: 'Passkey',
    handle,
    now: ctx.now(),
  })
}
