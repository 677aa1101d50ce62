import { z } from 'zod'
import type { ServerProposal } from '../../../shared/api/peers.ts'
import type { StaffAct } from '../../../shared/api/staff-acts.ts'
import type { Context } from '../../context.ts'
import { conflict, forbidden } from '../../core/errors.ts'
import type { Worker } from '../../core/queue/worker.ts'
import { accountsByIds } from '../../features/accounts/queries.ts'
import { flag, id } from '../../http/forms.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import { areLinked } from '../../policies/invited.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { decisionForm, putThrough, readDomain, readForm, standingAbout } from './put.ts'
import {
  carryBack,
  carryOut,
  dropProposal,
  type Kept,
  keepProposal,
  openKept,
  sealKept,
  standsAlone,
  subjectOf,
  takesTwo,
  untell,
  type Wanted,
} from './two.ts'
import {
  endServerProposal,
  openServerProposal,
  openServerProposals,
  type ServerProposalRow,
  setKept,
} from './two-queries/queries.ts'

/** What somebody wants; `now` for what cannot wait for a second person. */
export const proposalForm = decisionForm.extend({
  what: z.enum(['cut_off', 'allow_list', 'disallow']).default('cut_off'),
  domain: z.string().max(260).default(''),
  now: flag.default(false),
})
type ProposalForm = z.infer<typeof proposalForm>

function readWanted(ctx: Context, { what, now: _now, ...form }: ProposalForm): Wanted {
  if (what === 'allow_list') return { what }
  if (what === 'disallow') return { what, domain: readDomain(ctx, form.domain) }
  return { what, form: readForm(ctx, form) }
}

/** Proposes what takes two, and does what does not. Throws 409, 422. */
export function proposeServer(ctx: Context, { accountId: me }: Viewer, form: ProposalForm): { proposed: boolean } {
  const wanted = readWanted(ctx, form)
  return ctx.transact(() => {
    const proposed = takesTwo(ctx, wanted)
    if (proposed) keepProposal(ctx, me, wanted, form.now)
    else {
      dropProposal(ctx, me, subjectOf(wanted))
      carryOut(ctx, wanted, { by: me })
    }
    return { proposed }
  })
}

/** Why somebody cannot be the second person for it. */
function refusalOf(ctx: Context, me: number, byId: number | null): ServerProposal['refused'] {
  if (byId === me) return 'own'
  return byId !== null && areLinked(ctx.db, me, byId) ? 'invite' : null
}

/** What waits for a second person. */
export function readServerProposals(ctx: Context, { accountId: me }: Viewer): ServerProposal[] {
  const rows = openServerProposals(ctx.db, { most: limits.domainListRows })
  const ids = JSON.stringify(rows.flatMap(({ byId }) => byId ?? []))
  const names = new Map(accountsByIds(ctx.db, { ids }).map((row) => [row.id, row.username]))
  return rows.map((row): ServerProposal => {
    const { wanted, holds } = openKept(ctx, row.content)
    const form = wanted.what === 'cut_off' ? wanted.form : undefined
    return {
      id: String(row.id),
      what: wanted.what,
      domain: wanted.what === 'allow_list' ? '' : row.subject,
      public_reason: form?.public_reason ?? '',
      private_reason: form?.private_reason ?? '',
      ends_at: form?.endsAt ? new Date(form.endsAt).toISOString() : null,
      by: names.get(row.byId ?? 0) ?? null,
      mine: row.byId === me,
      holds,
      sha256: row.sha256,
      created_at: new Date(row.createdAt).toISOString(),
      refused: refusalOf(ctx, me, row.byId),
    }
  })
}

/** How the second person answers: `sha256` says what they read. */
export const answerForm = z.object({
  id,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  answer: z.enum(['confirm', 'reject']),
  reason: z.string().trim().min(1).max(limits.moderationNote),
})
type AnswerForm = z.infer<typeof answerForm>

const why = {
  own: 'You proposed this. Somebody else has to agree.',
  invite: 'One of you came by an invite of the other. Somebody else has to agree.',
}

function told(ctx: Context, by: number | undefined, action: StaffAct, { subject }: ServerProposalRow): void {
  ctx.emit('staffActed', { accountId: by, action, subject: 'peer', label: subject })
}

/**
 * The second person's answer. Throws 403 (`second_person`) for the same person, or one linked to them by invite, 409
 * where somebody was faster or the words are others than those read.
 */
export function answerServer(ctx: Context, viewer: Viewer, form: AnswerForm): ServerProposal[] {
  ctx.transact(() => {
    const row = openServerProposal(ctx.db, { id: form.id })
    if (!row) throw conflict('This was decided since you read it. Read it again.', { code: 'changed' })
    const me = viewer.accountId
    const refusal = refusalOf(ctx, me, row.byId)
    const isWithdrawn = form.answer === 'reject' && refusal === 'own'
    if (refusal && !isWithdrawn) throw forbidden(why[refusal], { code: 'second_person' })
    const state = isWithdrawn ? 'withdrawn' : form.answer === 'confirm' ? 'confirmed' : 'rejected'
    const sealed = { answer: ctx.vault.seal(form.reason), sha: form.sha256, now: ctx.now() }
    if (endServerProposal(ctx.db, { id: row.id, state, by: me, ...sealed }) === 0) {
      throw conflict('This was changed or decided since you read it. Read it again.', { code: 'changed' })
    }
    const kept = openKept(ctx, row.content)
    if (state === 'confirmed') carryOut(ctx, kept.wanted, { by: row.byId ?? me, second: me })
    else carryBack(ctx, kept, me)
    const acts = { confirmed: 'peer.agree', rejected: 'peer.reject', withdrawn: 'peer.withdraw' } as const
    told(ctx, me, acts[state], row)
    untell(ctx, row.id)
  })
  return readServerProposals(ctx, viewer)
}

/** What stays while it waits on: its posts are on no public timeline, and neither pictures nor reports come. */
function soften(ctx: Context, { wanted, before }: Kept): void {
  if (wanted.what !== 'cut_off' || before?.cut_off) return
  const now = standingAbout(ctx, wanted.form.domain)
  const held = { hidden: true, no_media: true, no_reports: true, cut_off: false }
  if (!now?.cutOff) putThrough(ctx, { by: undefined }, { ...wanted.form, ...held })
}

/** Nobody agreed within the day: what one person did alone ends. While there is nobody else, it goes on. */
export const serverProposalClock: Worker<Context, Jobs['serverProposalClock']> = {
  run(ctx, { proposalId }) {
    ctx.transact(() => {
      const row = openServerProposal(ctx.db, { id: proposalId })
      const kept = row && openKept(ctx, row.content)
      if (!row || !kept || kept.holds === null) return
      const alone = standsAlone(ctx, row.byId)
      if (!alone && kept.holds === 'now') {
        carryBack(ctx, kept, undefined)
        soften(ctx, kept)
        told(ctx, undefined, 'peer.lapse', row)
      } else ctx.queue.add('serverProposalClock', { proposalId }, { at: ctx.now() + limits.cutOffAlone })
      // once somebody else is there, they have the day that everybody has
      const holds = kept.holds === 'alone' && !alone ? 'now' : alone ? 'alone' : null
      if (holds !== kept.holds) setKept(ctx.db, { id: row.id, ...sealKept(ctx, { ...kept, holds }), now: ctx.now() })
    })
  },
}
