import { z } from 'zod'
import { screeningQuestions } from '../../../../shared/api/mediation.ts'
import { actionTexts, optionTexts } from '../../../../shared/locales/en/mediation-actions.ts'
import { readScreening } from '../../../../shared/mediation/screening.ts'
import type { Context } from '../../../context.ts'
import { append, type Loaded } from '../cases.ts'
import { tell } from '../notices.ts'
import { verb } from '../verb.ts'
import { choiceField, screeningField, ticked, tickField } from './fields.ts'

const answer = z.enum(['yes', 'unsure', 'no'])
const screeningForm = z.record(z.enum(screeningQuestions), answer)

const signRules = verb({
  ...actionTexts.sign_rules,
  form: z.object({ read: ticked }),
  fields: () => [tickField('read')],
  run: (ctx, seat) => void append(ctx, seat.case.id, seat.role, 'sign_rules'),
})

const wishMode = verb({
  ...actionTexts.wish_mode,
  form: z.object({ mode: z.enum(['shuttle', 'joint']) }),
  fields: () => [choiceField('mode', optionTexts.mode)],
  offered: (_, { case: { now } }) => now.state === 'opening' && !now.shuttleOnly,
  run: (ctx, seat, { mode }) => void append(ctx, seat.case.id, seat.role, 'wish_mode', { mode }),
})

const checkIn = verb({
  ...actionTexts.check_in,
  form: z.object({ screening: screeningForm }),
  fields: () => [screeningField('screening')],
  run(ctx, seat, { screening }) {
    const { id } = seat.case
    const textId = ctx.mediation.write(id, 'room', screening)
    ctx.transact(() => {
      append(ctx, id, seat.role, 'check_in', { texts: { [`check_in_${seat.role}`]: textId } })
      tell(ctx, seat.case, ['mediator'])
    })
  },
})

/** The sides with whom the mediator has to speak about safety before anything else; for the mediator's eyes alone. */
export function needSafetyTalk(ctx: Context, { now }: Loaded): ('a' | 'b')[] {
  return (['a', 'b'] as const).filter((side) => {
    const textId = now.texts[`check_in_${side}`]
    const answers = textId === undefined ? undefined : screeningForm.safeParse(ctx.mediation.read(textId)).data
    return answers !== undefined && readScreening(answers, true).route !== 'go'
  })
}

const safetyExit = verb({
  ...actionTexts.safety_exit,
  form: z.object({ party: z.enum(['a', 'b']) }),
  fields: () => [choiceField('party', optionTexts.party)],
  run: (ctx, seat, { party }) => void append(ctx, seat.case.id, seat.role, 'safety_exit', { party }),
})

/** What each does before the talk begins. */
export const openingVerbs = {
  sign_rules: signRules,
  wish_mode: wishMode,
  check_in: checkIn,
  safety_exit: safetyExit,
}
