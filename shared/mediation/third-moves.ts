import { isParty } from './case.ts'
import { isSupportNamed, isThere } from './conditions.ts'
import type { Move } from './move.ts'

const stays = [] as const
const party = ['a', 'b'] as const
const three = ['a', 'b', 'mediator'] as const
/** Where somebody comes into a talk. */
const talk = ['opening', 'active'] as const
const room = ['opening', 'active', 'signing', 'follow_up'] as const

/** A support person, a second mediator, an interpreter: named, agreed to by both sides, there, and gone again. */
export const thirdMoves = [
  { verb: 'name_support', by: party, from: room, leads: stays },
  { verb: 'agree_support', by: party, from: room, leads: stays, when: isSupportNamed },
  { verb: 'refuse_support', by: party, from: room, leads: stays, when: isSupportNamed },
  {
    verb: 'accept_support',
    by: ['support_a', 'support_b'],
    from: room,
    leads: stays,
    when: (c, by) => c.support[by === 'support_a' ? 'a' : 'b'] === 'agreed',
  },
  {
    verb: 'step_back',
    by: ['support_a', 'support_b', 'co_mediator', 'interpreter'],
    from: room,
    leads: stays,
    when: (c, by) => by !== 'co_mediator' || c.pair === undefined,
  },
  { verb: 'name_co', by: ['mediator'], from: talk, leads: stays, when: (c) => !c.co },
  {
    verb: 'agree_co',
    by: party,
    from: talk,
    leads: stays,
    when: (c, by) => c.co?.stands === 'asked' && isParty(by) && !c.co.yes[by],
  },
  // of two whom the sides chose, one each, neither is sent away by one side: the pair is replaced, or goes on
  { verb: 'refuse_co', by: three, from: room, leads: stays, when: (c) => c.co !== undefined && !c.pair },
  { verb: 'accept_co', by: ['co_mediator'], from: talk, leads: stays, when: (c) => c.co?.stands === 'agreed' },
  { verb: 'name_interpreter', by: three, from: talk, leads: stays, when: (c) => !c.interpreter },
  {
    verb: 'agree_interpreter',
    by: party,
    from: talk,
    leads: stays,
    when: (c, by) => c.interpreter?.stands === 'asked' && isParty(by) && !c.interpreter.yes[by],
  },
  { verb: 'refuse_interpreter', by: three, from: room, leads: stays, when: (c) => c.interpreter !== undefined },
  {
    verb: 'accept_interpreter',
    by: ['interpreter'],
    from: talk,
    leads: stays,
    when: (c) => c.interpreter?.stands === 'agreed',
  },
  { verb: 'ask_interpreter', by: three, from: talk, leads: stays, when: (c) => isThere(c.interpreter) },
  {
    verb: 'interpret',
    by: ['interpreter'],
    from: talk,
    leads: stays,
    when: (c) => isThere(c.interpreter) && (c.toInterpret ?? []).length > 0,
  },
  { verb: 'third_gone', by: ['system'], from: room, leads: stays },
] as const satisfies readonly Move[]
