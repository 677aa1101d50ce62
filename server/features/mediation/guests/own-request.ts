import type { Request } from 'express'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { conflict, invalidFields, notFound } from '../../../core/errors.ts'
import { ourHost } from '../../accounts/present.ts'
import { localAccountByName } from '../../accounts/queries.ts'
import { readSettings } from '../../settings/queries.ts'
import { actFrom } from '../act.ts'
import { findGuestSeat } from './guest.ts'
import { beginAsked, casesAsked, goesOn } from './own-case.ts'
import { moveVisit } from './queries.ts'
import { findVisit } from './visit.ts'

/** Whom it is about: a member's name here, their whole address, or that of their profile. */
export const aboutForm = z.object({ handle: z.string().trim().min(1).max(500) })

function memberCalled(ctx: Context, handle: string): number {
  const host = ourHost(ctx)
  const inAddress = new RegExp(`^https?://${RegExp.escape(host)}/@([^/@\\s]+)/?$`, 'i').exec(handle)?.[1]
  const [name = '', server = host] = (inAddress ?? handle.replace(/^@/, '')).split('@')
  const found = server.toLowerCase() === host ? localAccountByName(ctx.db, { key: name.toLowerCase() }) : undefined
  if (found && found.joinedAt !== null) return found.id
  const description = 'Nobody here has this name. Write a member’s name as it stands on their page.'
  throw invalidFields({ handle: [{ error: 'ERR_INVALID', description }] })
}

/** Names the member whom a guest’s request is about. Throws 422 for a name that nobody here has. */
export function nameOther(ctx: Context, request: Request, { handle }: z.infer<typeof aboutForm>): void {
  const seat = findGuestSeat(ctx, request)
  actFrom(ctx, seat, { verb: 'save', account_id: String(memberCalled(ctx, handle)), status_ids: [] })
}

/** Begins another request once a guest’s own is over. Throws 404 where the house takes none, 409 while one goes on. */
export function askAgain(ctx: Context, request: Request): void {
  const { role, viewer } = findGuestSeat(ctx, request)
  if (role !== 'a' || viewer.accountId === 0 || !readSettings(ctx.db).mediationFromElsewhere) throw notFound()
  const isBusy = casesAsked(ctx, viewer.accountId).some((one) => goesOn(one) || one.now.state === 'diverted')
  if (isBusy) throw conflict('You have a request that is not over yet.')
  const { tokenHash } = findVisit(ctx, request)
  ctx.transact(() => moveVisit(ctx.db, { tokenHash, caseId: beginAsked(ctx, viewer.accountId) }))
}
