import { z } from 'zod'
import type { MediationAgreement } from '../../../../shared/api/mediation.ts'
import { actionTexts, optionTexts } from '../../../../shared/locales/en/mediation-actions.ts'
import { roomRefusals } from '../../../../shared/locales/en/mediation-room.ts'
import { agreementLimits, owes } from '../../../../shared/mediation/agreement.ts'
import { isParty, otherParty, type Party } from '../../../../shared/mediation/case.ts'
import type { Context } from '../../../context.ts'
import { conflict, notFound } from '../../../core/errors.ts'
import { listOf, whole } from '../../../http/forms.ts'
import { presentTime } from '../../accounts/present.ts'
import { append, type Loaded } from '../cases.ts'
import type { Seat } from '../seats.ts'
import { verb } from '../verb.ts'
import { carryOut, outcomeVerbs } from './carry-out.ts'
import { asClause, clauseForm, markOf, putDraft, readDraft, toClause } from './draft.ts'
import { choiceField, clausesField, numberField, textField } from './fields.ts'

const clauses = listOf(clauseForm, agreementLimits.clauses)

const propose = verb({
  ...actionTexts.propose_clause,
  form: z.object({ clauses }),
  fields: () => [clausesField('clauses', 1)],
  offered: (_, { case: { now } }) => now.track === 'mediation' && now.phase === 'options',
  run(ctx, seat, form) {
    const before = readDraft(ctx, seat.case)
    putDraft(ctx, seat, { ...before, clauses: [...before.clauses, ...form.clauses.map(toClause)] }, 'propose_clause')
  },
})

const edit = verb({
  ...actionTexts.edit_agreement,
  form: z.object({
    clauses,
    publicity: z.enum(['none', 'marker', 'statement']).default('none'),
    statement: z.string().trim().max(agreementLimits.statement).default(''),
  }),
  fields: () => [
    clausesField('clauses', agreementLimits.clauses),
    choiceField('publicity', optionTexts.publicity),
    { ...textField('joint_statement', agreementLimits.statement, false), name: 'statement' },
  ],
  run(ctx, seat, form) {
    putDraft(ctx, seat, { ...form, clauses: form.clauses.map(toClause) }, 'edit_agreement')
  },
})

const sign = verb({
  ...actionTexts.sign,
  form: z.object({ version: whole, sha256: z.string() }),
  fields: () => [numberField('version'), { ...textField('sha256', 64), kind: 'line' }],
  offered: (_, { case: { now }, role }) => isParty(role) && now.agreementVersion > 0 && !now.signed[role],
  run(ctx, seat, { version, sha256 }) {
    const { id, now } = seat.case
    if (version !== now.agreementVersion || sha256 !== markOf(version, readDraft(ctx, seat.case)))
      throw conflict(roomRefusals.signature, { code: 'other_version' })
    const { accountId } = seat.viewer
    const textId = ctx.mediation.write(id, 'agreement', { accountId, version, sha256, at: ctx.now() })
    append(ctx, id, seat.role, 'sign', { version, texts: { [`signature_${seat.role}`]: textId } })
  },
})

const done = verb({
  ...actionTexts.done,
  form: z.object({ index: whole }),
  fields: (ctx, seat) => [choiceField('index', clausesOwed(ctx, seat))],
  offered: (ctx, seat) => Object.keys(clausesOwed(ctx, seat)).length > 0,
  run(ctx, seat, { index }) {
    const clause = readDraft(ctx, seat.case).clauses[index]
    if (!clause || !isParty(seat.role) || !owes(asClause(clause), seat.role)) throw notFound(roomRefusals.notOwed)
    if (seat.case.now.done[seat.role].includes(index)) throw conflict(roomRefusals.done)
    ctx.transact(() => {
      append(ctx, seat.case.id, seat.role, 'done', { index })
      carryOut(ctx, seat, clause, index)
    })
  },
})

function clausesOwed(ctx: Context, { case: loaded, role }: Seat): Record<string, string> {
  if (!isParty(role) || loaded.now.dropped[role]) return {}
  const owed = readDraft(ctx, loaded).clauses.flatMap((clause, at) =>
    owes(asClause(clause), role) && !loaded.now.done[role].includes(at) ? [[String(at), String(at + 1)]] : [],
  )
  return Object.fromEntries(owed)
}

const checkIn = verb({
  ...actionTexts.check_in_agreement,
  form: z.object({ holding: z.enum(['yes', 'partly', 'no']) }),
  fields: () => [choiceField('holding', optionTexts.holding)],
  run: (ctx, seat, { holding }) => void append(ctx, seat.case.id, seat.role, 'check_in_agreement', { choice: holding }),
})

/** What is agreed: put on the table, signed, and done by who owes it. */
export const agreementVerbs = {
  propose_clause: propose,
  edit_agreement: edit,
  sign,
  done,
  check_in_agreement: checkIn,
  ...outcomeVerbs,
}

const signatureForm = z.object({ version: z.int(), at: z.int() })

function signedAt(ctx: Context, { now }: Loaded, party: Party): string | null {
  const textId = now.texts[`signature_${party}`]
  if (!now.signed[party] || textId === undefined) return null
  const signature = signatureForm.safeParse(ctx.mediation.read(textId)).data
  return signature?.version === now.agreementVersion ? presentTime(signature.at) : null
}

const withAgreement = ['active', 'signing', 'follow_up', 'closed']

/** What is on the table or was signed, as this viewer reads it; null where there is nothing, or they dropped it. */
export function presentAgreement(ctx: Context, { case: loaded, role }: Seat): MediationAgreement | null {
  const { now } = loaded
  const side = role === 'b' || role === 'support_b' ? 'b' : 'a'
  const signedOnly = now.state === 'closed' && now.signedAt === undefined
  if (now.agreementVersion === 0 || !withAgreement.includes(now.state) || signedOnly) return null
  if (role === 'coordinator' || (isParty(role) && now.dropped[role])) return null
  const draft = readDraft(ctx, loaded)
  const doneBy = (at: number) => (['a', 'b'] as const).filter((party) => now.done[party].includes(at))
  return {
    version: now.agreementVersion,
    clauses: draft.clauses.map((clause, at) => ({ ...clause, done_by: doneBy(at) })),
    publicity: draft.publicity,
    statement: draft.statement,
    sha256: markOf(now.agreementVersion, draft),
    signed_by_you: signedAt(ctx, loaded, side),
    signed_by_other: signedAt(ctx, loaded, otherParty(side)),
  }
}
