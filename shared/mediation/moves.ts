import { type Actor, type Case, isParty, otherParty } from './case.ts'
import {
  areWordsAsked,
  hasTaken,
  invited,
  isAskedHow,
  isSigned,
  mayAsThird,
  mayInvite,
  mayLook,
  maySeeSafety,
  notPaused,
  onSafetyPage,
  whole,
} from './conditions.ts'
import type { Move } from './move.ts'
import { hasTurns } from './pacing.ts'
import { quoteMoves } from './quote-moves.ts'
import { thirdMoves } from './third-moves.ts'
import { mediationCounts } from './times.ts'

const stays = [] as const
const party = ['a', 'b'] as const
const leads = ['mediator', 'co_mediator'] as const
const anyone = ['a', 'b', ...leads] as const
const system = ['system'] as const
/** The states in which both have said yes and the case is open. */
export const talking = ['matching', 'opening', 'active', 'signing', 'follow_up'] as const
/** Where somebody can be on the safety page. */
const unsafe = ['diverted', 'invited', 'not_taken_up', 'closed'] as const
const room = ['opening', 'active', 'signing', 'follow_up'] as const

/** What two admins can keep: all that reached the team. */
const held = ['diverted', 'triage', 'invited', 'not_taken_up', ...talking, 'closed'] as const

/** Every move there is. What is not in this table cannot happen. */
export const moves = [
  // writing it down
  { verb: 'save', by: ['a'], from: ['draft'], leads: ['draft', 'diverted'] },
  { verb: 'submit', by: ['a'], from: ['draft'], leads: ['triage', 'diverted'] },
  { verb: 'discard', by: ['a'], from: ['draft'], leads: ['purged'] },
  // the safety page
  { verb: 'report', by: party, from: unsafe, leads: stays, when: maySeeSafety },
  { verb: 'keep_evidence', by: party, from: unsafe, leads: stays, when: onSafetyPage },
  { verb: 'talk_privately', by: party, from: unsafe, leads: stays, when: onSafetyPage },
  { verb: 'close', by: ['a'], from: ['diverted'], leads: ['purged'], when: (c) => !c.legalHold },
  // the team looks at it
  { verb: 'withdraw', by: ['a'], from: ['triage', 'invited'], leads: ['closed'] },
  { verb: 'answer', by: ['a'], from: ['triage'], leads: stays, when: (c) => c.askedAt !== undefined },
  { verb: 'ask', by: ['coordinator'], from: ['triage'], leads: stays, when: (c) => c.askedAt === undefined },
  { verb: 'invite', by: ['coordinator', 'system'], from: ['triage'], leads: ['invited'], when: mayInvite },
  { verb: 'divert', by: ['coordinator'], from: ['triage'], leads: ['diverted'] },
  { verb: 'refuse', by: ['coordinator'], from: ['triage'], leads: ['closed', 'diverted', 'invited'] },
  { verb: 'second_asked', by: system, from: ['triage'], leads: stays },
  { verb: 'capacity', by: system, from: ['triage', 'matching'], leads: ['closed'] },
  // the invitation
  { verb: 'deliver', by: system, from: ['invited'], leads: stays, when: (c) => c.reach !== 'delivered' },
  { verb: 'wait', by: system, from: ['invited'], leads: stays, when: (c) => c.reach === 'unknown' },
  { verb: 'withhold', by: system, from: ['invited'], leads: stays, when: (c) => c.reach !== 'delivered' },
  { verb: 'see', by: ['b'], from: ['invited', 'not_taken_up'], leads: stays, when: mayLook },
  { verb: 'consent', by: ['b'], from: ['invited'], leads: ['invited', 'matching'], when: invited },
  { verb: 'decline', by: ['b'], from: ['invited'], leads: stays, when: (c) => invited(c) || c.answer === 'check' },
  {
    verb: 'pass_check',
    by: ['coordinator'],
    from: ['invited'],
    leads: ['matching'],
    when: (c) => c.answer === 'check',
  },
  { verb: 'fail_check', by: ['coordinator'], from: ['invited'], leads: stays, when: (c) => c.answer === 'check' },
  { verb: 'not_taken_up', by: system, from: ['invited'], leads: ['not_taken_up'] },
  // choosing the mediator
  { verb: 'candidates', by: system, from: ['matching'], leads: stays },
  { verb: 'vote', by: party, from: ['matching'], leads: stays, when: (c) => c.pickedAt === undefined },
  {
    verb: 'propose_comrade',
    by: party,
    from: ['matching'],
    leads: stays,
    when: (c) => c.pickedAt === undefined,
  },
  { verb: 'pick', by: system, from: ['matching'], leads: stays },
  { verb: 'take', by: leads, from: ['matching'], leads: ['matching', 'opening'], when: (c, by) => !hasTaken(c, by) },
  { verb: 'pass', by: leads, from: ['matching'], leads: stays, when: (c, by) => !hasTaken(c, by) },
  { verb: 'mediator_silent', by: system, from: ['matching'], leads: stays },
  {
    verb: 'replace_mediator',
    by: party,
    from: ['opening', 'active'],
    leads: ['matching'],
    when: (c, by) => isParty(by) && !c.replaced[by],
  },
  {
    verb: 'hand_over',
    by: leads,
    from: ['opening', 'active'],
    leads: ['matching'],
    when: (c, by) => by === 'mediator' || c.pair !== undefined,
  },
  { verb: 'mediator_gone', by: system, from: room, leads: ['matching', 'follow_up'] },
  // opening
  {
    verb: 'sign_rules',
    by: party,
    from: ['opening'],
    leads: ['opening', 'active'],
    when: (c, by) => isParty(by) && !c.signedRules[by],
  },
  { verb: 'wish_mode', by: party, from: ['opening'], leads: stays, when: whole },
  { verb: 'check_in', by: party, from: ['opening'], leads: stays },
  // those beside the two and the mediator
  ...thirdMoves,
  ...quoteMoves,
  // the talk
  { verb: 'message', by: anyone, from: ['opening', 'active'], leads: stays, when: notPaused },
  { verb: 'offer', by: leads, from: ['active'], leads: stays, when: notPaused },
  { verb: 'approve', by: party, from: ['active'], leads: stays },
  { verb: 'carry', by: leads, from: ['active'], leads: stays, when: notPaused },
  { verb: 'unsend', by: anyone, from: ['opening', 'active'], leads: stays },
  {
    verb: 'erase_mine',
    by: party,
    from: [...room, 'closed'],
    leads: stays,
    when: (c) => c.answer === 'yes' && !c.forgotten.room && !c.legalHold,
  },
  { verb: 'mark', by: party, from: ['active'], leads: stays, when: notPaused },
  {
    verb: 'move_up',
    by: party,
    from: ['active'],
    leads: stays,
    when: (c, by) => c.track === 'message' && isParty(by) && !c.wishesWhole[by],
  },
  {
    verb: 'state_needs',
    by: party,
    from: ['active'],
    leads: stays,
    when: (c) => c.phase === 'needs' && whole(c) && notPaused(c),
  },
  // a breach in the room is answered for outside of it, whatever becomes of the talk
  { verb: 'report_breach', by: party, from: [...room, 'closed'], leads: stays },
  // a party's own words, where the mediator asks for them and their author says yes
  { verb: 'ask_words', by: leads, from: room, leads: stays },
  { verb: 'give_words', by: party, from: [...room, 'closed'], leads: stays, when: areWordsAsked },
  { verb: 'keep_words', by: party, from: [...room, 'closed'], leads: stays, when: areWordsAsked },
  { verb: 'report_clause', by: party, from: ['follow_up', 'closed'], leads: stays },
  { verb: 'hold', by: leads, from: ['active'], leads: stays },
  { verb: 'release', by: leads, from: ['active'], leads: stays },
  {
    verb: 'pass_turn',
    by: anyone,
    from: ['active'],
    leads: stays,
    when: (c) => c.mode === 'joint' && hasTurns(c.phase) && notPaused(c),
  },
  { verb: 'move_phase', by: leads, from: ['active'], leads: stays, when: (c) => whole(c) && notPaused(c) },
  {
    verb: 'agree_joint',
    by: party,
    from: ['active'],
    leads: stays,
    when: (c, by) => whole(c) && c.mode === 'shuttle' && !c.shuttleOnly && isParty(by) && !c.wishesJoint[by],
  },
  { verb: 'switch_to_shuttle', by: anyone, from: ['active'], leads: stays, when: (c) => c.mode === 'joint' },
  {
    verb: 'pause',
    by: anyone,
    from: ['active'],
    leads: stays,
    when: (c, by) => notPaused(c) && (!isParty(by) || c.pauses[by] < mediationCounts.pauses),
  },
  {
    verb: 'resume',
    by: ['system', ...anyone],
    from: ['active'],
    leads: stays,
    when: (c, by) => c.pausedUntil !== undefined && (by === 'system' || c.pausedBy === by),
  },
  { verb: 'more_time', by: party, from: ['active'], leads: stays, when: notPaused },
  {
    verb: 'extend',
    by: ['a', 'b', 'mediator'],
    from: ['active'],
    leads: stays,
    when: (c, by) => whole(c) && !c.extended && (isParty(by) || by === 'mediator') && !c.wishesMore[by],
  },
  { verb: 'freeze', by: [...party, 'coordinator'], from: ['active', 'signing'], leads: stays },
  {
    verb: 'unfreeze',
    by: ['coordinator', 'a', 'b'],
    from: ['active', 'signing'],
    leads: stays,
    when: (c) => c.frozenUntil !== undefined,
  },
  { verb: 'nudge', by: system, from: ['opening', 'active'], leads: stays },
  { verb: 'must_act', by: system, from: ['active'], leads: stays },
  // signing and after
  { verb: 'propose_clause', by: party, from: ['active'], leads: stays },
  { verb: 'to_signing', by: leads, from: ['active'], leads: ['signing'], when: notPaused },
  { verb: 'edit_agreement', by: anyone, from: ['signing'], leads: stays },
  { verb: 'sign', by: party, from: ['signing'], leads: ['signing', 'follow_up'] },
  { verb: 'back', by: anyone, from: ['signing'], leads: ['active'] },
  { verb: 'no_agreement', by: system, from: ['active', 'signing'], leads: ['closed'] },
  { verb: 'done', by: party, from: ['follow_up', 'closed'], leads: stays, when: isSigned },
  { verb: 'take_back', by: party, from: ['follow_up', 'closed'], leads: stays, when: isSigned },
  {
    verb: 'post_statement',
    by: party,
    from: ['follow_up', 'closed'],
    leads: stays,
    when: (c, by) => isParty(by) && c.signedAt !== undefined && !c.stated?.[by],
  },
  { verb: 'take_mark_off', by: party, from: ['follow_up', 'closed'], leads: stays },
  { verb: 'ask_how_it_holds', by: system, from: ['follow_up'], leads: stays },
  { verb: 'check_in_agreement', by: party, from: ['follow_up'], leads: stays, when: isAskedHow },
  { verb: 'not_holding', by: party, from: ['follow_up'], leads: stays },
  {
    verb: 'agree_reopen',
    by: party,
    from: ['follow_up'],
    leads: ['follow_up', 'active', 'matching'],
    when: (c, by) => isParty(by) && c.reopen[otherParty(by)],
  },
  { verb: 'finish', by: system, from: ['follow_up'], leads: ['closed'] },
  // the ways out
  { verb: 'leave', by: party, from: talking, leads: ['closed'] },
  { verb: 'end', by: leads, from: room, leads: ['closed'] },
  { verb: 'raise_danger', by: leads, from: room, leads: stays },
  { verb: 'danger_told', by: system, from: [...room, 'matching', 'closed'], leads: stays },
  { verb: 'safety_exit', by: leads, from: ['opening', 'active', 'signing'], leads: ['closed'] },
  { verb: 'escalate', by: party, from: room, leads: ['closed'] },
  { verb: 'lapse', by: system, from: ['triage', 'opening', 'active'], leads: ['closed'] },
  { verb: 'end_frozen', by: system, from: ['active', 'signing'], leads: ['closed'] },
  { verb: 'person_gone', by: system, from: ['triage', 'invited', ...talking], leads: ['closed'] },
  { verb: 'lost', by: system, from: ['draft', 'triage', 'invited', ...talking], leads: ['closed'] },
  // afterwards
  {
    verb: 'feedback',
    by: party,
    from: ['closed'],
    leads: stays,
    when: (c, by) => isParty(by) && c.answer === 'yes' && !c.gaveFeedback[by],
  },
  { verb: 'complain', by: party, from: [...talking, 'closed'], leads: stays },
  {
    verb: 'keep',
    by: party,
    from: ['closed'],
    leads: stays,
    when: (c) => c.answer === 'yes' && !c.forgotten.room,
  },
  {
    verb: 'drop_agreement',
    by: party,
    from: ['closed'],
    leads: stays,
    when: (c, by) => isParty(by) && c.signedAt !== undefined && !c.dropped[by],
  },
  { verb: 'break_glass', by: system, from: [...talking, 'closed'], leads: stays },
  { verb: 'hold_by_law', by: system, from: held, leads: stays, when: (c) => !c.legalHold },
  { verb: 'lift_hold', by: system, from: held, leads: stays, when: (c) => c.legalHold === true },
  { verb: 'forget_screening', by: system, from: [...unsafe, ...talking], leads: stays },
  {
    verb: 'ask_feedback',
    by: system,
    from: ['closed'],
    leads: stays,
    when: (c) => c.answer === 'yes' && !c.askedFeedback,
  },
  { verb: 'forget_room', by: system, from: ['closed'], leads: stays },
  { verb: 'forget_notes', by: system, from: ['closed'], leads: stays },
  { verb: 'purge', by: system, from: ['draft', 'diverted', 'not_taken_up', 'closed'], leads: ['purged'] },
] as const satisfies readonly Move[]

/** Everything that can be done in a case. */
export type Verb = (typeof moves)[number]['verb']

const table: readonly Move[] = moves

/** The move that `verb` is for this actor now, if it is one. */
export const findMove = (c: Case, by: Actor, verb: string): Move | undefined =>
  table.find(
    (move) =>
      move.verb === verb &&
      move.by.includes(by) &&
      move.from.includes(c.state) &&
      mayAsThird(c, by, verb) &&
      (!move.when || move.when(c, by)),
  )

/** What this actor can do now, in the table's order. */
export const movesFor = (c: Case, by: Actor): Verb[] =>
  moves.filter(({ verb }) => findMove(c, by, verb)).map(({ verb }) => verb)

/** Whether a case still goes, seen from inside. */
export const isOpen = (c: Case): boolean => (['triage', 'invited', ...talking] as string[]).includes(c.state)
