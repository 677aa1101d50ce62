import { z } from 'zod'
import type { Alias, Moved } from '../../../shared/api/elsewhere.ts'
import type { Context } from '../../context.ts'
import { conflict, invalidFields, notFound } from '../../core/errors.ts'
import { accountById } from '../../features/accounts/queries.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { aliasesOf, endMove, knownAs, lastMoveOf, moveOf, putAlias, putMove, removeAlias } from './queries.ts'

/** An account elsewhere, by its handle or its address. */
export const handleForm = z.object({ acct: z.string().trim().min(1).max(500) })

/** What the other room does here: `fresh` asks anew what is known already. */
export type Finding = {
  resolve(ctx: Context, asked: string): Promise<{ accountId?: number }>
  /** The address of a member of ours, as other servers know it. */
  actorUri(ctx: Context, accountId: number): string
  refresh(ctx: Context, uri: string): Promise<unknown>
}

const refuse = (description: string) => invalidFields({ acct: [{ error: 'ERR_INVALID', description }] })

async function findElsewhere(ctx: Context, ways: Finding, typed: string) {
  const asked = /^@?[^@\s/]+@[^@\s/]+$/.test(typed) ? `@${typed.replace(/^@/, '')}` : typed
  const { accountId } = await ways.resolve(ctx, asked)
  const found = accountId === undefined ? undefined : accountById(ctx.db, { id: accountId })
  if (!found?.uri || found.domain === null) {
    throw refuse('Nobody was found there. Write the whole handle, such as @name@server.example.')
  }
  return { id: found.id, uri: found.uri, acct: `${found.username}@${found.domain}` }
}

/** The accounts elsewhere that one says are also oneself. */
export const readAliases = (ctx: Context, { accountId }: Viewer): Alias[] => aliasesOf(ctx.db, { accountId })

/** Says that an account elsewhere is also oneself, so that it may move here. Throws 422. */
export async function addAlias(
  ctx: Context,
  viewer: Viewer,
  { ways, acct: typed }: { ways: Finding; acct: string },
): Promise<Alias[]> {
  const { accountId } = viewer
  const { uri, acct } = await findElsewhere(ctx, ways, typed)
  return ctx.transact(() => {
    if (aliasesOf(ctx.db, { accountId }).length >= limits.aliases) {
      throw refuse(`More than ${limits.aliases} accounts cannot be named.`)
    }
    putAlias(ctx.db, { accountId, uri, acct, now: ctx.now() })
    ctx.emit('namesDeclared', { accountId, names: [uri] })
    ctx.emit('profileChanged', { accountId })
    return readAliases(ctx, viewer)
  })
}

/** Says so no longer. Throws 404. */
export function dropAlias(ctx: Context, { accountId }: Viewer, uri: string): void {
  ctx.transact(() => {
    if (removeAlias(ctx.db, { accountId, uri }) === 0) throw notFound()
    ctx.emit('profileChanged', { accountId })
  })
}

/** Where one moved to; nothing for who did not. */
export function readMove(ctx: Context, accountId: number): Moved | null {
  const row = moveOf(ctx.db, { accountId })
  if (!row) return null
  const acct = row.domain === null ? row.username : `${row.username}@${row.domain}`
  return { acct, uri: row.uri ?? '', moved_at: new Date(row.movedAt).toISOString() }
}

/**
 * Moves one's followers to an account elsewhere that says it is the same person; the profile here says where to. Throws
 * 422 where that account does not say so, 409 for another move within a month.
 */
export async function move(
  ctx: Context,
  { accountId }: Viewer,
  { ways, acct }: { ways: Finding; acct: string },
): Promise<Moved | null> {
  const before = lastMoveOf(ctx.db, { accountId })
  if (before && before.movedAt > ctx.now() - limits.moveRest) {
    throw conflict('Followers can be moved once in 30 days.')
  }
  const target = await findElsewhere(ctx, ways, acct)
  await ways.refresh(ctx, target.uri)
  const others: unknown = JSON.parse(knownAs(ctx.db, { id: target.id })?.alsoKnownAs ?? '[]')
  if (!Array.isArray(others) || !others.includes(ways.actorUri(ctx, accountId))) {
    throw refuse('That account does not say yet that it is also you. Name this account there first, as an alias.')
  }
  return ctx.transact(() => {
    putMove(ctx.db, { accountId, targetId: target.id, now: ctx.now() })
    ctx.emit('accountMoved', { accountId, targetId: target.id })
    ctx.emit('profileChanged', { accountId })
    return readMove(ctx, accountId)
  })
}

/** Takes the notice away that one moved; followers who went stay where they are. Throws 404. */
export function stay(ctx: Context, { accountId }: Viewer): void {
  ctx.transact(() => {
    if (endMove(ctx.db, { accountId, now: ctx.now() }) === 0) throw notFound()
    ctx.emit('profileChanged', { accountId })
  })
}
