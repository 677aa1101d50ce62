import { z } from 'zod'
import type { StaffDecision } from '../../../shared/api/peers.ts'
import type { Context } from '../../context.ts'
import { conflict, notFound } from '../../core/errors.ts'
import type { Worker } from '../../core/queue/worker.ts'
import { accountsByIds } from '../../features/accounts/queries.ts'
import { readSettings } from '../../features/settings/queries.ts'
import { id } from '../../http/forms.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import {
  type DecisionForm,
  type Mode,
  putAllowed,
  putMode,
  putThrough,
  readDomain,
  readForm,
  standingAbout,
  takeAway,
} from './put.ts'
import { allowsAfter, type DecisionRow, decisionById, decisionsAfter } from './queries.ts'
import { dropProposal, keepProposal, standsAlone, subjectOf, takesTwo, type Wanted } from './two.ts'

/** Refuses (409) what takes two; where there is nobody else it holds until there is. Whether it was done so. */
function doneAlone(ctx: Context, by: number, wanted: Wanted): boolean {
  if (!takesTwo(ctx, wanted)) return false
  if (!standsAlone(ctx, by)) {
    throw conflict('One person cannot cut a server off. Propose it, and somebody else agrees or not.', {
      code: 'needs_two',
    })
  }
  keepProposal(ctx, by, wanted, false)
  return true
}

/** Decides about a server and all below its name. Throws 409 (`needs_two`: propose it instead), 422. */
export function decide(ctx: Context, by: number, asked: DecisionForm): StaffDecision {
  const form = readForm(ctx, asked)
  return ctx.transact(() => {
    const wanted: Wanted = { what: 'cut_off', form }
    if (!doneAlone(ctx, by, wanted)) {
      dropProposal(ctx, by, subjectOf(wanted))
      putThrough(ctx, { by }, form)
    }
    return readDecision(ctx, standingAbout(ctx, form.domain)?.id ?? 0)
  })
}

/** Ends a decision; what slept comes back. Throws 404. */
export function undecide(ctx: Context, by: number | undefined, decisionId: number): void {
  ctx.transact(() => {
    const row = decisionById(ctx.db, { id: decisionId })
    if (!row) throw notFound()
    dropProposal(ctx, by, row.domain)
    takeAway(ctx, by, row)
  })
}

/** Ends a decision at its time, unless it was decided otherwise since. */
export const endDecision: Worker<Context, Jobs['endDecision']> = {
  run(ctx, { decisionId, endsAt }) {
    if (decisionById(ctx.db, { id: decisionId })?.endsAt === endsAt) undecide(ctx, undefined, decisionId)
  },
}

const present = (row: DecisionRow, names: ReadonlyMap<number, string>): StaffDecision => ({
  id: String(row.id),
  domain: row.domain,
  hidden: row.hidden === 1,
  no_media: row.noMedia === 1,
  no_reports: row.noReports === 1,
  cut_off: row.cutOff === 1,
  obscured: row.obscured === 1,
  public_reason: row.publicReason,
  private_reason: row.privateReason,
  ends_at: row.endsAt === null ? null : new Date(row.endsAt).toISOString(),
  decided_by: names.get(row.decidedBy ?? 0) ?? null,
  confirmed_by: names.get(row.confirmedBy ?? 0) ?? null,
  decided_at: new Date(row.decidedAt).toISOString(),
})

function presentAll(ctx: Context, rows: readonly DecisionRow[]): StaffDecision[] {
  const ids = JSON.stringify(
    rows.flatMap(({ decidedBy, confirmedBy }) => [decidedBy, confirmedBy].filter((one) => one !== null)),
  )
  const names = new Map(accountsByIds(ctx.db, { ids }).map(({ id: by, username }) => [by, username]))
  return rows.map((row) => present(row, names))
}

/** One decision. Throws 404. */
function readDecision(ctx: Context, decisionId: number): StaffDecision {
  const row = decisionById(ctx.db, { id: decisionId })
  const [found] = row ? presentAll(ctx, [row]) : []
  if (!found) throw notFound()
  return found
}

/** All decisions, by name. */
export const readDecisions = (ctx: Context): StaffDecision[] =>
  presentAll(ctx, decisionsAfter(ctx.db, { after: '', most: limits.domainListRows }))

/** Whether every server is spoken with, or only those named. */
export const federationForm = z.object({ mode: z.enum(['open', 'allow_list'] satisfies Mode[]) })

/** Chooses that; what is cut off by it sleeps as by any decision. Throws 409 (`needs_two`). */
export function chooseFederation(ctx: Context, by: number, { mode }: z.infer<typeof federationForm>): void {
  ctx.transact(() => {
    if (mode === 'allow_list' && doneAlone(ctx, by, { what: 'allow_list' })) return
    if (mode === 'open') dropProposal(ctx, by, '*')
    putMode(ctx, by, mode)
  })
}

/** With whom this community speaks, and the servers that are named. */
export const readAllows = (ctx: Context) => ({
  mode: readSettings(ctx.db).federation,
  domains: allowsAfter(ctx.db, { after: '', most: limits.domainListRows }).map(({ domain }) => domain),
})

/** Names a server, or names it no longer. Throws 409 (`needs_two`) where that cuts it off, 422. */
export function allow(
  ctx: Context,
  by: number,
  { domain: typed, allowed }: { domain: string; allowed: boolean },
): void {
  const domain = readDomain(ctx, typed)
  ctx.transact(() => {
    if (!allowed && doneAlone(ctx, by, { what: 'disallow', domain })) return
    putAllowed(ctx, by, domain, allowed)
  })
}

/** A decision named by its id. */
export const oneDecision = z.object({ id })
