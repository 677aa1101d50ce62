import type { MediationRole } from '../../../shared/api/mediation.ts'
import { mediationLetter } from '../../../shared/locales/en/mediation-letter.ts'
import type { Context } from '../../context.ts'
import { MINUTE } from '../../core/clock.ts'
import { sendMail } from '../../core/mail/send.ts'
import type { Worker } from '../../core/queue/worker.ts'
import { afterQuiet } from '../../core/quiet.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import { keyholderById } from '../sessions/queries.ts'
import { readSettings } from '../settings/queries.ts'
import type { Loaded } from './cases.ts'
import { readCast } from './cast.ts'
import { noteMailed } from './choices/change.ts'
import { readChoices } from './choices/read.ts'
import { gather } from './digest.ts'
import { isElsewhere } from './guests/way-in.ts'

/** Every notice is of the same thing, so that no two rows of a copied database show who is in a case with whom. */
const NO_REF = 0

/** Tells one member that something waits: a notice, and a mail where they want one; who mediates gets a digest. */
export function tellMember(ctx: Context, accountId: number, mediates = false): void {
  // somebody of another server is written to once in all, and never reminded
  if (isElsewhere(ctx, accountId)) return
  ctx.emit('noticeGiven', { accountId, kind: 'mediation', ref: NO_REF })
  if (!readChoices(ctx, accountId).mail) return
  if (mediates) gather(ctx, accountId)
  else ctx.queue.add('mediationMail', { who: ctx.vault.seal(String(accountId)).toString('base64') })
}

/** Tells people of a case by their roles; inside a transaction. */
export function tell(ctx: Context, loaded: Loaded, roles: readonly MediationRole[]): void {
  const cast = readCast(ctx, loaded)
  if (!cast) return
  // who is only asked about, and does not know of it, is told nothing
  const isNamedOnly = (role: MediationRole) => role === 'co_mediator' && loaded.now.co?.stands === 'asked'
  const peopleOf = (some: readonly MediationRole[]) =>
    new Set(some.flatMap((role) => (role === 'coordinator' || isNamedOnly(role) ? [] : (cast[role] ?? []))))
  const mediates = (role: MediationRole) => role === 'mediator' || role === 'co_mediator'
  for (const accountId of peopleOf(roles.filter((role) => !mediates(role)))) tellMember(ctx, accountId)
  for (const accountId of peopleOf(roles.filter(mediates))) tellMember(ctx, accountId, true)
}

/** Writes to somebody that a message waits, without a name or a subject; never twice in two days, never when it is quiet. */
export const mediationMail: Worker<Context, Jobs['mediationMail']> = {
  run(ctx, { who }) {
    const accountId = Number(ctx.vault.open(Buffer.from(who, 'base64')))
    const choices = readChoices(ctx, accountId)
    const person = keyholderById(ctx.db, { accountId })
    if (!choices.mail || !person?.email || person.suspendedAt !== null || person.disabledAt !== null) return
    const wait = choices.mailedAt + limits.mediationMail - ctx.now()
    // what comes a little early waits; everything else is said by the mail before it
    if (wait > MINUTE) return
    const at = afterQuiet(choices, ctx.now() + Math.max(wait, 0))
    if (at > ctx.now()) return ctx.queue.add('mediationMail', { who }, { at })
    const letter = mediationLetter(readSettings(ctx.db).name, `${ctx.config.publicUrl}/inbox`)
    const address = ctx.vault.open(person.email)
    ctx.transact(() => {
      sendMail(ctx, address, letter)
      noteMailed(ctx, accountId)
    })
  },
}
