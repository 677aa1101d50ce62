import { z } from 'zod'
import { purgeWords } from '../../../../shared/locales/en/purge-letter.ts'
import type { Context } from '../../../context.ts'
import { logAct } from '../../../core/acts/log-act.ts'
import { conflict, notFound } from '../../../core/errors.ts'
import { sendMail } from '../../../core/mail/send.ts'
import { id } from '../../../http/forms.ts'
import { limits } from '../../../limits.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { readSettings } from '../../settings/queries.ts'
import { findCase } from '../cases/claim.ts'
import { checkConflicts, partiesOf } from '../cases/conflicts.ts'
import { actionsOfCase } from '../decide/queries.ts'
import { noteLetter, waysOfPurges } from './queries.ts'

/** Which server is written to, in which case. */
export const purgeLetterForm = z.object({ id, host: z.string().max(260) })

/**
 * Writes to those who run a server that the posts of a case went to: please delete them. It names neither who reported
 * nor whom it is about. Throws 403, 404, 409 for a server whose address is not known, or that was written to lately.
 */
export function sendPurgeLetter(ctx: Context, viewer: Viewer, form: z.infer<typeof purgeLetterForm>): void {
  const { id: caseId, host } = form
  ctx.transact(() => {
    const row = findCase(ctx, viewer, caseId)
    checkConflicts(ctx, viewer.accountId, partiesOf(ctx, row))
    const ids = actionsOfCase(ctx.db, { caseId }).flatMap(({ statusId }) => statusId ?? [])
    const ways = waysOfPurges(ctx.db, { ids: JSON.stringify(ids) }).filter((way) => way.host === host)
    if (ways.length === 0) throw notFound()
    const to = ways.find(({ email }) => email?.includes('@'))?.email
    if (!to) throw conflict('We know no mail address of those who run this server.', { code: 'no_address' })
    const since = ctx.now() - limits.purgeLetterAgain
    if (ways.some(({ letterAt }) => letterAt !== null && letterAt > since)) {
      throw conflict('They were written to in the last days.', { code: 'written' })
    }
    const { name } = readSettings(ctx.db)
    const posts = [...new Set(ways.map(({ uri }) => uri))]
    sendMail(ctx, to, { subject: purgeWords.subject(name), text: purgeWords.text(name, ctx.config.publicUrl, posts) })
    for (const { statusId } of ways) noteLetter(ctx.db, { statusId, host, now: ctx.now() })
    logAct(ctx, { verb: 'letter_sent', byId: viewer.accountId, caseId, detail: { host } })
  })
}
