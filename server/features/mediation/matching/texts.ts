import { z } from 'zod'
import type { Party } from '../../../../shared/mediation/case.ts'
import type { Context } from '../../../context.ts'
import type { Loaded } from '../cases.ts'

const candidateForm = z.object({
  id: z.int(),
  comrade: z.boolean(),
  disclosures: z.array(z.enum(['follows_a', 'follows_b', 'mediated_before'])),
})
/** Somebody who could mediate. */
export type Candidate = z.infer<typeof candidateForm>

const candidatesForm = z.object({
  offered: z.array(candidateForm),
  /** Who was offered in an earlier round, or asked and said no: never again in this case. */
  past: z.array(z.int()),
})
/** Who is offered, and who was. */
export type Candidates = z.infer<typeof candidatesForm>

/** Who is offered in a case now. */
export function readCandidates(ctx: Context, { now }: Loaded): Candidates {
  const id = now.texts.candidates
  const read = id === undefined ? undefined : candidatesForm.safeParse(ctx.mediation.read(id)).data
  return read ?? { offered: [], past: [] }
}

/** Seals who is offered, and gives the text's id. */
export const writeCandidates = (ctx: Context, caseId: number, candidates: Candidates): number =>
  ctx.mediation.write(caseId, 'intake', candidates)

const ballotForm = z.array(z.int())

/** Whom a side marked as acceptable. */
export function readBallot(ctx: Context, { now }: Loaded, party: Party): number[] {
  const id = now.texts[`ballot_${party}`]
  return id === undefined ? [] : (ballotForm.safeParse(ctx.mediation.read(id)).data ?? [])
}

/** Seals whom a side marked, and gives the text by its name. */
export const writeBallot = (ctx: Context, caseId: number, party: Party, ids: number[]): Record<string, number> => ({
  [`ballot_${party}`]: ctx.mediation.write(caseId, 'intake', ids),
})

const consentForm = z.object({ languages: z.array(z.string()), hours: z.array(z.string()) })
/** What whoever was invited said about when and how they can talk. */
export type ConsentText = z.infer<typeof consentForm>

/** When and in which languages the person invited can talk. */
export function readConsent(ctx: Context, { now }: Loaded): ConsentText {
  const id = now.texts.consent_b
  const read = id === undefined ? undefined : consentForm.safeParse(ctx.mediation.read(id)).data
  return read ?? { languages: [], hours: [] }
}
