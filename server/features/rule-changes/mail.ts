import { formatDate } from '../../../shared/text/figures.ts'
import type { Context } from '../../context.ts'
import { type Letter, sendMail } from '../../core/mail/send.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import { type RuleSetRow, ruleSetByVersion } from '../rules/queries.ts'
import { readSettings } from '../settings/queries.ts'
import { announcedLetter, emergencyLetter } from './letters.ts'
import { membersWithMail } from './queries.ts'

function letterFor(ctx: Context, set: RuleSetRow): Letter {
  const { name } = readSettings(ctx.db)
  const link = `${ctx.config.publicUrl}/rules/${set.version}`
  if (set.emergency === 1) return emergencyLetter(name, set.summary, link)
  return announcedLetter(name, formatDate(set.effectiveAt ?? 0), set.summary, link)
}

/** Mails members of a material change, some at a time; nobody is mailed of one that was withdrawn or lapsed meanwhile. */
export const mailRules: Worker<Context, Jobs['mailRules']> = {
  run: (ctx, { version, announcedAt, after }) =>
    ctx.transact(() => {
      const set = ruleSetByVersion(ctx.db, { version })
      if (set?.announcedAt !== announcedAt || set.lapsedAt !== null) return
      const members = membersWithMail(ctx.db, { after, limit: limits.rulesMailChunk })
      const letter = letterFor(ctx, set)
      for (const { email } of members) if (email) sendMail(ctx, ctx.vault.open(email), letter)
      const last = members.at(-1)?.accountId
      if (last === undefined || members.length < limits.rulesMailChunk) return
      ctx.queue.add('mailRules', { version, announcedAt, after: last })
    }),
}
