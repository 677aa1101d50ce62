import { type Arrival, type ArrivalPart, arrivalParts } from '../../../shared/api/elsewhere.ts'
import type { Context } from '../../context.ts'
import { conflict, notFound } from '../../core/errors.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Jobs } from '../../job-payloads.ts'
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
  renewToken,
  setProblem,
  staleArrivals,
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

/**
 * Begins to bring an old account along. The same one goes on where it stopped, with what is allowed now; while it is
 * under way it goes on as it is. What is not needed is given back.
 */
export async function arrive(
  ctx: Context,
  accountId: number,
  { host, token, who }: Omit<SignedIn, 'accountId'>,
): Promise<void> {
  const acct = who.acct.includes('@') ? who.acct : `${who.acct}@${host}`
  const before = unfinishedOf(ctx.db, { accountId, acct })
  const sealed = ctx.vault.seal(token)
  if (!before) return begin(ctx, { accountId, host, acct, token: sealed }, who)
  // a server may allow the same thing by the same token again
  const isAnother = before.token !== null && ctx.vault.open(before.token) !== token
  if (before.problem === null) {
    if (isAnother) await endToken(ctx, { host, token: sealed })
    return
  }
  ctx.transact(() => {
    renewToken(ctx.db, { id: before.id, token: sealed })
    goOn(ctx, before.id)
  })
  if (isAnother) await endToken(ctx, before)
}

function begin(
  ctx: Context,
  from: { accountId: number; host: string; acct: string; token: Buffer },
  who: Credentials,
): void {
  ctx.transact(() => {
    const id = ctx.newId()
    insertArrival(ctx.db, { ...from, id, remoteId: who.id, stage: 'blocks', now: ctx.now() })
    const rows = JSON.stringify([{ what: from.acct, terms: JSON.stringify(profileOf(who)) }])
    insertRows(ctx.db, { arrivalId: id, part: 'profile', rows })
    goOn(ctx, id)
  })
}

function goOn(ctx: Context, id: number): void {
  setProblem(ctx.db, { id, problem: null })
  ctx.queue.add('runArrival', { arrivalId: id }, { once: `runArrival ${id}` })
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
    goOn(ctx, id)
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
export async function endToken(ctx: Context, { host, token }: Pick<ArrivalRow, 'host' | 'token'>): Promise<void> {
  if (!token) return
  const app = await appFor(ctx, host)
  if (app) await revokeToken(ctx, host, app, ctx.vault.open(token))
}

/** Forgets those of long ago; what was never finished is given back to the old server first. */
export function sweepArrivals(ctx: Context): void {
  const until = ctx.now() - limits.arrivalKept
  sweepArrivalRows(ctx.db, { until })
  for (const { id } of staleArrivals(ctx.db, { until })) {
    ctx.queue.add('dropArrival', { arrivalId: id }, { once: `dropArrival ${id}` })
  }
}

/** Ends what the old server allowed for one that nobody took up again, and forgets it. */
export const dropArrival: Worker<Context, Jobs['dropArrival']> = {
  async run(ctx, { arrivalId }) {
    const row = arrivalById(ctx.db, { id: arrivalId })
    if (!row || row.finishedAt !== null) return
    deleteArrival(ctx.db, { id: arrivalId, accountId: row.accountId })
    await endToken(ctx, row)
  },
}
