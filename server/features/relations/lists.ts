import type { Account } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import type { Range } from '../../db/range.ts'
import { type Page, page } from '../../http/answer.ts'
import { readPage, type Wish } from '../../http/pages.ts'
import { readRelations } from '../../policies/relations.ts'
import { memberId, type Viewer } from '../../policies/viewer.ts'
import { presentAccounts } from '../accounts/present.ts'
import { accountById } from '../accounts/queries.ts'
import { askersOf, blockedBy, followersOf, followingOf, mutedBy } from './queries.ts'

type Row = { cursor: number; accountId: number }

/** A page of people, one for each row of a relation, whose ids are the cursors; `more` adds to what is shown. */
function readPeople<R extends Row>(
  ctx: Context,
  wish: Wish,
  skeleton: (range: Range) => readonly R[],
  { leaveOut, more }: { leaveOut?: (ids: number[]) => ReadonlySet<number>; more?: (row: R) => object } = {},
): Page {
  return readPage(wish, skeleton, (rows) => {
    const ids = rows.map((row) => row.accountId)
    const accounts = presentAccounts(ctx, ids)
    const left = leaveOut?.(ids)
    return rows.flatMap((row) => {
      const account = accounts.get(row.accountId)
      if (!account || isGone(account) || left?.has(row.accountId)) return []
      return [{ cursor: row.cursor, item: more ? { ...account, ...more(row) } : account }]
    })
  })
}

const isGone = (account: Account) => account.suspended === true

/** In the lists of others, one does not meet people whom one blocks or mutes. */
const shunned = (ctx: Context, viewer: Viewer | undefined, owner: number) => (ids: number[]) => {
  const me = memberId(viewer)
  if (me === undefined || me === owner) return new Set<number>()
  const { blocking, muting } = readRelations(ctx.db, me, ids, ctx.now())
  return new Set([...blocking, ...muting])
}

type Of = Wish & { id: number }

/** Whether somebody keeps whom they follow, and who follows them, to themselves. Throws 404 for nobody. */
function keepsSecret(ctx: Context, viewer: Viewer | undefined, id: number): boolean {
  const account = accountById(ctx.db, { id })
  if (!account || account.joinedAt === null) throw notFound()
  return account.suspendedAt !== null || (account.hideCollections === 1 && memberId(viewer) !== id)
}

const nobody = page([], [], 1)

/** Who follows somebody, the newest first; nobody where they keep that to themselves. */
export function readFollowers(ctx: Context, viewer: Viewer | undefined, wish: Of): Page {
  if (keepsSecret(ctx, viewer, wish.id)) return nobody
  const skeleton = (range: Range) => followersOf(ctx.db, { accountId: wish.id }, range)
  return readPeople(ctx, wish, skeleton, { leaveOut: shunned(ctx, viewer, wish.id) })
}

/** Whom somebody follows, the newest first; nobody where they keep that to themselves. */
export function readFollowing(ctx: Context, viewer: Viewer | undefined, wish: Of): Page {
  if (keepsSecret(ctx, viewer, wish.id)) return nobody
  const skeleton = (range: Range) => followingOf(ctx.db, { accountId: wish.id }, range)
  return readPeople(ctx, wish, skeleton, { leaveOut: shunned(ctx, viewer, wish.id) })
}

/** Who asks to follow oneself. */
export const readAskers = (ctx: Context, { accountId }: Viewer, wish: Wish) =>
  readPeople(ctx, wish, (range) => askersOf(ctx.db, { accountId }, range))

/** Whom one blocks. */
export const readBlocks = (ctx: Context, { accountId }: Viewer, wish: Wish) =>
  readPeople(ctx, wish, (range) => blockedBy(ctx.db, { accountId }, range))

/** Whom one mutes, each with the end of the mute. */
export const readMutes = (ctx: Context, { accountId }: Viewer, wish: Wish) =>
  readPeople(ctx, wish, (range) => mutedBy(ctx.db, { accountId, now: ctx.now() }, range), {
    more: ({ expiresAt }) => ({ mute_expires_at: expiresAt === null ? null : new Date(expiresAt).toISOString() }),
  })
