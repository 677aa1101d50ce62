import { z } from 'zod'
import type { CaseNote } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { openIfOurs } from '../../../core/crypto.ts'
import { notFound } from '../../../core/errors.ts'
import { flag } from '../../../http/forms.ts'
import { limits } from '../../../limits.ts'
import { domainKey } from '../../../policies/domains.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { presentTime } from '../../accounts/present.ts'
import { readPeople } from '../people.ts'
import { insertNote, notesOnServer } from './queries.ts'

/** Which server. */
export const serverForm = z.object({ domain: z.string().max(260) })
/** A note for colleagues, about a server. */
export const serverNoteForm = serverForm.extend({
  text: z.string().trim().min(1).max(limits.moderationNote),
  pinned: flag.default(false),
})

/** A server's name as notes are kept under it. Throws 404 for what is none. */
function keyOf(typed: string): string {
  const domain = domainKey(typed)
  if (domain === '') throw notFound()
  return domain
}

/** What moderators told each other about a server. Throws 404. */
export function readServerNotes(ctx: Context, typed: string): CaseNote[] {
  const rows = notesOnServer(ctx.db, { domain: keyOf(typed), now: ctx.now() })
  const people = readPeople(
    ctx,
    rows.map(({ byId }) => byId),
  )
  return rows.map((row) => ({
    id: String(row.id),
    by: people.get(row.byId ?? 0) ?? null,
    text: openIfOurs(ctx.vault, row.content) ?? '',
    pinned: row.pinned === 1,
    created_at: presentTime(row.createdAt),
  }))
}

/** Notes something about a server for colleagues. Throws 404. */
export function addServerNote(
  ctx: Context,
  { accountId: byId }: Viewer,
  { domain: typed, text, pinned }: z.infer<typeof serverNoteForm>,
): CaseNote[] {
  const now = ctx.now()
  insertNote(ctx.db, {
    ...{ id: ctx.newId(), targetId: null, caseId: null, byId, now },
    domain: keyOf(typed),
    content: ctx.vault.seal(text),
    pinned: pinned ? 1 : 0,
    expiresAt: now + limits.moderationNoteKept,
  })
  return readServerNotes(ctx, typed)
}
