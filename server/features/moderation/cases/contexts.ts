import type { CaseContext, CasePost } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { limits } from '../../../limits.ts'
import { presentTime } from '../../accounts/present.ts'
import { statusesByIds } from '../../statuses/queries.ts'
import type { ActionRow } from '../decide/queries.ts'
import { readPeople } from '../people.ts'
import { postsOfReports, type ReportRow } from '../reports/queries.ts'
import { threadAround } from './queries.ts'

function around(ctx: Context, threadId: number, id: number): Omit<CaseContext, 'status_id' | 'gone'> {
  const rows = threadAround(ctx.db, { threadId, id })
  const people = readPeople(
    ctx,
    rows.map(({ accountId }) => accountId),
  )
  const posts = rows.flatMap((row): CasePost[] => {
    const author = people.get(row.accountId)
    if (!author) return []
    const { text, spoilerText, createdAt, hiddenAt } = row
    const said = { text, spoiler_text: spoilerText, created_at: presentTime(createdAt) }
    return [{ id: String(row.id), author, ...said, hidden: hiddenAt !== null }]
  })
  const at = posts.findIndex((post) => post.id === String(id))
  return { before: posts.slice(0, Math.max(0, at)), post: posts[at] ?? null, after: posts.slice(at + 1) }
}

/** The posts that a case is about, each in its place in its conversation: what stood before it and what came after. */
export function readContexts(
  ctx: Context,
  { reports, actions }: { reports: readonly ReportRow[]; actions: readonly ActionRow[] },
): CaseContext[] {
  const named = postsOfReports(ctx.db, { ids: JSON.stringify(reports.map(({ cursor }) => cursor)) })
  const ids = [...named.map(({ statusId }) => statusId), ...actions.flatMap(({ statusId }) => statusId ?? [])]
  const wanted = [...new Set(ids)].slice(0, limits.reportPosts)
  const rows = new Map(statusesByIds(ctx.db, { ids: JSON.stringify(wanted) }).map((row) => [row.id, row]))
  const deleted = actions.filter(({ kind, overAt }) => kind === 'delete' && overAt === null)
  return wanted.map((id): CaseContext => {
    const row = rows.get(id)
    if (row) return { status_id: String(id), gone: null, ...around(ctx, row.threadId, id) }
    const gone = deleted.some(({ statusId }) => statusId === id) ? 'moderators' : 'author'
    return { status_id: String(id), gone, before: [], post: null, after: [] }
  })
}
