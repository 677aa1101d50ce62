import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { invalidFields, notFound } from '../../../core/errors.ts'
import { verifyPassword } from '../../../core/passwords/passwords.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { checkAttempts, noteFailure } from '../attempts.ts'
import { type Keyholder, keyholderById } from '../queries.ts'
import { takeTypedCode } from './codes.ts'
import { signedByPasskey, whoSigned } from './passkeys.ts'
import { waysOf } from './step.ts'

/** That it is really oneself: the password, and the second step where there is one. */
export const proof = {
  password: z.string().max(4000).default(''),
  code: z.string().max(100).optional(),
  passkey: signedByPasskey.optional(),
}
/** One of {@link proof}. */
export type Proof = { password: string; code?: string; passkey?: z.infer<typeof signedByPasskey> }

const refuse = (field: 'password' | 'code', description: string) =>
  invalidFields({ [field]: [{ error: 'ERR_INVALID', description }] })

async function provedSecond(ctx: Context, accountId: number, { code, passkey }: Proof): Promise<boolean> {
  if (passkey) return (await whoSigned(ctx, passkey, { purpose: 'prove', accountId })) === accountId
  return takeTypedCode(ctx, accountId, code ?? '')
}

/** For who joined with a passkey and has no password: the passkey says it all. */
async function provedWithout(ctx: Context, person: Keyholder, { passkey }: Proof, key: string): Promise<Keyholder> {
  const { accountId } = person
  if (passkey && (await whoSigned(ctx, passkey, { purpose: 'prove', accountId })) === accountId) return person
  noteFailure(ctx, key)
  throw refuse('password', 'You have no password. Use your passkey, or have a link for a password sent to you.')
}

/**
 * Makes sure that it is the person themselves who asks, and not somebody at their open browser. Throws 422 with the
 * field that does not hold, 429 after too many tries.
 */
export async function prove(ctx: Context, { accountId }: Viewer, given: Proof): Promise<Keyholder> {
  const person = keyholderById(ctx.db, { accountId })
  if (!person) throw notFound()
  const key = `proof of ${accountId}`
  checkAttempts(ctx, key)
  if (person.passwordHash === '') return provedWithout(ctx, person, given, key)
  if (!(await verifyPassword(person.passwordHash, given.password))) {
    noteFailure(ctx, key)
    throw refuse('password', 'This is not your password.')
  }
  if (waysOf(ctx, accountId).length === 0) return person
  if (await provedSecond(ctx, accountId, given)) return person
  throw refuse('code', 'The second step is missing or wrong. Each code works once: wait for the next one.')
}
