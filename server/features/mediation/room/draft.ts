import { z } from 'zod'
import type { MediationClause } from '../../../../shared/api/mediation.ts'
import { clauseProblems } from '../../../../shared/locales/en/mediation-agreement.ts'
import { roomRefusals } from '../../../../shared/locales/en/mediation-room.ts'
import {
  agreementLimits,
  clauseTypes,
  demandsApology,
  problemOf,
  signedText,
} from '../../../../shared/mediation/agreement.ts'
import type { Context } from '../../../context.ts'
import { sha256Hex } from '../../../core/crypto.ts'
import { notFound } from '../../../core/errors.ts'
import { flag, id } from '../../../http/forms.ts'
import { statusesByIds } from '../../statuses/queries.ts'
import { append, type Loaded } from '../cases.ts'
import { readCast } from '../cast.ts'
import type { Seat } from '../seats.ts'
import { checkQuotes, speakerOf } from './post.ts'
import { refuseField } from './refuse.ts'

const day = z.iso.date()

/** A clause as it is proposed. */
export const clauseForm = z.object({
  type: z.enum(clauseTypes),
  owed_by: z.enum(['a', 'b', 'both']),
  text: z.string().trim().max(agreementLimits.text).default(''),
  status_id: z.preprocess((given) => given ?? undefined, id.optional()),
  until: z.preprocess((given) => given || undefined, day.optional()),
  public: flag.default(false),
})

const draftForm = z.object({
  clauses: z.array(
    z.object({
      type: z.enum(clauseTypes),
      owed_by: z.enum(['a', 'b', 'both']),
      text: z.string(),
      status_id: z.string().nullable(),
      until: z.string().nullable(),
      public: z.boolean(),
    }),
  ),
  publicity: z.enum(['none', 'marker', 'statement']),
  statement: z.string(),
})
/** What lies on the table to be signed. */
export type Draft = z.infer<typeof draftForm>

const nothing: Draft = { clauses: [], publicity: 'none', statement: '' }

/** A clause as it is shown, without what was done since. */
export const asClause = (clause: Draft['clauses'][number]): MediationClause => ({ ...clause, done_by: [] })

/** What lies on the table of a case; empty where nothing was proposed or it is gone. */
export function readDraft(ctx: Context, { now }: Loaded): Draft {
  const textId = now.texts.agreement
  return textId === undefined ? nothing : (draftForm.safeParse(ctx.mediation.read(textId)).data ?? nothing)
}

/** A clause as it is kept. */
export const toClause = ({ status_id, until, ...rest }: z.infer<typeof clauseForm>): Draft['clauses'][number] => ({
  ...rest,
  status_id: status_id === undefined ? null : String(status_id),
  until: until ?? null,
})

/** The mark of the very words of a version. */
export const markOf = (version: number, draft: Draft): string =>
  sha256Hex(signedText({ ...draft, version, clauses: draft.clauses.map(asClause) }))

function checkDraft(ctx: Context, seat: Seat, before: Draft, after: Draft): void {
  const clauses = after.clauses.map(asClause)
  for (const [at, clause] of clauses.entries()) {
    const problem = problemOf(clause)
    if (problem) throw refuseField('clauses', roomRefusals.clause(at + 1, clauseProblems[problem]))
  }
  if (demandsApology(before.clauses.map(asClause), clauses, speakerOf(seat)))
    throw refuseField('clauses', roomRefusals.apology)
  const posts = clauses.flatMap(({ status_id }) => (status_id === null ? [] : [Number(status_id)]))
  const known = new Set(before.clauses.map(({ status_id }) => Number(status_id)))
  const fresh = posts.filter((post) => !known.has(post))
  const cast = readCast(ctx, seat.case)
  if (!cast) throw notFound()
  if (fresh.length > 0) checkQuotes(ctx, fresh, [cast.a, cast.b], 'clauses')
  const authors = new Map(statusesByIds(ctx.db, { ids: JSON.stringify(fresh) }).map((row) => [row.id, row.accountId]))
  for (const [at, { type, owed_by, status_id }] of clauses.entries()) {
    const author = authors.get(Number(status_id))
    const changes = type === 'delete_post' || type === 'edit_cw'
    if (changes && owed_by !== 'both' && author !== undefined && author !== cast[owed_by])
      throw refuseField('clauses', roomRefusals.clause(at + 1, clauseProblems.not_theirs))
  }
}

/** Puts other words on the table: a new version, which nobody has signed. Throws 422 for what does not hold. */
export function putDraft(ctx: Context, seat: Seat, after: Draft, verb: 'edit_agreement' | 'propose_clause'): void {
  if (after.clauses.length > agreementLimits.clauses) throw refuseField('clauses', roomRefusals.manyClauses)
  checkDraft(ctx, seat, readDraft(ctx, seat.case), after)
  const textId = ctx.mediation.write(seat.case.id, 'agreement', after)
  append(ctx, seat.case.id, seat.role, verb, { texts: { agreement: textId } })
}
