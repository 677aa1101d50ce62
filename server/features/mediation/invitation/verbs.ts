import { z } from 'zod'
import { type Screening, screeningQuestions } from '../../../../shared/api/mediation.ts'
import { isHard, readScreening } from '../../../../shared/mediation/screening.ts'
import type { Context } from '../../../context.ts'
import { type FieldErrors, invalidFields } from '../../../core/errors.ts'
import { flag } from '../../../http/forms.ts'
import { limits } from '../../../limits.ts'
import { append } from '../cases.ts'
import { readCast } from '../cast.ts'
import { refuseAll, refuseFrom } from '../choices/change.ts'
import { field, optionsOf } from '../fields.ts'
import { hoursForm, languagesForm, screeningForm } from '../intake/form.ts'
import type { Seat } from '../seats.ts'
import { type VerbDoor, verb } from '../verb.ts'

const consentForm = z.object({
  choice: z.enum(['yes', 'shuttle', 'message']).default('yes'),
  screening: screeningForm.default({}),
  human_check: flag.default(false),
  consent: flag.default(false),
  languages: languagesForm.default([]),
  hours: hoursForm.default([]),
})
type ConsentForm = z.infer<typeof consentForm>

const declineForm = z.object({ how: z.enum(['not_now', 'no', 'not_from_them', 'none_at_all']).default('no') })

const choices = {
  yes: ['Yes', 'You choose a mediator together.'],
  shuttle: ['Yes, only through the mediator', 'You and the other person never write to each other.'],
  message: ['Yes, to one message only', 'You get one message. You can answer once, or not at all.'],
} as const

const noes = {
  not_now: ['Not now', 'Perhaps another time. They can ask again after 90 days.'],
  no: ['No', 'They can ask again after 90 days.'],
  not_from_them: ['No, and not from this person again', 'For a year nothing of theirs reaches you here.'],
  none_at_all: ['No requests at all', 'Nobody’s request reaches you. You can change that in your settings.'],
} as const

/** A guest has no settings: what they decide is for good. */
const guestNoes = {
  ...noes,
  none_at_all: [noes.none_at_all[0], 'Nobody’s request reaches you from here again.'],
} as const

function checkWhole({ screening, consent }: ConsentForm): void {
  const causes: FieldErrors = {}
  if (!screeningQuestions.every((question) => screening[question] !== undefined)) {
    causes.screening = [{ error: 'ERR_BLANK', description: 'Answer all ten questions.' }]
  }
  if (!consent) {
    causes.consent = [{ error: 'ERR_ACCEPTED', description: 'We can only keep this if you agree to it.' }]
  }
  if (Object.keys(causes).length > 0) throw invalidFields(causes)
}

function outcomeOf({ screening, human_check }: ConsentForm): ReturnType<typeof readScreening> {
  // a hard answer needs none of the others
  return readScreening(screening as Screening, human_check)
}

/** Says yes. It is a yes only once this side's own screening leads on; until then nobody else learns of it. */
function consent(ctx: Context, { case: { id, now } }: Seat, form: ConsentForm): void {
  if (!isHard(form.screening)) checkWhole(form)
  const { route, shuttleOnly } = outcomeOf(form)
  const track = form.choice === 'message' ? 'message' : now.track
  const texts = {
    screening_b: ctx.mediation.write(id, 'screening', form.screening),
    consent_b: ctx.mediation.write(id, 'intake', { languages: form.languages, hours: form.hours }),
  }
  append(ctx, id, 'b', 'consent', { route, track, shuttleOnly: shuttleOnly || form.choice === 'shuttle', texts })
}

function decline(ctx: Context, { case: loaded, viewer }: Seat, { how }: z.infer<typeof declineForm>): void {
  const cast = readCast(ctx, loaded)
  ctx.transact(() => {
    append(ctx, loaded.id, 'b', 'decline')
    if (how === 'not_from_them' && cast) refuseFrom(ctx, viewer.accountId, cast.a, limits.mediationNotAgain)
    if (how === 'none_at_all') refuseAll(ctx, viewer.accountId)
  })
}

/** What whoever was invited can do. */
export const invitationVerbs: Record<string, VerbDoor> = {
  see: verb({
    label: 'See who and which thread',
    hint: 'You can say no without ever knowing.',
    weight: 'other',
    form: z.object({}),
    run: (ctx, { case: { id } }) => void append(ctx, id, 'b', 'see'),
  }),
  consent: verb({
    label: 'Yes',
    hint: 'First ten questions that only you and the computer see. They hear of your yes only after that.',
    weight: 'main',
    form: consentForm,
    fields: () => [
      field('choice', 'choice', 'How', { options: optionsOf(choices) }),
      field('screening', 'screening', 'Ten questions'),
      field('human_check', 'tick', 'Someone from the team may look at an answer that is not clear', {
        required: false,
      }),
      field('languages', 'choices', 'Languages you can talk in', { required: false }),
      field('hours', 'choices', 'When you are around', { required: false }),
      field('consent', 'tick', 'You may keep what I write here as long as this page says'),
    ],
    run: consent,
  }),
  decline: verb({
    label: 'No',
    hint: 'They are not told. It has no effect for you.',
    weight: 'exit',
    form: declineForm,
    fields: (_, { isGuest }) => [field('how', 'choice', 'How', { options: optionsOf(isGuest ? guestNoes : noes) })],
    run: decline,
  }),
}
