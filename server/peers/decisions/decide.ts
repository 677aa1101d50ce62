import { z } from 'zod'
import type { DecisionPreview, PeerLimits, StaffDecision } from '../../../shared/api/peers.ts'
import type { Context } from '../../context.ts'
import { invalidFields, notFound } from '../../core/errors.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Jobs } from '../../events.ts'
import { accountsByIds } from '../../features/accounts/queries.ts'
import { readSettings, saveSettings } from '../../features/settings/queries.ts'
import { flag, id } from '../../http/forms.ts'
import { limits } from '../../limits.ts'
import { domainKey, domainsAbove } from '../../policies/domains.ts'
import { removeDraft } from '../drafts/queries.ts'
import { applyDecisions, serversBelow } from './apply.ts'
import {
  allowsAfter,
  countFollowers,
  countFollowing,
  countMembers,
  countPosts,
  type DecisionRow,
  decisionById,
  decisionsAbout,
  decisionsAfter,
  putAllow,
  putDecision,
  removeAllow,
  removeDecision,
} from './queries.ts'

const reason = z.string().trim().max(limits.peerReason).default('')

/** What is decided about a server. */
export const decisionForm = z.object({
  domain: z.string().max(260),
  hidden: flag.default(false),
  no_media: flag.default(false),
  no_reports: flag.default(false),
  cut_off: flag.default(false),
  obscured: flag.default(false),
  public_reason: reason,
  private_reason: reason,
  ends_at: z.iso.datetime({ offset: true }).optional(),
})
/** One of {@link decisionForm}. */
export type DecisionForm = z.infer<typeof decisionForm>

const refuse = (field: string, description: string) =>
  invalidFields({ [field]: [{ error: 'ERR_INVALID', description }] })

/** A name as it was typed, as decisions are kept under it. Throws 422 for none, and for our own. */
function readDomain(ctx: Context, typed: string): string {
  const domain = domainKey(typed.replace(/^(https?:\/\/|@)/i, '').replace(/\/.*$/, ''))
  if (domain === '' || !/[.:]/.test(domain)) throw refuse('domain', 'This is not the name of a server.')
  if (domainsAbove(new URL(ctx.config.publicUrl).host).includes(domain)) {
    throw refuse('domain', 'This is the community’s own name.')
  }
  return domain
}

function readEnd(ctx: Context, ends: string | undefined): number | null {
  if (ends === undefined) return null
  const at = Date.parse(ends)
  if (at <= ctx.now()) throw refuse('ends_at', 'The end has to lie ahead.')
  return at
}

const says = ({ hidden, no_media, no_reports, cut_off }: PeerLimits) => ({ hidden, no_media, no_reports, cut_off })

/** Decides about a server and all below its name. Throws 422. */
export function decide(ctx: Context, by: number | undefined, form: DecisionForm): StaffDecision {
  const domain = readDomain(ctx, form.domain)
  const endsAt = readEnd(ctx, form.ends_at)
  return ctx.transact(() => {
    const [before] = decisionsAbout(ctx.db, { domains: JSON.stringify([domain]) })
    const decisionId = before?.id ?? ctx.newId()
    putDecision(ctx.db, {
      id: decisionId,
      domain,
      hidden: form.hidden ? 1 : 0,
      noMedia: form.no_media ? 1 : 0,
      noReports: form.no_reports ? 1 : 0,
      cutOff: form.cut_off ? 1 : 0,
      obscured: form.obscured ? 1 : 0,
      publicReason: form.public_reason,
      privateReason: form.private_reason,
      endsAt,
      decidedBy: by ?? null,
      now: ctx.now(),
    })
    removeDraft(ctx.db, { domain })
    applyDecisions(ctx, serversBelow(ctx, domain), decisionId)
    if (endsAt !== null) ctx.queue.add('endDecision', { decisionId, endsAt }, { at: endsAt })
    ctx.emit('domainDecided', { domain, by, before: before?.cutOff === 1, cutOff: form.cut_off })
    ctx.emit('staffActed', { accountId: by, action: 'peer.decide', subject: 'peer', label: domain, detail: says(form) })
    return readDecision(ctx, decisionId)
  })
}

/** Ends a decision; what slept comes back. Throws 404. */
export function undecide(ctx: Context, by: number | undefined, decisionId: number): void {
  ctx.transact(() => {
    const row = decisionById(ctx.db, { id: decisionId })
    if (!row) throw notFound()
    removeDecision(ctx.db, { id: decisionId })
    applyDecisions(ctx, serversBelow(ctx, row.domain), decisionId)
    ctx.emit('domainDecided', { domain: row.domain, by, before: row.cutOff === 1, cutOff: false })
    ctx.emit('staffActed', { accountId: by, action: 'peer.undecide', subject: 'peer', label: row.domain })
  })
}

/** Ends a decision at its time, unless it was decided otherwise since. */
export const endDecision: Worker<Context, Jobs['endDecision']> = {
  run(ctx, { decisionId, endsAt }) {
    if (decisionById(ctx.db, { id: decisionId })?.endsAt === endsAt) undecide(ctx, undefined, decisionId)
  },
}

/** What cutting a server off would do, in numbers; who follows whom is told to each of them alone. Throws 422. */
export function previewDecision(ctx: Context, typed: string): DecisionPreview {
  const domain = readDomain(ctx, typed)
  const servers = serversBelow(ctx, domain)
  const domains = JSON.stringify(servers)
  return {
    domain,
    servers,
    members: countMembers(ctx.db, { domains })?.members ?? 0,
    following: countFollowing(ctx.db, { domains })?.follows ?? 0,
    followers: countFollowers(ctx.db, { domains })?.follows ?? 0,
    posts: countPosts(ctx.db, { domains })?.posts ?? 0,
  }
}

const present = (row: DecisionRow, by: string | undefined): StaffDecision => ({
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
  decided_by: by ?? null,
  decided_at: new Date(row.decidedAt).toISOString(),
})

function presentAll(ctx: Context, rows: readonly DecisionRow[]): StaffDecision[] {
  const ids = JSON.stringify(rows.flatMap(({ decidedBy }) => decidedBy ?? []))
  const names = new Map(accountsByIds(ctx.db, { ids }).map(({ id: by, username }) => [by, username]))
  return rows.map((row) => present(row, names.get(row.decidedBy ?? 0)))
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
export const federationForm = z.object({ mode: z.enum(['open', 'allow_list']) })

/** Chooses that; what is cut off by it sleeps as by any decision. */
export function chooseFederation(ctx: Context, by: number, { mode }: z.infer<typeof federationForm>): void {
  ctx.transact(() => {
    saveSettings(ctx, { federation: mode })
    applyDecisions(ctx, serversBelow(ctx, undefined), 0)
    ctx.emit('staffActed', { accountId: by, action: 'peer.mode', subject: 'settings', label: mode })
  })
}

/** With whom this community speaks, and the servers that are named. */
export const readAllows = (ctx: Context) => ({
  mode: readSettings(ctx.db).federation,
  domains: allowsAfter(ctx.db, { after: '', most: limits.domainListRows }).map(({ domain }) => domain),
})

/** Names a server, or names it no longer. Throws 422. */
export function allow(
  ctx: Context,
  by: number,
  { domain: typed, allowed }: { domain: string; allowed: boolean },
): void {
  const domain = readDomain(ctx, typed)
  ctx.transact(() => {
    if (allowed) putAllow(ctx.db, { id: ctx.newId(), domain, now: ctx.now() })
    else removeAllow(ctx.db, { domain })
    applyDecisions(ctx, serversBelow(ctx, domain), 0)
    const action = allowed ? 'peer.allow' : 'peer.disallow'
    ctx.emit('staffActed', { accountId: by, action, subject: 'peer', label: domain })
  })
}

/** A decision named by its id. */
export const oneDecision = z.object({ id })
