import { z } from 'zod'
import { mediationPhases } from '../../../../shared/api/mediation.ts'
import { actionTexts, optionTexts } from '../../../../shared/locales/en/mediation-actions.ts'
import { isParty } from '../../../../shared/mediation/case.ts'
import { whole } from '../../../http/forms.ts'
import { append } from '../cases.ts'
import { verb } from '../verb.ts'
import { choiceField } from './fields.ts'
import { oneTap } from './simple.ts'

const lengths = [2, 12, 24, 72]

const movePhase = verb({
  ...actionTexts.move_phase,
  form: z.object({ phase: z.enum(mediationPhases) }),
  fields: () => [choiceField('phase', optionTexts.phases)],
  run: (ctx, seat, { phase }) => void append(ctx, seat.case.id, seat.role, 'move_phase', { phase }),
})

const pause = verb({
  ...actionTexts.pause,
  form: z.object({ hours: whole.refine((hours) => lengths.includes(hours), { error: 'has to be 2, 12, 24 or 72' }) }),
  fields: () => [choiceField('hours', optionTexts.hours)],
  run: (ctx, seat, { hours }) => void append(ctx, seat.case.id, seat.role, 'pause', { hours }),
})

/** How fast the talk goes, in which part of it, and in which way. */
export const paceVerbs = {
  move_phase: movePhase,
  pause,
  resume: oneTap('resume'),
  more_time: oneTap('more_time'),
  move_up: oneTap('move_up'),
  extend: oneTap('extend'),
  agree_joint: oneTap('agree_joint'),
  switch_to_shuttle: oneTap('switch_to_shuttle'),
  // whoever reported the other side decides when the talk goes on; to the other it was a pause like any
  unfreeze: oneTap('unfreeze', (_, { case: { now }, role }) => isParty(role) && now.frozenBy === role),
  to_signing: oneTap('to_signing', (_, { case: { now } }) => now.track === 'mediation'),
  back: oneTap('back'),
  leave: oneTap('leave'),
  end: oneTap('end'),
  not_holding: oneTap('not_holding', (_, { case: { now }, role }) => isParty(role) && !now.reopen[role]),
  agree_reopen: oneTap('agree_reopen'),
  drop_agreement: oneTap('drop_agreement'),
  replace_mediator: oneTap('replace_mediator'),
  hand_over: oneTap('hand_over'),
  accept_interpreter: oneTap('accept_interpreter'),
}
