import type { z } from 'zod'
import type { RuleComment } from '../../../shared/api/rules.ts'
import { formatText } from '../../../shared/text/format.ts'
import type { Context } from '../../context.ts'
import { conflict, notFound } from '../../core/errors.ts'
import type { Page } from '../../http/answer.ts'
import { type Entry, readPage, type Wish } from '../../http/pages.ts'
import { readRelations } from '../../policies/relations.ts'
import { may } from '../../policies/roles.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentAccounts } from '../accounts/present.ts'
import { confirmBy } from '../rules/present.ts'
import { type RuleSetRow, ruleSetByVersion } from '../rules/queries.ts'
import type { commentForm } from './forms.ts'
import { type CommentRow, commentById, commentsOf, deleteComment, insertComment } from './queries.ts'

function readVersion(ctx: Context, version: number): RuleSetRow {
  const set = ruleSetByVersion(ctx.db, { version })
  if (!set) throw notFound('There is no such version of the rules.')
  return set
}

function presentComments(ctx: Context, viewer: Viewer, rows: readonly CommentRow[]): Entry[] {
  const authors = rows.map((row) => row.accountId)
  const accounts = presentAccounts(ctx, authors)
  const { blocking, blockedBy, muting } = readRelations(ctx.db, viewer.accountId, authors, ctx.now())
  return rows.flatMap(({ cursor, accountId, text, createdAt }) => {
    const account = accounts.get(accountId)
    const hidden = blocking.has(accountId) || blockedBy.has(accountId) || muting.has(accountId)
    if (!account || account.suspended || hidden) return []
    const item: RuleComment = {
      id: String(cursor),
      text_html: formatText(text),
      created_at: new Date(createdAt).toISOString(),
      account,
      mine: mayDelete(viewer, accountId),
    }
    return [{ cursor, item }]
  })
}

/** Whoever wrote a comment may take it away, and so may those who keep the peace. */
const mayDelete = (viewer: Viewer, accountId: number) => viewer.accountId === accountId || may(viewer, 'people')

/** What members said about a change, the newest first, but nobody's whom one has blocked or muted. Throws 404. */
export function listComments(ctx: Context, viewer: Viewer, version: number, wish: Wish): Page {
  readVersion(ctx, version)
  return readPage(
    wish,
    (range) => commentsOf(ctx.db, { version }, range),
    (rows) => presentComments(ctx, viewer, rows),
  )
}

/** Says something about a change while it can still be another one. Throws 404, 409 afterwards. */
export function postComment(ctx: Context, viewer: Viewer, { version, text }: z.infer<typeof commentForm>): unknown {
  return ctx.transact(() => {
    const set = readVersion(ctx, version)
    if (set.state !== 'announced' && confirmBy(set) === null) {
      throw conflict('This version is not open for comments any more.', { code: 'comments_closed' })
    }
    const row = { cursor: ctx.newId(), accountId: viewer.accountId, text, createdAt: ctx.now() }
    insertComment(ctx.db, { id: row.cursor, version, accountId: row.accountId, text, now: row.createdAt })
    return presentComments(ctx, viewer, [row])[0]?.item
  })
}

/** Takes a comment away, for good. Throws 404, also for somebody else's. */
export function removeComment(ctx: Context, viewer: Viewer, id: number): object {
  return ctx.transact(() => {
    const found = commentById(ctx.db, { id })
    if (!found || !mayDelete(viewer, found.accountId)) throw notFound()
    deleteComment(ctx.db, { id })
    return {}
  })
}
