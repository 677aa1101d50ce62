import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { type Letter, sendMail } from '../../core/mail/send.ts'
import { limits } from '../../limits.ts'
import { setJoined } from '../accounts/queries.ts'
import { markRefused, setExpiry, setKnown } from '../onboarding/queries.ts'
import { readSettings } from '../settings/queries.ts'
import { approvedLetter, refusedLetter } from './letters.ts'
import { approveMember, deleteAccount, type PersonRow, personById } from './queries.ts'

function applicant(ctx: Context, accountId: number): PersonRow {
  const found = personById(ctx.db, accountId)
  if (!found || found.approvedAt !== null) throw notFound('Nobody with this id waits for approval.')
  return found
}

function tell(ctx: Context, { email }: PersonRow, letter: Letter): void {
  if (email) sendMail(ctx, ctx.vault.open(email), letter)
}

/** Lets an applicant in, and mails so. Throws 404 when nobody of that id waits. */
export function approve(ctx: Context, by: number | undefined, accountId: number): void {
  ctx.transact(() => {
    const person = applicant(ctx, accountId)
    const now = ctx.now()
    approveMember(ctx.db, { accountId, now })
    setJoined(ctx.db, { accountId, now })
    setExpiry(ctx.db, { accountId, expiresAt: now + limits.joinedKept })
    ctx.emit('accountJoined', { accountId })
    ctx.emit('staffActed', { accountId: by, action: 'people.approve', subject: 'account', subjectId: accountId })
    tell(ctx, person, approvedLetter(readSettings(ctx.db).name, person.username, `${ctx.config.publicUrl}/home`))
  })
  ctx.log.info({ by, account: accountId }, 'application approved')
}

/** Refuses an applicant, mails so, and deletes the account; their answer is kept 14 days. Throws 404. */
export function refuse(ctx: Context, by: number | undefined, accountId: number): void {
  ctx.transact(() => {
    const person = applicant(ctx, accountId)
    const now = ctx.now()
    const { name, contactEmail } = readSettings(ctx.db)
    markRefused(ctx.db, { accountId, now, expiresAt: now + limits.refusedKept })
    tell(ctx, person, refusedLetter(name, person.username, contactEmail))
    ctx.emit('staffActed', { accountId: by, action: 'people.refuse', subject: 'account', label: person.username })
    ctx.emit('accountRemoved', { accountId })
    deleteAccount(ctx.db, { id: accountId })
  })
  ctx.log.info({ by, account: accountId }, 'application refused')
}

/** Vouches for somebody new, whose posts may carry links, pictures and strangers' names from now on. Throws 404. */
export function vouch(ctx: Context, by: number | undefined, accountId: number): void {
  const found = personById(ctx.db, accountId)
  if (!found || found.joinedAt === null) throw notFound('Nobody here has this id.')
  ctx.transact(() => {
    setKnown(ctx.db, { accountId, now: ctx.now() })
    ctx.emit('staffActed', { accountId: by, action: 'people.vouch', subject: 'account', subjectId: accountId })
  })
  ctx.log.info({ by, account: accountId }, 'vouched for')
}
