import { z } from 'zod'
import type { Context } from '../../context.ts'
import { DAY } from '../../core/clock.ts'
import { type Cause, forbidden, invalidFields, onlyCauses } from '../../core/errors.ts'
import { emailHash, readAddress } from '../../core/mail/address.ts'
import { checkPassword } from '../../core/passwords/passwords.ts'
import { limits } from '../../limits.ts'
import { addressCause, checkNetwork, verdictOnAddress, verdictOnName, verdictOnNetwork } from '../../policies/blocks.ts'
import { readCode } from '../invites/present.ts'
import { type InviteRow, validInvite } from '../invites/queries.ts'
import { groundRuleIds, type RuleSet, readRulesInForce } from '../rules/present.ts'
import { newPasskey } from '../sessions/second/passkeys.ts'
import { type CommunitySettings, readSettings, registrationMode } from '../settings/queries.ts'
import { checkName } from './names.ts'
import { countWithAddress } from './queries.ts'
import { isThrowaway } from './throwaway.ts'

/** What a newcomer sends. `form_id` is made once for each form, so that the same one sent twice is seen. */
export const signUpForm = z.object({
  username: z.string().trim().max(400).default(''),
  email: z.string().max(1000).default(''),
  /** Left out by who joins with a passkey. */
  password: z.string().max(4000).default(''),
  passkey: newPasskey.optional(),
  adult: z.boolean().default(false),
  locale: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .default('en'),
  rules: z
    .object({ version: z.int(), locale: z.string().max(20), acknowledged: z.array(z.string().max(20)).max(200) })
    .optional(),
  reason: z.string().trim().max(10_000).default(''),
  invite: z.string().max(40).default(''),
  form_id: z.string().regex(/^[0-9a-f-]{32,36}$/i),
  /** A field that no person sees. */
  website: z.string().max(2000).default(''),
  /** Their browser cannot make a proof: they answer a question instead, which a person reads before they are let in. */
  unproved: z.boolean().default(false),
  proof: z.object({ salt: z.string().max(80), number: z.int(), signature: z.string().max(80) }).optional(),
})
/** One of {@link signUpForm}. */
export type SignUp = z.infer<typeof signUpForm>

/** A sign-up that holds: the address as it is kept, the rules that were read, the invite that was brought. */
export type CheckedSignUp = {
  address: string
  rules: RuleSet
  invite: InviteRow | undefined
  /** Whether their network, provider, name or browser is one that somebody wants to look at first. */
  needsApproval: boolean
}

function checkRules(rules: RuleSet, said: SignUp['rules']): Cause | undefined {
  if (!said) return { error: 'ERR_ACCEPTED', description: 'Read the rules and agree to each of them.' }
  if (said.version !== rules.version || said.locale !== rules.locale) {
    return { error: 'ERR_ACCEPTED', description: 'The rules were changed meanwhile. Please read them again.' }
  }
  if (groundRuleIds(rules).every((id) => said.acknowledged.includes(id))) return undefined
  return { error: 'ERR_ACCEPTED', description: 'Agree to each of the ground rules to go on.' }
}

function checkReason(asked: boolean, reason: string): Cause | undefined {
  if (asked && reason === '') return { error: 'ERR_BLANK', description: 'Answer the question. A sentence is plenty.' }
  if ([...reason].length <= limits.reason) return undefined
  return { error: 'ERR_TOO_LONG', description: `This answer is too long. ${limits.reason} characters are the most.` }
}

function checkInvite(mode: string, typed: string, invite: InviteRow | undefined): Cause | undefined {
  // where nobody needs an invite, one that does not hold keeps nobody out
  if (invite || mode !== 'invite') return undefined
  if (typed.trim() === '')
    return { error: 'ERR_BLANK', description: 'You need an invite to join. Ask a member for one.' }
  return {
    error: 'ERR_INVALID',
    description: 'This invite is used up, withdrawn or too old, or there is none like it.',
  }
}

const checkUnseen = (text: string): Cause | undefined =>
  text === ''
    ? undefined
    : {
        error: 'ERR_INVALID',
        description: 'A field was filled in that nobody sees. Send the form without filling aids.',
      }

function checkMail(ctx: Context, address: string): Cause | undefined {
  if (!isThrowaway(address)) return checkAddressed(ctx, emailHash(ctx, address))
  return {
    error: 'ERR_INVALID',
    description: 'Addresses of this provider last only a while. Take one that you keep: a lost password goes there.',
  }
}

function checkAdult(settings: CommunitySettings, adult: boolean): Cause | undefined {
  if (adult || settings.minAge === null) return undefined
  return { error: 'ERR_ACCEPTED', description: `You have to be ${settings.minAge} or older to join.` }
}

/** Whether too many forms came with one address lately: whoever has it is not flooded with our mails. */
export function checkAddressed(ctx: Context, hash: Buffer): Cause | undefined {
  const since = ctx.now() - DAY
  const { count = 0 } =
    countWithAddress(ctx.db, { emailHash: hash, since, limit: limits.registrationsPerAddress }) ?? {}
  if (count < limits.registrationsPerAddress) return undefined
  return {
    error: 'ERR_TAKEN',
    description:
      'Several forms with this address came today. Look for our mail, take another address, or come tomorrow.',
  }
}

/** Where a sign-up comes from; `own`: the registration that it takes the place of, `mailHosts`: who takes in its mail. */
export type From = { own: number | undefined; ip: string; mailHosts: readonly string[] }

/**
 * Holds a sign-up against what the community asks; whether the address is known plays no part. Throws 403 when nobody
 * may join, or nobody from there, 422 with every field that does not hold.
 */
export function checkSignUp(ctx: Context, form: SignUp, { own, ip, mailHosts }: From): CheckedSignUp {
  const settings = readSettings(ctx.db)
  const mode = registrationMode(ctx, settings)
  if (mode === 'closed') throw registrationsClosed()
  const ofNetwork = verdictOnNetwork(ctx, ip)
  checkNetwork(ofNetwork)
  const rules = readRulesInForce(ctx.db)
  const email = readAddress(form.email)
  const invite = form.invite ? validInvite(ctx.db, { code: readCode(form.invite), now: ctx.now() }) : undefined
  const ofAddress = 'cause' in email ? 'free' : verdictOnAddress(ctx, email.address, mailHosts)
  const details = onlyCauses({
    username: checkName(ctx, form.username, own),
    email: 'cause' in email ? email.cause : (addressCause(ofAddress) ?? checkMail(ctx, email.address)),
    password: form.passkey ? undefined : checkPassword(form.password, [form.username, settings.name]),
    adult: checkAdult(settings, form.adult),
    rules: checkRules(rules, form.rules),
    reason: checkReason((mode === 'approval' || form.unproved) && !invite, form.reason),
    invite: checkInvite(mode, form.invite, invite),
    website: checkUnseen(form.website),
  })
  if ('cause' in email || Object.keys(details).length > 0) throw invalidFields(details)
  const needsApproval = form.unproved || [ofNetwork, ofAddress, verdictOnName(ctx, form.username)].includes('look')
  return { address: email.address, rules, invite, needsApproval }
}

/** The refusal while nobody new may join. */
export const registrationsClosed = () =>
  forbidden('Nobody new can join at the moment. You can read public posts without an account.', {
    code: 'registrations_closed',
  })
