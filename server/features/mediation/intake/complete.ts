import { type Screening, screeningQuestions } from '../../../../shared/api/mediation.ts'
import type { Context } from '../../../context.ts'
import { type Cause, invalidFields, onlyCauses } from '../../../core/errors.ts'
import { accountById } from '../../accounts/queries.ts'
import { isElsewhere } from '../guests/way-in.ts'
import { counterOf, pairOf } from '../pairs.ts'
import type { IntakeForm } from './form.ts'

/** What is there once a request is whole. */
export type WholeIntake = IntakeForm &
  Required<Pick<IntakeForm, 'account_id' | 'track' | 'mode'>> & { screening: Screening }

const blank = (description: string): Cause => ({ error: 'ERR_BLANK', description })

const notOurs: Cause = { error: 'ERR_INVALID', description: 'Choose a member of this community.' }

function whoCause(ctx: Context, me: number, id: number | undefined): Cause | undefined {
  if (id === undefined) return blank('Say who the other person is.')
  if (id === me) return { error: 'ERR_INVALID', description: 'Choose somebody other than yourself.' }
  const found = accountById(ctx.db, { id })
  if (found && found.domain !== null && isElsewhere(ctx, me)) return notOurs
  // about whom one has asked lately is refused for that, whatever became of them
  const isKnown = (found && found.joinedAt !== null) || counterOf(ctx, pairOf(ctx, me, id), 'asked') > 0
  return isKnown ? undefined : { error: 'ERR_INVALID', description: 'Choose a person whom this community knows.' }
}

/** A request as it can be sent. Throws 422 with a cause for every field that is missing. */
export function completeIntake(ctx: Context, me: number, form: IntakeForm): WholeIntake {
  const { account_id, track, mode = 'shuttle', screening = {} } = form
  const answered = screeningQuestions.every((question) => screening[question] !== undefined)
  const causes = onlyCauses({
    account_id: whoCause(ctx, me, account_id),
    story: form.story ? undefined : blank('Say what happened, from where you stood.'),
    hopes: form.hopes?.length ? undefined : blank('Choose what you hope for.'),
    track: track ? undefined : blank('Choose one message or a whole mediation.'),
    languages: form.languages?.length ? undefined : blank('Choose a language you can talk in.'),
    screening: answered ? undefined : blank('Answer all ten questions.'),
    consent: form.consent
      ? undefined
      : { error: 'ERR_ACCEPTED', description: 'We can only keep this if you agree to it.' },
  })
  if (Object.keys(causes).length > 0 || account_id === undefined || !track) throw invalidFields(causes)
  // every question was seen to be answered
  return { ...form, account_id, track, mode, screening: screening as Screening }
}
