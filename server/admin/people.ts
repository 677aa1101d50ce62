import { randomInt } from 'node:crypto'
import type { Context } from '../context.ts'
import { parseDuration } from '../core/clock.ts'
import { emailHash, readAddress } from '../core/mail/address.ts'
import { hashPassword } from '../core/passwords/passwords.ts'
import { checkNameShape } from '../core/usernames.ts'
import { createAccount } from '../features/accounts/create.ts'
import { type AccountRow, localAccountByName } from '../features/accounts/queries.ts'
import { memberByEmail, registrationByName } from '../features/onboarding/queries.ts'
import { acceptAll, readRulesInForce } from '../features/rules/present.ts'
import { putAcceptance } from '../features/rules/queries.ts'
import { limits } from '../limits.ts'
import { type Role, roles } from '../policies/viewer.ts'
import { Complaint, isSet, type Typed, text, texts } from './command.ts'

/** The account of a name. */
export function personNamed(ctx: Context, name: string): AccountRow {
  const found = localAccountByName(ctx.db, { key: name.replace(/^@/, '').toLowerCase() })
  if (!found) throw new Complaint(`There is no account ${name}.`)
  return found
}

const signs = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to be read out once: 20 signs, about 99 bits. */
export const newPassword = () => Array.from({ length: 20 }, () => signs[randomInt(signs.length)]).join('')

/** The roles that an option names. */
export function readRoles(typed: Typed, option: string): Role[] {
  return texts(typed, option).map((name) => {
    const role = roles.find((one) => one === name)
    if (!role) throw new Complaint(`"${name}" is no role. Roles: ${roles.join(', ')}.`)
    return role
  })
}

function readName(ctx: Context, name: string): string {
  const cause = checkNameShape(name)
  if (cause) throw new Complaint(cause.description)
  const key = name.toLowerCase()
  if (!localAccountByName(ctx.db, { key }) && !registrationByName(ctx.db, { key, now: ctx.now() })) return name
  throw new Complaint(`The name ${name} is taken.`)
}

/** A mail address that was typed, unless it belongs to somebody else than `owner`. */
export function readEmail(ctx: Context, typed: string | undefined, owner?: number): string | undefined {
  if (typed === undefined) return undefined
  const read = readAddress(typed)
  if ('cause' in read) throw new Complaint(read.cause.description)
  const holder = memberByEmail(ctx.db, { emailHash: emailHash(ctx, read.address) })
  if (!holder || holder.accountId === owner) return read.address
  throw new Complaint('An account with this address is there already.')
}

function readAge(ctx: Context, typed: string | undefined): number {
  const age = typed === undefined ? 0 : parseDuration(typed)
  if (age === undefined) throw new Complaint('--created takes a duration such as P30D.')
  return ctx.now() - age
}

/** Somebody whom a command made; `password` when it was not typed but made up. */
export type Made = { accountId: number; password: string | undefined }

/**
 * Makes a member from what was typed (`email`, `password`, `created`, `unaccepted`): confirmed, let in, and, unless
 * said otherwise, as having accepted the rules in force.
 */
export async function makePerson(ctx: Context, name: string, typed: Typed, held: readonly Role[]): Promise<Made> {
  const form = { username: readName(ctx, name), email: readEmail(ctx, text(typed, 'email')) }
  const createdAt = readAge(ctx, text(typed, 'created'))
  const given = text(typed, 'password')
  const password = given ?? newPassword()
  if (password === '' || Buffer.byteLength(password) > limits.passwordMax)
    throw new Complaint('This is no password we can keep.')
  const passwordHash = await hashPassword(password)
  const accountId = ctx.transact(() => {
    const id = createAccount(ctx, { ...form, passwordHash, locale: 'en', approved: true, roles: held, createdAt })
    const agreed = acceptAll(readRulesInForce(ctx.db), ctx.now())
    if (!isSet(typed, 'unaccepted')) putAcceptance(ctx.db, { ...agreed, accountId: id, via: 'admin' })
    return id
  })
  return { accountId, password: given === undefined ? password : undefined }
}
