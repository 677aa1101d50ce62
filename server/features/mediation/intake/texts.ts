import type { Screening } from '../../../../shared/api/mediation.ts'
import type { Context } from '../../../context.ts'
import type { Loaded } from '../cases.ts'
import { type IntakeForm, type StoredIntake, screeningForm, storedIntake } from './form.ts'

/** What was written to ask for a mediator; nothing of it once it is forgotten. */
export function readIntake(ctx: Context, { now }: Loaded): StoredIntake {
  const id = now.texts.intake
  return id === undefined ? {} : (storedIntake.safeParse(ctx.mediation.read(id)).data ?? {})
}

/** What a side answered to the screening, as long as it is kept. */
export function readAnswers(ctx: Context, { now }: Loaded, party: 'a' | 'b'): Partial<Screening> {
  const id = now.texts[`screening_${party}`]
  return id === undefined ? {} : (screeningForm.safeParse(ctx.mediation.read(id)).data ?? {})
}

/** Seals what was written, and gives the texts' ids for the event. */
export function writeIntake(ctx: Context, caseId: number, { screening, ...rest }: IntakeForm): Record<string, number> {
  return {
    intake: ctx.mediation.write(caseId, 'intake', rest),
    ...(screening && { screening_a: ctx.mediation.write(caseId, 'screening', screening) }),
  }
}
