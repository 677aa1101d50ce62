import { z } from 'zod'
import {
  type ComplaintPerson,
  complaintOutcomes,
  type OwnComplaints,
  type StaffComplaint,
} from '../../../shared/api/complaints.ts'
import { complaintRefusals } from '../../../shared/locales/en/complaints.ts'
import type { Context } from '../../context.ts'
import { conflict, type FieldErrors, invalidFields, notFound } from '../../core/errors.ts'
import { id } from '../../http/forms.ts'
import { limits } from '../../limits.ts'
import { rolesThatMay } from '../../policies/roles.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentTime } from '../accounts/present.ts'
import { accountsByIds } from '../accounts/queries.ts'
import {
  answerRow,
  type ComplaintRow,
  complaintById,
  complaintsOf,
  forgetComplaints,
  insertComplaint,
  newestComplaints,
  peopleWith,
} from './queries.ts'

const words = z.string().trim().max(limits.complaintText)

/** What somebody complains of. */
export const complainForm = z.object({ account_id: id, text: words })

/** How a steward answers. */
export const answerForm = z.object({ outcome: z.enum(complaintOutcomes), text: words.min(1) })

const sealedForm = z.object({
  by: z.int(),
  about: z.int(),
  text: z.string(),
  outcome: z.enum(complaintOutcomes).optional(),
  answer: z.string().optional(),
})
type Content = z.infer<typeof sealedForm>
type Complaint = { row: ComplaintRow; content: Content }

const open = (ctx: Context, row: ComplaintRow): Complaint => ({
  row,
  content: sealedForm.parse(JSON.parse(ctx.vault.open(row.sealed))),
})
const seal = (ctx: Context, content: Content) => ctx.vault.seal(JSON.stringify(content))

/** The name under which one's complaints are found again: nobody reads it without the server's key. */
export const complainerOf = (ctx: Context, accountId: number): Buffer =>
  ctx.vault.fingerprint('complaints', String(accountId))

const having = (ctx: Context, roles: readonly string[]): number[] =>
  peopleWith(ctx.db, { roles: JSON.stringify(roles) }).map(({ accountId }) => accountId)

/** Those about whom one complains to the stewards. */
const heads = (ctx: Context): number[] => having(ctx, ['owner', 'admin'])
const stewards = (ctx: Context): number[] => having(ctx, rolesThatMay('complaints'))

/** Whoever is complained of never sees it, and whoever complains does not answer it. */
const isInvolved = (accountId: number, { by, about }: Pick<Content, 'by' | 'about'>) =>
  accountId === by || accountId === about

const judgesOf = (ctx: Context, content: Content): number[] =>
  stewards(ctx).filter((accountId) => !isInvolved(accountId, content))

function peopleOf(ctx: Context, ids: readonly number[]): Map<number, ComplaintPerson> {
  const rows = accountsByIds(ctx.db, { ids: JSON.stringify([...new Set(ids)]) })
  return new Map(
    rows.map((row) => [
      row.id,
      { id: String(row.id), acct: row.username, display_name: row.displayName || row.username },
    ]),
  )
}

function present(ctx: Context, complaints: readonly Complaint[], isSteward: boolean): StaffComplaint[] {
  const people = peopleOf(
    ctx,
    complaints.flatMap(({ content }) => [content.by, content.about]),
  )
  const there = stewards(ctx)
  return complaints.map(({ row, content }) => ({
    id: String(row.id),
    at: presentTime(row.createdAt),
    due_at: presentTime(row.dueAt),
    about: people.get(content.about) ?? null,
    by: isSteward ? (people.get(content.by) ?? null) : null,
    text: content.text,
    outcome: content.outcome ?? null,
    answer: content.answer ?? null,
    vacant: row.answeredAt === null && there.every((one) => isInvolved(one, content)),
  }))
}

/** About whom the viewer can complain, and what they complained of. */
export function readOwn(ctx: Context, { accountId }: Viewer): OwnComplaints {
  const about = heads(ctx).filter((one) => one !== accountId)
  const people = peopleOf(ctx, about)
  const own = complaintsOf(ctx.db, { who: complainerOf(ctx, accountId), most: limits.pageComplaints })
  return {
    about: about.flatMap((one) => people.get(one) ?? []),
    vacant: stewards(ctx).every((one) => one === accountId),
    complaints: present(
      ctx,
      own.map((row) => open(ctx, row)),
      false,
    ),
  }
}

/** What a steward has to answer, and what was answered; never what is about themselves. */
export function readForSteward(ctx: Context, { accountId }: Viewer): StaffComplaint[] {
  const all = newestComplaints(ctx.db, { most: limits.pageComplaints }).map((row) => open(ctx, row))
  return present(
    ctx,
    all.filter(({ content }) => !isInvolved(accountId, content)),
    true,
  )
}

/** What is wrong with a complaint as it was written, each beside its field. */
function faultsOf(ctx: Context, { by, about, text }: Content): FieldErrors {
  const refusal =
    about === by ? complaintRefusals.yourself : heads(ctx).includes(about) ? undefined : complaintRefusals.about
  return {
    ...(refusal && { account_id: [{ error: 'ERR_INVALID', description: refusal }] }),
    ...(text === '' && { text: [{ error: 'ERR_BLANK', description: complaintRefusals.empty }] }),
  }
}

/** Complains to the stewards about one who runs the community. Throws 422 about anybody else, 409 while one waits. */
export function complain(ctx: Context, viewer: Viewer, form: z.infer<typeof complainForm>): void {
  const content: Content = { by: viewer.accountId, about: form.account_id, text: form.text }
  const faults = faultsOf(ctx, content)
  if (Object.keys(faults).length > 0) throw invalidFields(faults)
  const who = complainerOf(ctx, content.by)
  const own = complaintsOf(ctx.db, { who, most: limits.pageComplaints }).map((row) => open(ctx, row))
  if (own.some(({ row, content: { about } }) => row.answeredAt === null && about === content.about))
    throw conflict(complaintRefusals.waiting)
  const now = ctx.now()
  const until = now + limits.complaintUnanswered
  ctx.transact(() => {
    insertComplaint(ctx.db, {
      id: ctx.newId(),
      who,
      sealed: seal(ctx, content),
      now,
      dueAt: now + limits.complaintDue,
      until,
    })
    for (const accountId of judgesOf(ctx, content))
      ctx.emit('noticeGiven', { accountId, kind: 'complaint_waits', ref: 0 })
  })
}

/** Answers a complaint, once. Throws 404 for whom it is about or who made it, 409 where it was answered. */
export function answerComplaint(
  ctx: Context,
  { accountId }: Viewer,
  complaintId: number,
  { outcome, text }: z.infer<typeof answerForm>,
): void {
  const row = complaintById(ctx.db, { id: complaintId })
  const complaint = row && open(ctx, row)
  if (!complaint || isInvolved(accountId, complaint.content)) throw notFound()
  if (complaint.row.answeredAt !== null) throw conflict(complaintRefusals.answered)
  const now = ctx.now()
  ctx.transact(() => {
    const sealed = seal(ctx, { ...complaint.content, outcome, answer: text })
    answerRow(ctx.db, { id: complaintId, sealed, now, until: now + limits.complaintKept })
    ctx.emit('noticeGiven', { accountId: complaint.content.by, kind: 'complaint_answered', ref: 0 })
  })
}

/** Forgets complaints once their time is over. */
export const sweepComplaints = (ctx: Context): void => void forgetComplaints(ctx.db, { now: ctx.now() })
