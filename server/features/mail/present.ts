import { z } from 'zod'
import type { MailState } from '../../../shared/api/community.ts'
import type { Context } from '../../context.ts'
import type { MailRow } from '../../core/mail/queries.ts'

const letterShape = z.object({ subject: z.string(), text: z.string() })

const iso = (time: number | null) => (time === null ? null : new Date(time).toISOString())

/** What became of a mail, for the person who waits for it; `none` when there is no such mail any more. */
export function presentMailState(mail: MailRow | undefined): MailState {
  if (!mail) return { state: 'none', answer: null, at: null, attempts: 0 }
  const { state, answer, attempts, settledAt, createdAt } = mail
  return { state, answer, at: iso(settledAt ?? createdAt), attempts }
}

/** A mail opened: to whom and what it says. */
export function openMail(ctx: Context, mail: MailRow) {
  const { subject, text } = letterShape.parse(JSON.parse(ctx.vault.open(mail.content)))
  return { to: ctx.vault.open(mail.recipient), subject, text }
}

/** A mail for the operator's eyes, with the links in it apart. */
export function presentMail(ctx: Context, mail: MailRow) {
  const { to, subject, text } = openMail(ctx, mail)
  const links = text.match(/https?:\/\/\S+/g) ?? []
  return { to, subject, text, links, state: mail.state, answer: mail.answer, created_at: iso(mail.createdAt) }
}
