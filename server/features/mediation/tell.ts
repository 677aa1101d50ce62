import type { MediationRole } from '../../../shared/api/mediation.ts'
import type { Actor } from '../../../shared/mediation/case.ts'
import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { type Loaded, loadCase } from './cases.ts'
import { tell } from './notices.ts'

const both: readonly MediationRole[] = ['a', 'b']
const led: readonly MediationRole[] = ['mediator', 'co_mediator']
const all: readonly MediationRole[] = [...both, ...led]

/** Whom each thing is told to. What is not here is told to nobody, so that A hears of nothing that B did but a yes. */
const told: Partial<Record<string, readonly MediationRole[]>> = {
  ask: ['a'],
  divert: ['a'],
  capacity: both,
  deliver: ['b'],
  not_taken_up: ['a'],
  candidates: both,
  pick: led,
  take: both,
  hand_over: both,
  accept_co: ['mediator'],
  accept_interpreter: ['a', 'b', 'mediator'],
  third_gone: ['mediator'],
  replace_mediator: both,
  must_act: led,
  to_signing: both,
  edit_agreement: all,
  back: both,
  ask_how_it_holds: both,
  not_holding: both,
  agree_reopen: all,
  leave: all,
  end: both,
  escalate: all,
  lapse: all,
  end_frozen: all,
  no_agreement: all,
  person_gone: all,
}

/** A nudge goes to who has something to do; in a talk that is all who can write. */
function toNudge({ now }: Loaded): readonly MediationRole[] {
  if (now.state === 'active') return all
  return both.filter((party) => !now.signedRules[party as 'a' | 'b'])
}

function whomOf(loaded: Loaded, verb: string, by: Actor): readonly MediationRole[] {
  const { state, answer } = loaded.now
  if (verb === 'nudge') return toNudge(loaded)
  if (verb === 'ask_feedback') return both.filter((party) => !loaded.now.gaveFeedback[party as 'a' | 'b'])
  if (verb === 'refuse') return state === 'invited' ? [] : ['a']
  if (verb === 'sign_rules') return state === 'active' ? all : []
  if (verb === 'sign') return state === 'follow_up' ? all : []
  if (verb === 'fail_check') return ['b']
  if (verb === 'capacity' || verb === 'lapse') return answer === 'yes' ? (told[verb] ?? []) : ['a']
  if (verb === 'safety_exit') return both
  if (verb === 'person_gone' && answer !== 'yes') return []
  return (told[verb] ?? []).filter((role) => role !== by)
}

/** Tells those in a case that something waits for them; never what, and never who did it. */
export function tellOfMove(ctx: Context, { caseId, verb, by }: Events['mediationMoved']): void {
  const loaded = loadCase(ctx, caseId)
  const roles = whomOf(loaded, verb, by)
  if (roles.length > 0) tell(ctx, loaded, roles)
}
