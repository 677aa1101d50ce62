import type { Device } from '../../../shared/api/account.ts'
import type { Context } from '../../context.ts'
import { hashSecret, sameBytes } from '../../core/crypto.ts'
import { notFound } from '../../core/errors.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { deleteSessionById, deleteSessionsOf, sessionsOf } from './queries.ts'

/** The browsers in which somebody is logged in, the last used first; `secret` is the session's that asks. */
export function presentDevices(ctx: Context, { accountId }: Viewer, secret = ''): Device[] {
  const own = hashSecret(secret)
  return sessionsOf(ctx.db, { accountId, now: ctx.now() }).map(({ id, hash, device, createdAt, usedAt }) => ({
    id: String(id),
    device,
    current: sameBytes(hash, own),
    created_at: new Date(createdAt).toISOString(),
    used_at: new Date(usedAt).toISOString(),
  }))
}

/** Logs one of one's own browsers out. Throws 404 for another person's. */
export function endDevice(ctx: Context, { accountId }: Viewer, id: number): void {
  if (deleteSessionById(ctx.db, { id, accountId }) === 0) throw notFound('You are not logged in there any more.')
}

/** Logs every browser of one's own out but the one that asks. */
export function endOtherDevices(ctx: Context, { accountId }: Viewer, secret = ''): void {
  deleteSessionsOf(ctx.db, { accountId, except: hashSecret(secret) })
}
