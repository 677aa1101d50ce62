import { z } from 'zod'
import { mediationHopes, screeningQuestions } from '../../../../shared/api/mediation.ts'
import { flag, id, languageCode, listOf } from '../../../http/forms.ts'
import { limits } from '../../../limits.ts'

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const parts = ['morning', 'noon', 'afternoon', 'evening', 'night']
const hours = new Set(days.flatMap((day) => parts.map((part) => `${day}-${part}`)))

/** Times of the week that somebody is around, as `mon-morning`. */
export const hoursForm = listOf(
  z.string().refine((hour) => hours.has(hour), { error: 'has to be a time such as mon-morning' }),
  hours.size,
)

/** Languages that somebody can talk in. */
export const languagesForm = listOf(languageCode, limits.mediationNames)

const answer = z.enum(['yes', 'unsure', 'no'])
/** The answers of a screening, or as many as there are. */
export const screeningForm = z.partialRecord(z.enum(screeningQuestions), answer)

const line = z.string().trim().max(limits.mediationLine)
const handles = listOf(z.string().trim().min(1).max(100), limits.mediationNames)

/** What can be written to ask for a mediator, in any state of doneness. */
export const intakeForm = z.object({
  account_id: id.optional(),
  status_ids: listOf(id, limits.mediationPosts).optional(),
  story: z.string().trim().max(limits.mediationStory).optional(),
  hopes: listOf(z.enum(mediationHopes), mediationHopes.length).optional(),
  track: z.enum(['message', 'mediation']).optional(),
  mode: z.enum(['shuttle', 'joint']).optional(),
  languages: languagesForm.optional(),
  hours: hoursForm.optional(),
  access_needs: line.optional(),
  trusted: handles.optional(),
  unwanted: handles.optional(),
  support_id: z.preprocess((value) => (value === '' ? undefined : value), id.optional()),
  warnings: line.optional(),
  already_reported: flag.optional(),
  screening: screeningForm.optional(),
  human_check: flag.optional(),
  consent: flag.optional(),
})
/** What was written to ask for a mediator. */
export type IntakeForm = z.infer<typeof intakeForm>

/** As it is sealed: without the screening, which goes much sooner. */
export const storedIntake = intakeForm.omit({ screening: true })
/** One of {@link storedIntake}. */
export type StoredIntake = z.infer<typeof storedIntake>
