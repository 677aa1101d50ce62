import { z } from 'zod'
import type { Context } from '../../context.ts'
import { sha256Hex } from '../../core/crypto.ts'
import { conflict } from '../../core/errors.ts'
import { membersWithRoles } from '../../features/accounts/queries.ts'
import { insertProposal } from '../../features/moderation/proposals/queries.ts'
import { isVacant } from '../../features/moderation/proposals/second.ts'
import { readSettings } from '../../features/settings/queries.ts'
import { limits } from '../../limits.ts'
import { domainsAbove } from '../../policies/domains.ts'
import { rolesThatMay } from '../../policies/roles.ts'
import { type Deciders, decisionForm, putAllowed, putMode, putThrough, standingAbout, takeAway } from './put.ts'
import { endServerProposal, openServerProposals, serverProposalsSince } from './two-queries/queries.ts'

const decided = decisionForm.omit({ ends_at: true }).extend({ endsAt: z.int().nullable() })
const wanted = z.discriminatedUnion('what', [
  z.object({ what: z.literal('cut_off'), form: decided }),
  z.object({ what: z.literal('allow_list') }),
  z.object({ what: z.literal('disallow'), domain: z.string() }),
])
/** Something about servers that takes two: one is cut off, all that are not named are, or one is named no longer. */
export type Wanted = z.infer<typeof wanted>

const kept = z.object({
  wanted,
  /** What held before. */
  before: decided.extend({ by: z.int().nullable(), second: z.int().nullable() }).nullable(),
  /** Whether it holds while it waits: for a day, since it could not wait, or because there is nobody else yet. */
  holds: z.enum(['now', 'alone']).nullable(),
})
/** A proposal about servers, as it is sealed. */
export type Kept = z.infer<typeof kept>

/** Seals a proposal, with the hash by which who agrees says what they read. */
export function sealKept(ctx: Context, content: Kept): { content: Buffer; sha: string } {
  const text = JSON.stringify(content)
  return { content: ctx.vault.seal(text), sha: sha256Hex(text) }
}

/** Opens what {@link sealKept} sealed. */
export const openKept = (ctx: Context, content: Buffer): Kept => kept.parse(JSON.parse(ctx.vault.open(content)))

/** Nobody is a party where it is about servers. */
const nobody = { targetId: null, reporterIds: [] }

/** Whether there is nobody who could be the second person. */
export const standsAlone = (ctx: Context, by: number | null): boolean => isVacant(ctx, by, nobody)

/** Which server it is about; none for all of them. */
export const subjectOf = (one: Wanted): string =>
  one.what === 'cut_off' ? one.form.domain : one.what === 'disallow' ? one.domain : '*'

/** Whether it takes two: whatever cuts servers off that were not, or for longer than was agreed. */
export function takesTwo(ctx: Context, one: Wanted): boolean {
  const { federation } = readSettings(ctx.db)
  if (one.what === 'allow_list') return federation !== 'allow_list'
  if (one.what === 'disallow') return federation === 'allow_list'
  if (!one.form.cut_off) return false
  const before = standingAbout(ctx, one.form.domain)
  // what holds while it waits was not agreed to
  if (!before?.cutOff || holding(ctx, one.form.domain)) return true
  return before.endsAt !== null && (one.form.endsAt === null || one.form.endsAt > before.endsAt)
}

/** What waits about a server and holds meanwhile. */
function holding(ctx: Context, subject: string): Kept | undefined {
  const row = waitingAbout(ctx, subject)
  const found = row && openKept(ctx, row.content)
  return found?.holds ? found : undefined
}

/** What waits about the same servers. */
const waitingAbout = (ctx: Context, subject: string) =>
  openServerProposals(ctx.db, { most: limits.domainListRows }).find((row) => row.subject === subject)

/** Lets it hold. In a transaction. */
export function carryOut(ctx: Context, one: Wanted, deciders: Deciders): void {
  if (one.what === 'cut_off') putThrough(ctx, deciders, one.form)
  else if (one.what === 'allow_list') putMode(ctx, deciders.by, 'allow_list')
  else putAllowed(ctx, deciders.by, one.domain, false)
}

function restore(ctx: Context, domain: string, before: Kept['before'], by: number | undefined): void {
  const now = standingAbout(ctx, domain)
  if (!now?.cutOff) return
  if (before) {
    const { by: decidedBy, second, ...form } = before
    putThrough(ctx, { by: decidedBy ?? undefined, ...(second !== null && { second }) }, form)
  } else takeAway(ctx, by, now)
}

/** Takes back what held while it waited. In a transaction. */
export function carryBack(ctx: Context, { wanted: one, before, holds }: Kept, by: number | undefined): void {
  if (holds === null) return
  if (one.what === 'allow_list') putMode(ctx, by, 'open')
  else if (one.what === 'disallow') putAllowed(ctx, by, one.domain, true)
  else restore(ctx, one.form.domain, before, by)
}

function heldBefore(ctx: Context, one: Wanted): Kept['before'] {
  const row = one.what === 'cut_off' ? standingAbout(ctx, one.form.domain) : undefined
  if (!row) return null
  const { domain, publicReason: public_reason, privateReason: private_reason, endsAt } = row
  return {
    ...{ domain, public_reason, private_reason, endsAt, by: row.decidedBy, second: row.confirmedBy },
    ...{ hidden: row.hidden === 1, no_media: row.noMedia === 1, no_reports: row.noReports === 1 },
    ...{ cut_off: row.cutOff === 1, obscured: row.obscured === 1 },
  }
}

const isNear = (a: string, b: string) => domainsAbove(a).includes(b) || domainsAbove(b).includes(a)

/** One person alone lets a server be cut off for a day in three, whatever name they begin with. */
function checkEmergency(ctx: Context, subject: string): void {
  const since = ctx.now() - limits.cutOffAloneTime
  const before = serverProposalsSince(ctx.db, { since, most: limits.domainListRows })
  if (before.some((row) => row.kind === 'cut_off_now' && isNear(row.subject, subject))) {
    throw conflict('This was cut off by one person alone a short time ago. A second one has to agree now.', {
      code: 'needs_two',
    })
  }
}

const team = (ctx: Context) =>
  membersWithRoles(ctx.db, { roles: JSON.stringify(rolesThatMay('confirm_removals')) }).map((row) => row.accountId)

/** Tells everybody who could agree. */
function tellOthers(ctx: Context, me: number, ref: number): void {
  for (const accountId of team(ctx)) {
    if (accountId !== me) ctx.emit('noticeGiven', { accountId, kind: 'server_waits', ref })
  }
}

/** It waits no longer: nobody needs to be told of it any more. */
export function untell(ctx: Context, ref: number): void {
  for (const accountId of team(ctx)) ctx.emit('noticeTakenBack', { accountId, kind: 'server_waits', ref })
}

/**
 * Keeps what somebody wants for a second person to agree to. Where there is nobody who could, it holds until there is;
 * `now` lets it hold for a day. In a transaction. Throws 409.
 */
export function keepProposal(ctx: Context, me: number, one: Wanted, now: boolean): number {
  const subject = subjectOf(one)
  const alone = standsAlone(ctx, me)
  const earlier = alone ? holding(ctx, subject) : undefined
  if (earlier) dropProposal(ctx, me, subject)
  if (waitingAbout(ctx, subject)) throw conflict('This is proposed already.', { code: 'proposed' })
  const atOnce = now && one.what === 'cut_off' && !alone
  if (atOnce) checkEmergency(ctx, subject)
  const holds = alone ? 'alone' : atOnce ? 'now' : null
  const sealed = sealKept(ctx, { wanted: one, before: earlier ? earlier.before : heldBefore(ctx, one), holds })
  const id = ctx.newId()
  const row = { id, kind: atOnce ? 'cut_off_now' : one.what, caseId: null, targetId: null, subject, byId: me }
  insertProposal(ctx.db, { ...row, ...sealed, now: ctx.now() })
  ctx.emit('staffActed', { accountId: me, action: 'peer.propose', subject: 'peer', label: subject, detail: { holds } })
  if (holds !== null) {
    carryOut(ctx, one, { by: me })
    const at = ctx.now() + limits.cutOffAlone
    ctx.queue.add('serverProposalClock', { proposalId: id }, { at })
  }
  tellOthers(ctx, me, id)
  return id
}

/** Whoever decides otherwise about a server ends what was proposed about it. In a transaction. */
export function dropProposal(ctx: Context, by: number | undefined, subject: string): void {
  const row = waitingAbout(ctx, subject)
  if (!row) return
  const at = { by: by ?? null, now: ctx.now(), answer: null, sha: row.sha256 }
  endServerProposal(ctx.db, { ...at, id: row.id, state: 'withdrawn' })
  untell(ctx, row.id)
}
