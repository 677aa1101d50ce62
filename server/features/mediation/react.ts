import type { Context } from '../../context.ts'
import { DAY, dayOf } from '../../core/clock.ts'
import type { Events } from '../../events.ts'
import { limits } from '../../limits.ts'
import { raiseAlert } from './alerts.ts'
import { type Loaded, loadCase, nameOf } from './cases.ts'
import { readCast } from './cast.ts'
import { isPileOn } from './invitation/hold-back.ts'
import { inviteNext } from './invitation/invite.ts'
import { askNext, chooseAnew, countVotes } from './matching/choose.ts'
import { noteCooling } from './matching/queries.ts'
import { pairOf, remember } from './pairs.ts'
import { deleteCase } from './queries.ts'
import { tellTeam } from './team.ts'
import { countAlerts } from './triage/queries.ts'

type Moved = Events['mediationMoved']
type Reaction = (ctx: Context, loaded: Loaded, moved: Moved) => void

/** A coordinator hears that many different people ask about one; of the requests nothing reaches that person. */
const watchForPileOn: Reaction = (ctx, loaded) => {
  const about = readCast(ctx, loaded)?.b
  if (about === undefined || !isPileOn(ctx, about)) return
  const who = nameOf(ctx, about)
  if ((countAlerts(ctx.db, { kind: 'pile_on', who, since: ctx.now() - limits.pileOnTime })?.count ?? 0) > 0) return
  raiseAlert(ctx, { kind: 'pile_on', who, content: { accountId: about }, lasts: limits.mediationAlertKept })
  tellTeam(ctx, 'coordinator', (id) => id === about)
}

const sendInvitation: Reaction = (ctx, { id, now }) => {
  if (now.reach === 'unknown') ctx.queue.add('mediationInvite', { caseId: id })
}

const letNextCome: Reaction = (ctx, loaded) => {
  const cast = readCast(ctx, loaded)
  if (cast) inviteNext(ctx, cast)
}

/** Two requests that were delivered and never answered: from then on only the other one can begin. */
const countUnanswered: Reaction = (ctx, loaded) => {
  const cast = readCast(ctx, loaded)
  const { reach, answer } = loaded.now
  if (!cast || reach !== 'delivered' || answer !== 'none') return
  remember(ctx, pairOf(ctx, cast.a, cast.b), 'unanswered', limits.mediationNotAgain)
}

/** A quiet week for who hands a case over, and after an end for safety for both who led it. */
const rest: Reaction = (ctx, loaded, { verb, by }) => {
  const cast = readCast(ctx, loaded)
  for (const role of ['mediator', 'co_mediator'] as const) {
    const accountId = cast?.[role]
    if (accountId === undefined || (verb === 'hand_over' && by !== role)) continue
    noteCooling(ctx.db, { accountId, until: dayOf(ctx.now()) + DAY + limits.mediatorCooling })
  }
}

const begin: Reaction = (ctx, loaded) => {
  if (loaded.now.state === 'matching') chooseAnew(ctx, loaded)
}

/** What follows on what, by verb, within the same transaction. */
const follows: Partial<Record<string, readonly Reaction[]>> = {
  submit: [watchForPileOn],
  invite: [sendInvitation],
  decline: [letNextCome],
  consent: [letNextCome, begin],
  pass_check: [letNextCome, begin],
  fail_check: [letNextCome],
  report: [letNextCome],
  withdraw: [letNextCome],
  not_taken_up: [countUnanswered, letNextCome],
  vote: [countVotes],
  pass: [askNext],
  mediator_silent: [askNext],
  replace_mediator: [begin],
  hand_over: [rest, begin],
  mediator_gone: [begin],
  agree_reopen: [begin],
  safety_exit: [rest],
}

/** Carries a case on after something happened in it. */
export function carryOn(ctx: Context, moved: Moved): void {
  for (const react of follows[moved.verb] ?? []) react(ctx, loadCase(ctx, moved.caseId), moved)
}

/** Takes away what never reached the team, once it is over: it leaves no trace at all. */
export function forgetUnsent(ctx: Context, { caseId, to }: Moved): void {
  if (to !== 'purged') return
  const { now } = loadCase(ctx, caseId)
  const reachedTeam = now.submittedAt !== undefined && (now.route === undefined || now.harmed !== undefined)
  if (!reachedTeam) deleteCase(ctx.db, { id: caseId })
}
