import { z } from 'zod'
import { limits } from '../../../limits.ts'
import { append } from '../cases.ts'
import { field } from '../fields.ts'
import { type VerbDoor, verb } from '../verb.ts'
import { intakeForm } from './form.ts'
import { saveIntake, submitIntake, withEarlier } from './submit.ts'

const nothing = z.object({})

/** What whoever asks can do before the team has decided. */
export const intakeVerbs: Record<string, VerbDoor> = {
  save: verb({
    label: 'Keep as a draft',
    hint: 'Only you can read it. It is deleted after 7 days.',
    weight: 'other',
    form: intakeForm,
    run: (ctx, seat, form) => saveIntake(ctx, seat, withEarlier(ctx, seat, form)),
  }),
  submit: verb({
    label: 'Send it to the team',
    hint: 'Someone from the team reads it. The other person is not told yet.',
    weight: 'main',
    form: intakeForm,
    run: (ctx, seat, form) => submitIntake(ctx, seat, withEarlier(ctx, seat, form)),
  }),
  discard: verb({
    label: 'Discard it',
    hint: 'All you wrote is deleted at once.',
    weight: 'exit',
    form: nothing,
    run: (ctx, { case: { id } }) => void append(ctx, id, 'a', 'discard'),
  }),
  withdraw: verb({
    label: 'Take it back',
    hint: 'It ends here. No reason is needed.',
    weight: 'exit',
    form: nothing,
    run: (ctx, { case: { id } }) => void append(ctx, id, 'a', 'withdraw'),
  }),
  answer: verb({
    label: 'Answer',
    hint: 'Only the team reads it.',
    weight: 'main',
    form: z.object({ text: z.string().trim().min(1).max(limits.mediationStory) }),
    fields: () => [field('text', 'text', 'Your answer', { max: limits.mediationStory })],
    run(ctx, { case: { id } }, { text }) {
      append(ctx, id, 'a', 'answer', { texts: { answer: ctx.mediation.write(id, 'intake', text) } })
    },
  }),
}
