import type { Context } from '../../context.ts'
import { deleteMails, mailsUntil } from '../../core/mail/queries.ts'
import { limits } from '../../limits.ts'
import { removeFromOutbox } from './outbox.ts'

const AT_ONCE = 500

/** Forgets mails past their days, and their files. */
export function sweepMails(ctx: Context): void {
  const until = ctx.now() - limits.mailKept
  for (;;) {
    const ids = mailsUntil(ctx.db, { until, limit: AT_ONCE }).map(({ id }) => id)
    removeFromOutbox(ctx, ids)
    if (ids.length > 0) deleteMails(ctx.db, ids)
    if (ids.length < AT_ONCE) return
  }
}
