import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { invalidFields } from '../../../core/errors.ts'
import { limits } from '../../../limits.ts'
import { append, nameOf } from '../cases.ts'
import { field, optionsOf } from '../fields.ts'
import { putMember } from '../queries.ts'
import type { Seat } from '../seats.ts'
import { type VerbDoor, verb } from '../verb.ts'
import { readCapacity } from './capacity.ts'

const nothing = z.object({})

const reasons = {
  moderator_help: ['A moderator should help', 'The person who asked gets the page that leads to a moderator.'],
  capacity: ['No mediator has room', 'Only where no mediator has room for anyone.'],
  about_other: [
    'Something about the other person',
    'It goes nowhere, and reads for whoever asked as if nobody had answered: after 7 days.',
  ],
} as const
const refuseForm = z.object({ reason: z.enum(['moderator_help', 'capacity', 'about_other']) })

/** Who looked at a request is never a mediator in it. */
const touch = (ctx: Context, { case: { id }, viewer }: Seat) =>
  void putMember(ctx.db, { caseId: id, role: 'coordinator', who: nameOf(ctx, viewer.accountId), now: ctx.now() })

function refuse(ctx: Context, seat: Seat, { reason }: z.infer<typeof refuseForm>): void {
  if (reason === 'capacity' && readCapacity(ctx).free_places > 0) {
    const description = 'There are mediators with room. This may only be said where it is true for everyone.'
    throw invalidFields({ reason: [{ error: 'ERR_INVALID', description }] })
  }
  const data = reason === 'capacity' ? { reason } : reason === 'about_other' ? { withheld: true } : {}
  append(ctx, seat.case.id, 'coordinator', 'refuse', data)
}

/** A decision of a coordinator, with who made it kept as somebody who looked at the case. */
const decision = (ctx: Context, seat: Seat, work: () => void) =>
  ctx.transact(() => {
    touch(ctx, seat)
    work()
  })

/** What a coordinator can do with a request. */
export const triageVerbs: Record<string, VerbDoor> = {
  invite: verb({
    label: 'Invite the other person',
    hint: 'They get an invitation without a name. You do not see whether it reaches them.',
    weight: 'main',
    form: nothing,
    run: (ctx, seat) => decision(ctx, seat, () => append(ctx, seat.case.id, 'coordinator', 'invite')),
  }),
  ask: verb({
    label: 'Ask a question',
    hint: 'Only whoever asked for a mediator reads it.',
    weight: 'other',
    form: z.object({ text: z.string().trim().min(1).max(limits.mediationLine) }),
    fields: () => [field('text', 'text', 'Your question', { max: limits.mediationLine })],
    run: (ctx, seat, { text }) => {
      const question = ctx.mediation.write(seat.case.id, 'intake', text)
      decision(ctx, seat, () => append(ctx, seat.case.id, 'coordinator', 'ask', { texts: { question } }))
    },
  }),
  divert: verb({
    label: 'This is harm, not a disagreement',
    hint: 'Whoever asked gets the safety page: report, evidence, help. The other person is told nothing.',
    weight: 'other',
    form: nothing,
    run: (ctx, seat) => decision(ctx, seat, () => append(ctx, seat.case.id, 'coordinator', 'divert')),
  }),
  refuse: verb({
    label: 'Do not go on',
    hint: 'Choose why. Nothing about the other person is ever told.',
    weight: 'other',
    form: refuseForm,
    fields: () => [field('reason', 'choice', 'Why', { options: optionsOf(reasons) })],
    run: (ctx, seat, form) => decision(ctx, seat, () => refuse(ctx, seat, form)),
  }),
  pass_check: verb({
    label: 'It can go on',
    hint: 'The person who was invited goes on to choosing a mediator.',
    weight: 'main',
    form: nothing,
    run: (ctx, seat) => decision(ctx, seat, () => append(ctx, seat.case.id, 'coordinator', 'pass_check')),
  }),
  fail_check: verb({
    label: 'Lead them to the safety page',
    hint: 'The other side learns nothing and hears on the ordinary date.',
    weight: 'other',
    form: nothing,
    run: (ctx, seat) => decision(ctx, seat, () => append(ctx, seat.case.id, 'coordinator', 'fail_check')),
  }),
}
