import type { MediationView } from '../../../../shared/api/mediation.ts'
import {
  groundRules,
  mediatorPrompts,
  phasePrompts,
  roomTexts,
  safetyTalk,
} from '../../../../shared/locales/en/mediation-room.ts'
import { isParty } from '../../../../shared/mediation/case.ts'
import { leadsTalk } from '../../../../shared/mediation/conditions.ts'
import type { Context } from '../../../context.ts'
import type { Seat } from '../seats.ts'
import { isMediator } from './messages.ts'
import { needSafetyTalk } from './opening.ts'

type Prompts = MediationView['prompts']

/** What the mediator reads when a side's private check-in asks for a talk about safety first. */
const safetyCards = (ctx: Context, { case: loaded, role }: Seat): Prompts =>
  leadsTalk(loaded.now, role) ? needSafetyTalk(ctx, loaded).map((side) => safetyTalk[side]) : []

/** The cards of where the case stands, for this viewer. */
export function promptsFor(ctx: Context, seat: Seat): Prompts {
  const { state, phase, track } = seat.case.now
  if (state === 'opening') return [...safetyCards(ctx, seat), ...groundRules]
  if (state !== 'active' || !phase) return []
  const cards = isMediator(seat.role) ? mediatorPrompts : phasePrompts
  const ofPhase = track === 'mediation' ? cards[phase] : []
  const notice = isParty(seat.role) ? [{ title: roomTexts.noticeTitle, text: roomTexts.notice }] : []
  return [...safetyCards(ctx, seat), ...ofPhase, ...notice]
}
