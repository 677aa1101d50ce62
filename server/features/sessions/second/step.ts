import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { hashSecret, newSecret } from '../../../core/crypto.ts'
import { unauthorized } from '../../../core/errors.ts'
import type { Cookie } from '../../../http/answer.ts'
import { limits } from '../../../limits.ts'
import { takeTypedCode } from './codes.ts'
import { optionsToSign, signedByPasskey, whoSigned } from './passkeys.ts'
import { readSecondStep } from './present.ts'
import { countTry, deleteOldChallenges, deleteOldSteps, deleteStep, insertStep, stepByHash } from './queries.ts'

/** What opens the second step: a code of the app or for recovery, or a passkey. */
export const stepForm = z.object({ code: z.string().max(100).optional(), passkey: signedByPasskey.optional() })

/** The cookie of somebody who said the right password and is not logged in yet. */
export const stepCookie = (secret?: string): Cookie => ({ name: 'step', value: secret, maxAge: limits.secondStepLasts })

/** What can open the second step of a person; nothing where the password is enough. */
export function waysOf(ctx: Context, accountId: number): ('code' | 'passkey')[] {
  const { code_app: app, passkeys } = readSecondStep(ctx, accountId)
  return [...(app ? (['code'] as const) : []), ...(passkeys.length > 0 ? (['passkey'] as const) : [])]
}

/** Begins the second step, and gives its cookie. */
export function beginStep(ctx: Context, accountId: number): Cookie {
  const secret = newSecret()
  insertStep(ctx.db, { hash: hashSecret(secret), accountId, expiresAt: ctx.now() + limits.secondStepLasts })
  return stepCookie(secret)
}

const over = () =>
  unauthorized('That took too long, or went wrong too often. Log in again with your password.', { code: 'step_over' })

function findStep(ctx: Context, secret: string | undefined) {
  const hash = hashSecret(secret ?? '')
  const step = stepByHash(ctx.db, { hash, now: ctx.now() })
  if (!step) throw over()
  return { ...step, hash }
}

/** What a browser needs to open the second step with a passkey. Throws 401. */
export const stepOptions = (ctx: Context, secret: string | undefined) =>
  optionsToSign(ctx, { purpose: 'second_step', accountId: findStep(ctx, secret).accountId })

/**
 * Who passed their second step; it is over with that. Throws 401 for what does not open it, and after some such tries
 * the password is asked again; 429.
 */
export async function passStep(ctx: Context, form: z.infer<typeof stepForm>, secret?: string): Promise<number> {
  const { accountId, tries, hash } = findStep(ctx, secret)
  countTry(ctx.db, { hash })
  const signed = form.passkey && (await whoSigned(ctx, form.passkey, { purpose: 'second_step', accountId }))
  const right = form.passkey ? signed === accountId : takeTypedCode(ctx, accountId, form.code ?? '')
  if (!right && tries + 1 >= limits.secondStepTries) deleteStep(ctx.db, { hash })
  if (!right) throw form.passkey ? unauthorized(NO_PASSKEY) : unauthorized(NO_CODE, { code: 'wrong_code' })
  // whoever was faster with the same step has it
  if (deleteStep(ctx.db, { hash }) === 0) throw over()
  return accountId
}

const NO_PASSKEY = 'That passkey did not open it. Try again, or take another way.'
const NO_CODE = 'This code does not open it. Each code works once: wait for the next one that the app shows.'

/** Forgets steps and challenges that nobody went on with. */
export function sweepSecondSteps(ctx: Context): void {
  deleteOldSteps(ctx.db, { now: ctx.now() })
  deleteOldChallenges(ctx.db, { now: ctx.now() })
}
