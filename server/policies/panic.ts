import { z } from 'zod'
import type { PanicKind } from '../../shared/api/panic.ts'
import { forbidden } from '../core/errors.ts'
import type { Db } from '../db/open.ts'
import { one } from '../db/sql.ts'
import { limits } from '../limits.ts'
import { memberId, type Viewer } from './viewer.ts'

const switchOf = one(
  z.object({ endsAt: z.int() }),
  `SELECT ends_at AS endsAt FROM panic_switches WHERE kind = @kind AND ended_at IS NULL`,
)

/** Until when (ms) a switch for bad hours holds; undefined while it is off. */
function heldUntil(db: Db, kind: PanicKind, now: number): number | undefined {
  const found = switchOf(db, { kind })
  return found && found.endsAt > now ? found.endsAt : undefined
}

/** When (ms) what a switch holds back is to look again, as it may be turned off before its time; undefined while it is off. */
export function lookAgainAt(db: Db, kind: PanicKind, now: number): number | undefined {
  const until = heldUntil(db, kind, now)
  return until === undefined ? undefined : Math.min(until, now + limits.panicLook)
}

/** Whether a switch for bad hours is on. */
export const isHeld = (db: Db, kind: PanicKind, now: number): boolean => heldUntil(db, kind, now) !== undefined

/** Whether somebody sees no lists of posts and hashtags: a visitor, while they are for members alone. */
export const seesNoLists = (db: Db, viewer: Viewer | undefined, now: number): boolean =>
  memberId(viewer) === undefined && isHeld(db, 'hide_local', now)

/** Refuses (403) pictures while none are taken. */
export function checkPictures(db: Db, now: number): void {
  if (!isHeld(db, 'no_media', now)) return
  throw forbidden('No pictures can be posted at the moment. Posts without pictures go through.', { code: 'no_media' })
}

const isAllowed = one(
  z.object({ id: z.int() }),
  `SELECT id FROM domain_allows WHERE domain IN (SELECT value FROM json_each(@domains))`,
)

/** Whether nothing is taken from a server for now: the pause is on, and it is not one of those that are allowed. */
export function isInboundPaused(db: Db, host: string, now: number): boolean {
  if (!isHeld(db, 'pause_inbound', now)) return false
  const labels = host.replace(/:\d+$/, '').split('.')
  const domains = [host, ...labels.map((_, n) => labels.slice(n).join('.'))]
  return isAllowed(db, { domains: JSON.stringify(domains) }) === undefined
}
