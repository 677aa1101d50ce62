import { z } from 'zod'
import type { LogEntry } from '../../../shared/api/staff.ts'
import type { Context } from '../../context.ts'
import { page } from '../../http/answer.ts'
import { cursors, id } from '../../http/forms.ts'
import { get, type Route } from '../../http/route.ts'
import { presentTime } from '../accounts/present.ts'
import { accountsByIds } from '../accounts/queries.ts'
import { type EntryRow, entriesAbout, entriesBy, entriesOf, newestEntries } from './queries.ts'

const PAGE = 60

const form = z.object({
  ...cursors,
  by: id.optional(),
  action: z.string().max(60).optional(),
  subject_id: id.optional(),
})

function readRows(ctx: Context, wish: z.infer<typeof form>): EntryRow[] {
  const range = { before: wish.max_id ?? Number.MAX_SAFE_INTEGER, limit: PAGE }
  if (wish.by !== undefined) return entriesBy(ctx.db, { ...range, accountId: wish.by })
  if (wish.subject_id !== undefined) {
    return entriesAbout(ctx.db, { ...range, subject: 'account', subjectId: wish.subject_id })
  }
  return wish.action ? entriesOf(ctx.db, { ...range, action: wish.action }) : newestEntries(ctx.db, range)
}

function present(ctx: Context, rows: readonly EntryRow[]): LogEntry[] {
  const people = rows.flatMap((row) => [row.accountId, row.subject === 'account' ? row.subjectId : null])
  const ids = JSON.stringify([...new Set(people.filter((one) => one !== null))])
  const names = new Map(accountsByIds(ctx.db, { ids }).map((account) => [account.id, account.username]))
  return rows.map((row) => ({
    id: String(row.id),
    at: presentTime(row.createdAt),
    by: row.accountId === null ? null : (names.get(row.accountId) ?? null),
    action: row.action,
    subject: row.subject,
    label: row.label || (row.subject === 'account' ? (names.get(row.subjectId ?? 0) ?? '') : ''),
    detail: JSON.parse(row.detail),
  }))
}

/** What those who run the community did, for admins and stewards. */
export const staffLogRoutes: readonly Route[] = [
  get(
    '/api/community/v1/admin/log',
    { access: 'member', may: 'audit_read', form, summary: 'What those who run the community did, newest first.' },
    (ctx, { form: wish }) => {
      const rows = readRows(ctx, wish)
      return page(
        present(ctx, rows),
        rows.map((row) => row.id),
        PAGE,
      )
    },
  ),
]
