import type { Context } from '../../context.ts'
import { MINUTE } from '../../core/clock.ts'
import { type MailRow, mailById, noteTry } from '../../core/mail/queries.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Jobs } from '../../job-payloads.ts'
import { lookAgainAt } from '../../policies/panic.ts'
import { writeToOutbox } from './outbox.ts'
import { openMail } from './present.ts'
import { handOver, type Message, type Outcome } from './smtp.ts'
import { ownHost, readWay } from './way.ts'

/** Minutes until the next try: quick at first, for servers that put strangers off once, then for two days. */
const waits = [1, 5, 15, 30, 60, 120, 240, 360, 360, 360, 360, 360, 360, 360]

/** A mail could not be handed over yet; the queue tries again. */
class Deferred extends Error {
  override name = 'Deferred'
}

const retryIn = (attempts: number) => {
  const wait = waits[attempts - 1]
  return wait === undefined ? undefined : wait * MINUTE
}

function toMessage(ctx: Context, mail: MailRow, from: Message['from']): Message {
  const { to, subject, text } = openMail(ctx, mail)
  return { id: `${mail.id}@${ownHost(ctx)}`, date: new Date(mail.createdAt), from, to, letter: { subject, text } }
}

function settle(ctx: Context, mailId: number, { kind, answer }: Outcome, lastTry: boolean): void {
  const state = kind !== 'deferred' ? kind : lastTry ? 'refused' : 'waiting'
  ctx.transact(() => {
    noteTry(ctx.db, { id: mailId, state, answer, settledAt: ctx.now() })
    if (state !== 'waiting') ctx.emit('mailSettled', { mailId })
  })
  if (kind !== 'accepted') ctx.log.info({ mail: mailId, state }, 'mail not accepted')
  if (state === 'waiting') throw new Deferred()
}

/** Sends one mail, or writes it as a file where the community sends none. */
export const deliverMail: Worker<Context, Jobs['deliverMail']> = {
  retryIn,
  async run(ctx, { mailId }, attempts) {
    const mail = mailById(ctx.db, { id: mailId })
    if (mail?.state !== 'waiting') return
    const at = lookAgainAt(ctx.db, 'stop_mail', ctx.now())
    if (at !== undefined) return ctx.queue.add('deliverMail', { mailId }, { at })
    const way = readWay(ctx)
    const message = toMessage(ctx, mail, way.from)
    if (way.kind === 'smtp') {
      const outcome = await handOver(way.url, ownHost(ctx), message)
      return settle(ctx, mailId, outcome, retryIn(attempts + 1) === undefined)
    }
    await writeToOutbox(ctx, mailId, message)
    noteTry(ctx.db, { id: mailId, state: 'file', answer: null, settledAt: ctx.now() })
  },
}
