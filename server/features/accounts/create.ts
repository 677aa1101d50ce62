import type { Context } from '../../context.ts'
import { invalidFields } from '../../core/errors.ts'
import { emailHash } from '../../core/mail/address.ts'
import type { Role } from '../../policies/viewer.ts'
import { isOfSomebodyGone } from '../departures/present.ts'
import { grantRole, insertAccount, insertMember, localAccountByName } from './queries.ts'

/** What a new local account starts from. `email` is undefined for accounts that an administrator makes without one. */
export type NewAccount = {
  username: string
  email: string | undefined
  passwordHash: string
  locale: string
  /** Whether the person may take part at once; otherwise they wait for approval. */
  approved: boolean
  reason?: string
  inviteId?: number
  /** Somebody whom nobody here knows: their posts are held to less until they have stood for a while. */
  unknown?: boolean
  /** Whether followers are asked for first, until the person decides otherwise. */
  locked?: boolean
  roles?: readonly Role[]
  /** When the account was made, in ms; now by default. */
  createdAt?: number
  madeUp?: boolean
}

/** The refusal for a name that somebody else has. */
const nameTaken = () =>
  invalidFields({ username: [{ error: 'ERR_TAKEN', description: 'This name is taken. Choose another.' }] })

/**
 * Makes a local account whose mail address is confirmed; call it in a transaction. Tells `accountJoined` when the
 * person may take part at once. Throws 422 when the name is taken.
 */
export function createAccount(ctx: Context, form: NewAccount): number {
  const id = ctx.newId()
  const now = ctx.now()
  const createdAt = form.createdAt ?? now
  const key = form.username.toLowerCase()
  if (localAccountByName(ctx.db, { key }) || isOfSomebodyGone(ctx, key)) throw nameTaken()
  insertAccount(ctx.db, {
    id,
    username: form.username,
    key,
    createdAt,
    joinedAt: form.approved ? createdAt : null,
    madeUp: form.madeUp ? 1 : 0,
    locked: form.locked ? 1 : 0,
  })
  insertMember(ctx.db, {
    accountId: id,
    email: form.email === undefined ? null : ctx.vault.seal(form.email),
    emailHash: form.email === undefined ? null : emailHash(ctx, form.email),
    passwordHash: form.passwordHash,
    confirmedAt: createdAt,
    approvedAt: form.approved ? createdAt : null,
    appliedAt: form.approved ? null : now,
    reason: form.reason ?? '',
    locale: form.locale,
    inviteId: form.inviteId ?? null,
    knownAt: form.unknown ? null : now,
  })
  for (const role of form.roles ?? []) grantRole(ctx.db, { accountId: id, role, now })
  if (form.approved) ctx.emit('accountJoined', { accountId: id })
  return id
}
