import { type Arrival, type ArrivalPart, arrivalParts } from '../../../shared/api/elsewhere.ts'
import type { Context } from '../../context.ts'
import { conflict, notFound } from '../../core/errors.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { appFor } from '../sign-in/app.ts'
import { type Credentials, revokeToken, type SignedIn } from '../sign-in/back.ts'
import {
  type ArrivalRow,
  arrivalById,
  arrivalsOf,
  deleteArrival,
  failedRows,
  insertArrival,
  insertRows,
  progressOf,
  setProblem,
  sweepArrivalRows,
  unfinishedOf,
} from './queries.ts'

/** What of a profile comes, as the old server tells it; plain words, for the ordinary way of changing a profile. */
const profileOf = ({ displayName, source, avatar, header }: Credentials) => ({
  displayName,
  note: source?.note ?? '',
  fields: source?.fields ?? [],
  avatar: avatar ?? null,
  header: header ?? null,
})

/** Begins to bring an old account along; one that is under way goes on with what is allowed now. */
export function arrive(ctx: Context, accountId: number, { host, token, who }: Omit<SignedIn, 'accountId'>): void {
  ctx.transact(() => {
    const before = unfinishedOf(ctx.db, { accountId })
    if (before) deleteArrival(ctx.db, { id: before.id, accountId })
    const id = ctx.newId()
    const acct = who.acct.includes('@') ? who.acct : `${who.acct}@${host}`
    const sealed = ctx.vault.seal(token)
    insertArrival(ctx.db, {
      id,
      accountId,
      host,
      acct,
      remoteId: who.id,
      token: sealed,
      stage: 'blocks',
      now: ctx.now(),
    })
    const rows = JSON.stringify([{ what: acct, terms: JSON.stringify(profileOf(who)) }])
    insertRows(ctx.db, { arrivalId: id, part: 'profile', rows })
    ctx.queue.add('runArrival', { arrivalId: id })
  })
}

/** What follows a part. */
export const nextPart = (part: ArrivalPart): ArrivalPart | null => arrivalParts[arrivalParts.indexOf(part) + 1] ?? null

function present(ctx: Context, row: ArrivalRow): Arrival {
  const progress = new Map(progressOf(ctx.db, { arrivalId: row.id }).map((one) => [one.part, one]))
  return {
    id: String(row.id),
    acct: row.acct,
    host: row.host,
    created_at: new Date(row.createdAt).toISOString(),
    finished_at: row.finishedAt === null ? null : new Date(row.finishedAt).toISOString(),
    reading: row.stage,
    problem: row.problem,
    parts: arrivalParts.map((part) => progress.get(part) ?? { part, total: 0, done: 0, failed: 0 }),
    failures: failedRows(ctx.db, { arrivalId: row.id, most: limits.importFailures }).map(({ part, what, problem }) => ({
      part,
      what,
      why: problem ?? '',
    })),
  }
}

/** One's own, the newest first. */
export const readArrivals = (ctx: Context, { accountId }: Viewer): Arrival[] =>
  arrivalsOf(ctx.db, { accountId }).map((row) => present(ctx, row))

function own(ctx: Context, { accountId }: Viewer, id: number): ArrivalRow {
  const row = arrivalById(ctx.db, { id })
  if (row?.accountId !== accountId) throw notFound()
  return row
}

/** Goes on where it stopped: nothing comes twice. Throws 404, 409 once it is finished. */
export function resumeArrival(ctx: Context, viewer: Viewer, id: number): Arrival {
  return ctx.transact(() => {
    const row = own(ctx, viewer, id)
    if (row.finishedAt !== null) throw conflict('All of it is here that could come.')
    setProblem(ctx.db, { id, problem: null })
    ctx.queue.add('runArrival', { arrivalId: id }, { once: `runArrival ${id}` })
    return present(ctx, own(ctx, viewer, id))
  })
}

/** Stops and forgets it; what came stays, and the old server is told to end what it allowed. Throws 404. */
export async function forgetArrival(ctx: Context, viewer: Viewer, id: number): Promise<void> {
  const row = own(ctx, viewer, id)
  deleteArrival(ctx.db, { id, accountId: viewer.accountId })
  await endToken(ctx, row)
}

/** Gives back what the old server allowed. */
export async function endToken(ctx: Context, { host, token }: ArrivalRow): Promise<void> {
  if (!token) return
  const app = await appFor(ctx, host)
  if (app) await revokeToken(ctx, host, app, ctx.vault.open(token))
}

/** Forgets those of long ago. */
export const sweepArrivals = (ctx: Context) => void sweepArrivalRows(ctx.db, { until: ctx.now() - limits.arrivalKept })
