import { emailHash } from '../core/mail/address.ts'
import { mailsTo, newestMails } from '../core/mail/queries.ts'
import { presentMail } from '../features/mail/present.ts'
import { tryMail } from '../features/mail/try-out.ts'
import { type Command, Complaint, isSet, needed, number, text } from './command.ts'

const string = { type: 'string' } as const

const list: Command = {
  takes: '[--to ADDRESS] [--limit N] [--json]',
  options: { to: string, limit: string, json: { type: 'boolean' } },
  run(ctx, typed) {
    const to = text(typed, 'to')
    const limit = number(typed, 'limit') ?? 100
    const rows = to
      ? mailsTo(ctx.db, { hash: emailHash(ctx, to), limit })
      : newestMails(ctx.db, { before: Number.MAX_SAFE_INTEGER, limit })
    const mails = rows.map((row) => presentMail(ctx, row))
    if (isSet(typed, 'json')) return JSON.stringify(mails, undefined, 2)
    if (mails.length === 0) return 'There are no mails.'
    return mails
      .map((mail) => [mail.created_at, mail.state, mail.to, mail.subject, ...mail.links].join('  '))
      .join('\n')
  },
}

const tryOut: Command = {
  takes: '--to ADDRESS [--url smtps://…]',
  options: { to: string, url: string },
  async run(ctx, typed) {
    const { accepted, answer } = await tryMail(ctx, { to: needed(typed, 'to'), url: text(typed, 'url') })
    if (!accepted) throw new Complaint(`Not accepted: ${answer}`)
    return `Accepted: ${answer}`
  },
}

/** What mail was sent, and whether mail can be sent. */
export const mailCommands: Record<string, Command> = { 'mail list': list, 'mail test': tryOut }
