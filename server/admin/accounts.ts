import type { Context } from '../context.ts'
import { emailHash } from '../core/mail/address.ts'
import { hashPassword } from '../core/passwords/passwords.ts'
import { grantRole, revokeRole } from '../features/accounts/queries.ts'
import { confirmByHand } from '../features/onboarding/confirm.ts'
import { registrationByName } from '../features/onboarding/queries.ts'
import { approve } from '../features/people/decide.ts'
import { setAddress } from '../features/sessions/address/queries.ts'
import { keyholderById, setPassword } from '../features/sessions/queries.ts'
import { revokeAll } from '../features/sessions/revoke.ts'
import { deleteCodeApp, deletePasskeysOf, deleteRecoveryCodes } from '../features/sessions/second/queries.ts'
import { type Command, Complaint, isSet, number, type Typed, text, word } from './command.ts'
import { makePerson, newPassword, personNamed, readEmail, readRoles } from './people.ts'
import { everybody, owners, setDisabled } from './queries.ts'

const string = { type: 'string' } as const
const strings = { type: 'string', multiple: true } as const
const flag = { type: 'boolean' } as const

const create: Command = {
  takes: 'NAME [--email E --password P --created P30D --unaccepted]',
  options: { email: string, password: string, created: string, unaccepted: flag },
  async run(ctx, typed) {
    const name = word(typed, 'NAME')
    const { password } = await makePerson(ctx, name, typed, [])
    return password ? `The account ${name} is there. Its password: ${password}` : `The account ${name} is there.`
  },
}

function close(ctx: Context, accountId: number, typed: Typed): void {
  if (isSet(typed, 'enable')) setDisabled(ctx.db, { accountId, at: null })
  if (!isSet(typed, 'disable')) return
  setDisabled(ctx.db, { accountId, at: ctx.now() })
  revokeAll(ctx, accountId)
}

/** Ends all that is asked beside the password, and everything that speaks for the person. */
function dropSecondStep(ctx: Context, accountId: number): void {
  deleteCodeApp(ctx.db, { accountId })
  deletePasskeysOf(ctx.db, { accountId })
  deleteRecoveryCodes(ctx.db, { accountId })
  revokeAll(ctx, accountId)
}

/** For somebody who lost phone and recovery codes: the password alone opens the account again. */
function leavePasswordAlone(ctx: Context, accountId: number): void {
  if (keyholderById(ctx.db, { accountId })?.passwordHash === '')
    throw new Complaint('This account has a passkey and no password. Use accounts reset-password, which gives it one.')
  dropSecondStep(ctx, accountId)
}

const modify: Command = {
  takes: 'NAME [--add-role R] [--remove-role R] [--disable | --enable] [--disable-2fa]',
  options: { 'add-role': strings, 'remove-role': strings, disable: flag, enable: flag, 'disable-2fa': flag },
  run(ctx, typed) {
    const { id: accountId, username } = personNamed(ctx, word(typed, 'NAME'))
    const added = readRoles(typed, 'add-role')
    const removed = readRoles(typed, 'remove-role')
    ctx.transact(() => {
      const hadOwner = owners(ctx.db).length > 0
      for (const role of added) grantRole(ctx.db, { accountId, role, now: ctx.now() })
      for (const role of removed) revokeRole(ctx.db, { accountId, role })
      if (added.length + removed.length > 0) ctx.emit('rolesChanged', { accountId })
      if (hadOwner && owners(ctx.db).length === 0)
        throw new Complaint('The community would have no owner. Give the role to somebody else first.')
      close(ctx, accountId, typed)
      if (isSet(typed, 'disable-2fa')) leavePasswordAlone(ctx, accountId)
    })
    return `The account ${username} is changed.`
  },
}

const approveCommand: Command = {
  takes: 'NAME',
  run(ctx, typed) {
    const { id, username, joinedAt } = personNamed(ctx, word(typed, 'NAME'))
    if (joinedAt !== null) throw new Complaint(`${username} is a member already.`)
    approve(ctx, undefined, id)
    return `${username} is let in.`
  },
}

const confirm: Command = {
  takes: 'NAME',
  run(ctx, typed) {
    const name = word(typed, 'NAME').replace(/^@/, '')
    const found = registrationByName(ctx.db, { key: name.toLowerCase(), now: ctx.now() })
    if (!found) throw new Complaint(`Nobody called ${name} waits for a confirmation.`)
    const { step } = confirmByHand(ctx, undefined, found.id)
    return step === 'joined' ? `${name} is confirmed and let in.` : `${name} is confirmed and waits for approval.`
  },
}

/** Puts another mail address in place, for an account that was taken together with its own. */
function changeAddress(ctx: Context, accountId: number, email: string): void {
  setAddress(ctx.db, { accountId, email: ctx.vault.seal(email), emailHash: emailHash(ctx, email) })
}

/** Where a link for a new password goes from now on, so that the operator can ask whether that is right. */
function wordOnAddress(ctx: Context, accountId: number): string {
  const sealed = keyholderById(ctx.db, { accountId })?.email
  if (!sealed) return 'The account has no mail address; --email gives it one.'
  return `Links for a new password go to ${ctx.vault.open(sealed)}. Is that another’s? Then say --email with the right one.`
}

/**
 * For somebody who lost every way in, or whose account was taken: whatever opens it besides the new password ends, since
 * a passkey, an app or an address may be another's by now.
 */
const resetPassword: Command = {
  takes: 'NAME [--password P] [--email E] (ends its passkeys, code app and recovery codes too)',
  options: { password: string, email: string },
  async run(ctx, typed) {
    const { id: accountId, username } = personNamed(ctx, word(typed, 'NAME'))
    const email = readEmail(ctx, text(typed, 'email'), accountId)
    const password = text(typed, 'password') ?? newPassword()
    const passwordHash = await hashPassword(password)
    ctx.transact(() => {
      setPassword(ctx.db, { accountId, passwordHash })
      if (email !== undefined) changeAddress(ctx, accountId, email)
      dropSecondStep(ctx, accountId)
    })
    return [
      `${username} is logged out everywhere. Passkeys, the app that shows codes and recovery codes open nothing any more.`,
      wordOnAddress(ctx, accountId),
      `The new password: ${password}`,
    ].join('\n')
  },
}

type Person = ReturnType<typeof everybody>[number]

function stateOf({ suspendedAt, disabledAt, joinedAt }: Person): string {
  if (suspendedAt !== null) return 'suspended'
  if (disabledAt !== null) return 'disabled'
  return joinedAt === null ? 'waiting' : 'active'
}

const list: Command = {
  takes: '[--limit N] [--json]',
  options: { limit: string, json: flag },
  run(ctx, typed) {
    const people = everybody(ctx.db, { before: Number.MAX_SAFE_INTEGER, limit: number(typed, 'limit') ?? 1000 })
    const shown = people.map((row) => ({
      id: String(row.id),
      username: row.username,
      state: stateOf(row),
      roles: row.roles?.split(',') ?? [],
    }))
    if (isSet(typed, 'json')) return JSON.stringify(shown, undefined, 2)
    return shown.map(({ username, state, roles }) => [username, state, ...roles].join('  ')).join('\n')
  },
}

/** Everything that is done to one account. */
export const accountCommands: Record<string, Command> = {
  'accounts create': create,
  'accounts modify': modify,
  'accounts approve': approveCommand,
  'accounts confirm': confirm,
  'accounts reset-password': resetPassword,
  'accounts list': list,
}
