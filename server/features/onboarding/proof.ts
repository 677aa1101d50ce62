import { randomInt } from 'node:crypto'
import type { Challenge, Proof } from '../../../shared/api/challenge.ts'
import type { Context } from '../../context.ts'
import { SECOND } from '../../core/clock.ts'
import { newSecret, sameBytes, sha256Hex } from '../../core/crypto.ts'
import { forbidden } from '../../core/errors.ts'
import { limits } from '../../limits.ts'
import { readQuestion } from './application.ts'
import { isSpent, spendProof } from './queries.ts'

const PURPOSE = 'proof of work'

const signatureOf = (ctx: Context, salt: string, target: string): Buffer =>
  ctx.vault.fingerprint(PURPOSE, `${salt} ${target} ${limits.proofMost}`)

/**
 * A question that costs a browser a second and a flood of forms its profit: which number, written behind `salt`, has
 * `target` as its SHA-256? Nothing of it is kept here; the signature shows that it is ours.
 */
export function newChallenge(ctx: Context): Challenge {
  const salt = `${ctx.now()}.${newSecret(12)}`
  const target = sha256Hex(`${salt}${randomInt(limits.proofMost)}`)
  return {
    salt,
    target,
    most: limits.proofMost,
    signature: signatureOf(ctx, salt, target).toString('base64url'),
    wait: limits.fillTime / SECOND,
    required: ctx.config.rateLimits,
    question: readQuestion(ctx),
  }
}

const again = (description: string) => forbidden(description, { code: 'proof_needed' })

/**
 * Holds what a browser answered against the question; `spend` takes it then. An answer that is missing, wrong, used,
 * older than an hour, or quicker than a person fills in a form is refused with 403 `proof_needed`: the browser asks anew.
 */
export function checkProof(ctx: Context, proof: Proof | undefined): void {
  if (!ctx.config.rateLimits) return
  if (!proof) throw again('This form was sent without the proof that a browser makes. Please send it again.')
  const target = sha256Hex(`${proof.salt}${proof.number}`)
  const signature = signed(proof)
  if (!sameBytes(signature, signatureOf(ctx, proof.salt, target))) {
    throw again('The proof that your browser made does not fit. Please send the form again.')
  }
  const age = ctx.now() - Number.parseInt(proof.salt, 10)
  if (age < limits.fillTime) throw again('That was quicker than anybody types. Please send the form again.')
  if (age >= limits.proofLasts || isSpent(ctx.db, { signature })) {
    throw again('The proof that your browser made is too old. Please send the form again.')
  }
}

/** Takes a proof, so that it counts no second time; in the transaction of what it was made for. */
export function spend(ctx: Context, proof: Proof | undefined): void {
  checkProof(ctx, proof)
  if (!ctx.config.rateLimits || !proof) return
  spendProof(ctx.db, { signature: signed(proof), expiresAt: ctx.now() + limits.proofLasts })
}

const signed = ({ signature }: Proof) => Buffer.from(signature, 'base64url')
