import { z } from 'zod'
import type { PeerLimits } from '../../../shared/api/peers.ts'
import { handlesIn } from '../../../shared/text/handles.ts'
import type { Context } from '../../context.ts'
import { invalidFields } from '../../core/errors.ts'
import { saveSettings } from '../../features/settings/queries.ts'
import { flag } from '../../http/forms.ts'
import { limits } from '../../limits.ts'
import { domainKey, domainsAbove } from '../../policies/domains.ts'
import { removeDraft } from '../drafts/queries.ts'
import { applyDecisions, serversBelow } from './apply.ts'
import { type DecisionRow, decisionsAbout, putAllow, putDecision, removeAllow, removeDecision } from './queries.ts'

const reason = z.string().trim().max(limits.peerReason).default('')

/** What is decided about a server. */
export const decisionForm = z.object({
  domain: z.string().max(260),
  hidden: flag.default(false),
  no_media: flag.default(false),
  no_reports: flag.default(false),
  cut_off: flag.default(false),
  obscured: flag.default(false),
  // everybody reads it, and what was decided names nobody
  public_reason: reason.refine((text) => handlesIn(text).length === 0, {
    error: 'Everybody reads this: please leave out whom it is about.',
  }),
  private_reason: reason,
  ends_at: z.iso.datetime({ offset: true }).optional(),
})
/** One of {@link decisionForm}. */
export type DecisionForm = z.infer<typeof decisionForm>

const refuse = (field: string, description: string) =>
  invalidFields({ [field]: [{ error: 'ERR_INVALID', description }] })

/** A name as it was typed, as decisions are kept under it. Throws 422 for none, and for our own. */
export function readDomain(ctx: Context, typed: string): string {
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

/** A decision with its name and its end (ms) read. */
export type Decided = Omit<DecisionForm, 'ends_at'> & { endsAt: number | null }

/** A decision as it was asked for, its name and its end read. Throws 422. */
export const readForm = (ctx: Context, { ends_at, ...form }: DecisionForm): Decided => ({
  ...form,
  domain: readDomain(ctx, form.domain),
  endsAt: readEnd(ctx, ends_at),
})

/** What stands about exactly this name. */
export const standingAbout = (ctx: Context, domain: string): DecisionRow | undefined =>
  decisionsAbout(ctx.db, { domains: JSON.stringify([domain]) })[0]

/** Whoever decided, and whoever agreed where that takes two; nobody: a clock. */
export type Deciders = { by: number | undefined; second?: number }

const says = ({ hidden, no_media, no_reports, cut_off }: PeerLimits) => ({ hidden, no_media, no_reports, cut_off })
const bit = (on: boolean) => (on ? 1 : 0)

/** Lets a decision about a server and all below its name hold; gives its id. In a transaction. */
export function putThrough(ctx: Context, { by, second }: Deciders, form: Decided): number {
  const { domain, endsAt, obscured, public_reason: publicReason, private_reason: privateReason } = form
  const before = standingAbout(ctx, domain)
  const decisionId = before?.id ?? ctx.newId()
  const { hidden, no_media, no_reports, cut_off } = form
  putDecision(ctx.db, {
    ...{ id: decisionId, domain, publicReason, privateReason, endsAt, obscured: bit(obscured) },
    ...{ hidden: bit(hidden), noMedia: bit(no_media), noReports: bit(no_reports), cutOff: bit(cut_off) },
    decidedBy: by ?? null,
    confirmedBy: second ?? null,
    now: ctx.now(),
  })
  removeDraft(ctx.db, { domain })
  applyDecisions(ctx, serversBelow(ctx, domain), decisionId)
  if (endsAt !== null) ctx.queue.add('endDecision', { decisionId, endsAt }, { at: endsAt })
  ctx.emit('domainDecided', { domain, by, before: before?.cutOff === 1, cutOff: form.cut_off })
  ctx.emit('staffActed', { accountId: by, action: 'peer.decide', subject: 'peer', label: domain, detail: says(form) })
  return decisionId
}

/** Lets what was decided about a server hold no longer; what slept comes back. In a transaction. */
export function takeAway(ctx: Context, by: number | undefined, { id, domain, cutOff }: DecisionRow): void {
  removeDecision(ctx.db, { id })
  applyDecisions(ctx, serversBelow(ctx, domain), id)
  ctx.emit('domainDecided', { domain, by, before: cutOff === 1, cutOff: false })
  ctx.emit('staffActed', { accountId: by, action: 'peer.undecide', subject: 'peer', label: domain })
}

/** Whether every server is spoken with, or only those named. */
export type Mode = 'open' | 'allow_list'

/** Chooses that; what is cut off by it sleeps as by any decision. In a transaction. */
export function putMode(ctx: Context, by: number | undefined, mode: Mode): void {
  saveSettings(ctx, { federation: mode })
  applyDecisions(ctx, serversBelow(ctx, undefined), 0)
  ctx.emit('staffActed', { accountId: by, action: 'peer.mode', subject: 'settings', label: mode })
}

/** Names a server, or names it no longer, for a community that speaks with named ones alone. In a transaction. */
export function putAllowed(ctx: Context, by: number | undefined, domain: string, allowed: boolean): void {
  if (allowed) putAllow(ctx.db, { id: ctx.newId(), domain, now: ctx.now() })
  else removeAllow(ctx.db, { domain })
  applyDecisions(ctx, serversBelow(ctx, domain), 0)
  const action = allowed ? 'peer.allow' : 'peer.disallow'
  ctx.emit('staffActed', { accountId: by, action, subject: 'peer', label: domain })
}
