import { mediatorDigest } from '../../../shared/locales/en/mediation-letter.ts'
import type { Context } from '../../context.ts'
import { HOUR, MINUTE } from '../../core/clock.ts'
import { sendMail } from '../../core/mail/send.ts'
import type { Worker } from '../../core/queue/worker.ts'
import { afterQuiet } from '../../core/quiet.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import { unreadOfKind } from '../notices/queries.ts'
import { keyholderById } from '../sessions/queries.ts'
import { readSettings } from '../settings/queries.ts'
import { nameOf, readCase } from './cases.ts'
import { noteMailed } from './choices/change.ts'
import { readChoices } from './choices/read.ts'
import { casesInStates } from './queries.ts'
import { needsYou } from './standing.ts'

const led = JSON.stringify(['matching', 'opening', 'active', 'signing', 'follow_up'])

/** In how many of the cases that somebody leads, or is asked to lead, something waits for them. */
const countLed = (ctx: Context, accountId: number): number =>
  (['mediator', 'co_mediator'] as const)
    .flatMap((role) =>
      casesInStates(ctx.db, { who: nameOf(ctx, accountId), role, states: led }).map((row) => ({ role, row })),
    )
    .filter(({ role, row }) => needsYou(readCase(row).now, role)).length

/** When the next digest may go: a few hours gather, and two days lie between two mails. */
const nextAt = (ctx: Context, accountId: number): number => {
  const choices = readChoices(ctx, accountId)
  const at = Math.max(ctx.now() + limits.mediatorDigest, choices.mailedAt + limits.mediationMail)
  return afterQuiet(choices, Math.ceil(at / HOUR) * HOUR)
}

/** Lets one mail gather what waits for a mediator; what is added before it goes is in it. */
export function gather(ctx: Context, accountId: number): void {
  const at = nextAt(ctx, accountId)
  const who = ctx.vault.seal(String(accountId)).toString('base64')
  const once = `digest:${ctx.vault.fingerprint('mediatorDigest', String(accountId)).toString('hex')}:${at}`
  ctx.queue.add('mediatorDigest', { who }, { at, once })
}

/** Writes to a mediator how much waits; nothing where they have seen it all, and later where a mail went out since. */
export const sendDigest: Worker<Context, Jobs['mediatorDigest']> = {
  run(ctx, { who }) {
    const accountId = Number(ctx.vault.open(Buffer.from(who, 'base64')))
    const choices = readChoices(ctx, accountId)
    const person = keyholderById(ctx.db, { accountId })
    if (!choices.mail || !person?.email || person.suspendedAt !== null || person.disabledAt !== null) return
    const waiting = countLed(ctx, accountId)
    const isNew = unreadOfKind(ctx.db, { me: accountId, kind: 'mediation' }) !== undefined
    if (waiting === 0 && !isNew) return
    const at = afterQuiet(choices, Math.max(ctx.now(), choices.mailedAt + limits.mediationMail))
    if (at > ctx.now() + MINUTE) return gather(ctx, accountId)
    const letter = mediatorDigest(readSettings(ctx.db).name, `${ctx.config.publicUrl}/inbox`, Math.max(waiting, 1))
    const address = ctx.vault.open(person.email)
    ctx.transact(() => {
      sendMail(ctx, address, letter)
      noteMailed(ctx, accountId)
    })
  },
}
