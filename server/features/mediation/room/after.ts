import { z } from 'zod'
import { actionTexts, fieldTexts, optionTexts } from '../../../../shared/locales/en/mediation-actions.ts'
import { type KeepDays, keepChoices } from '../../../../shared/mediation/retention.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../core/errors.ts'
import { whole } from '../../../http/forms.ts'
import { limits } from '../../../limits.ts'
import { raiseAlert } from '../alerts.ts'
import { append, nameOf } from '../cases.ts'
import { readCast } from '../cast.ts'
import { verb } from '../verb.ts'
import { choiceField, textField } from './fields.ts'
import { readText } from './post.ts'
import { feedbackOf, insertFeedback } from './queries.ts'

const scale = whole.min(1).max(5)
const WORDS = 1000

const feedback = verb({
  ...actionTexts.feedback,
  form: z.object({ heard: scale, safe: scale, again: scale, text: z.string().trim().max(WORDS).default('') }),
  fields: () => [
    choiceField('heard', optionTexts.scale),
    choiceField('safe', optionTexts.scale),
    choiceField('again', optionTexts.scale),
    { ...textField('text', WORDS, false), hint: fieldTexts.complaint.hint },
  ],
  run(ctx, seat, { text, ...scales }) {
    const { id } = seat.case
    const mediator = readCast(ctx, seat.case)?.mediator
    ctx.transact(() => {
      append(ctx, id, seat.role, 'feedback')
      if (mediator === undefined) return
      insertFeedback(ctx.db, {
        id: ctx.newId(),
        mediator: nameOf(ctx, mediator),
        caseId: id,
        ...scales,
        now: ctx.now(),
      })
      const who = nameOf(ctx, seat.viewer.accountId)
      const content = { accountId: mediator, text }
      if (text) raiseAlert(ctx, { kind: 'feedback', who, content, lasts: limits.mediationAlertKept })
    })
  },
})

const complain = verb({
  ...actionTexts.complain,
  form: z.object({ text: z.string() }),
  fields: () => [{ ...textField('complaint', WORDS), name: 'text' }],
  run(ctx, seat, form) {
    const text = readText(form.text)
    const cast = readCast(ctx, seat.case)
    if (!cast) throw notFound()
    const { id } = seat.case
    ctx.transact(() => {
      append(ctx, id, seat.role, 'complain')
      const content = { accountId: cast.mediator, by: seat.viewer.accountId, text, caseId: id }
      const who = nameOf(ctx, seat.viewer.accountId)
      const { mediationComplaintKept: lasts, mediationComplaint: dueIn } = limits
      raiseAlert(ctx, { kind: 'complaint', who, content, lasts, dueIn })
    })
  },
})

const days = whole.transform((given, context): KeepDays => {
  const known = keepChoices.find((choice) => choice === given)
  if (known === undefined) context.addIssue({ code: 'custom', message: 'has to be 0, 30 or 90' })
  return known ?? 30
})

const keep = verb({
  ...actionTexts.keep,
  form: z.object({ days }),
  fields: () => [choiceField('days', optionTexts.days)],
  run: (ctx, seat, form) => void append(ctx, seat.case.id, seat.role, 'keep', { keep: form.days }),
})

/** What the two sides can do when it is over. */
export const afterVerbs = { feedback, complain, keep }

/** How a mediator's cases went, as sums of five cases or more; undefined below that. */
export function feedbackFor(ctx: Context, accountId: number) {
  const sums = feedbackOf(ctx.db, { mediator: nameOf(ctx, accountId) })
  if (!sums || sums.cases < limits.mediationSmallest) return undefined
  const mean = (sum: number | null) => Math.round((10 * (sum ?? 0)) / sums.answers) / 10
  return { cases: sums.cases, heard: mean(sums.heard), safe: mean(sums.safe), again: mean(sums.again) }
}
