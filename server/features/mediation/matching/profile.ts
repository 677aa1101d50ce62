import { z } from 'zod'
import type { MediatorProfile } from '../../../../shared/api/mediation-team.ts'
import type { Context } from '../../../context.ts'
import { forbidden, invalidFields } from '../../../core/errors.ts'
import { flag, id, listOf } from '../../../http/forms.ts'
import { limits } from '../../../limits.ts'
import { holds } from '../../../policies/roles.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { hoursForm, languagesForm } from '../intake/form.ts'
import { readCloseTo, readWords } from './mediators.ts'
import { profileOf, putProfile } from './queries.ts'

/** What a volunteer can say about themselves; what is left out stays as it is. */
export const profileForm = z
  .object({
    volunteering: flag,
    languages: languagesForm,
    hours: hoursForm,
    max_open: z.coerce.number().int().min(1).max(limits.mediatorCasesMost),
    topics_not_taken: z.string().trim().max(limits.mediationLine),
    co_mediation: flag,
    trainee: flag,
    approach: z.string().trim().max(limits.mediatorApproach),
    away: flag,
    close_to: listOf(id, limits.mediatorCloseTo),
    accepted_code: flag,
  })
  .partial()
type ProfileForm = z.infer<typeof profileForm>

const fresh: MediatorProfile = {
  volunteering: false,
  languages: [],
  hours: [],
  max_open: limits.mediatorCases,
  topics_not_taken: '',
  co_mediation: false,
  trainee: false,
  approach: '',
  away: false,
  close_to: [],
  accepted_code: false,
}

/** What a volunteer said about themselves. */
export function readProfile(ctx: Context, accountId: number): MediatorProfile {
  const row = profileOf(ctx.db, { accountId })
  if (!row) return fresh
  return {
    volunteering: row.volunteering === 1,
    languages: readWords(row.languages),
    hours: readWords(row.hours),
    max_open: row.maxOpen,
    topics_not_taken: row.topicsNotTaken,
    co_mediation: row.coMediation === 1,
    trainee: row.trainee === 1,
    approach: row.approach,
    away: row.away === 1,
    close_to: readCloseTo(ctx, row.closeTo).map(String),
    accepted_code: row.acceptedCodeAt !== null,
  }
}

function checkWhole({ volunteering, accepted_code, languages }: MediatorProfile): void {
  if (volunteering && !accepted_code) {
    const description = 'Agree to the code before you volunteer.'
    throw invalidFields({ accepted_code: [{ error: 'ERR_ACCEPTED', description }] })
  }
  if (volunteering && languages.length === 0) {
    throw invalidFields({ languages: [{ error: 'ERR_BLANK', description: 'Choose a language you can mediate in.' }] })
  }
}

const bit = (value: boolean) => (value ? 1 : 0)

/** Changes what a volunteer says about themselves. Throws 422 for who volunteers without the code or a language. */
export function changeProfile(ctx: Context, accountId: number, { close_to, ...form }: ProfileForm): void {
  const before = readProfile(ctx, accountId)
  const profile: MediatorProfile = { ...before, ...form, close_to: close_to?.map(String) ?? before.close_to }
  checkWhole(profile)
  putProfile(ctx.db, {
    accountId,
    volunteering: bit(profile.volunteering),
    languages: JSON.stringify(profile.languages),
    hours: JSON.stringify(profile.hours),
    maxOpen: profile.max_open,
    topicsNotTaken: profile.topics_not_taken,
    coMediation: bit(profile.co_mediation),
    trainee: bit(profile.trainee),
    approach: profile.approach,
    away: bit(profile.away),
    closeTo: ctx.vault.seal(JSON.stringify(profile.close_to.map(Number))),
    acceptedCodeAt: profile.accepted_code ? ctx.now() : null,
    now: ctx.now(),
  })
}

/** Throws 403 for who is not a mediator. */
export function checkMediator(viewer: Viewer): void {
  if (!holds(viewer, 'mediate')) throw forbidden('This page is for mediators.')
}
