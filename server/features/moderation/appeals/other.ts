import type { AppealRefusal, AppealView } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { forbidden } from '../../../core/errors.ts'
import { areLinked } from '../../../policies/invited.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { findCase } from '../cases/claim.ts'
import { checkConflicts, conflictsOf, type Parties, partiesOf } from '../cases/conflicts.ts'
import type { ActionRow } from '../decide/queries.ts'
import { staffOf } from '../proposals/second.ts'
import type { AppealRow } from './queries.ts'

type Decided = Pick<ActionRow, 'byId' | 'secondId'>

function partIn(ctx: Context, me: number, others: readonly (number | null)[]): 'own' | 'invite' | null {
  if (others.includes(me)) return 'own'
  return others.some((other) => other !== null && areLinked(ctx.db, me, other)) ? 'invite' : null
}

const isFree = (ctx: Context, me: number, parties: Parties, others: readonly (number | null)[]): boolean =>
  !partIn(ctx, me, others) && !conflictsOf(ctx, me, parties).some(({ hard }) => hard)

/**
 * Why somebody does not answer an appeal: who decided, and who came by an invite of theirs or let them in, has no part
 * in the answer; neither who answered before, where there is somebody else. Undefined for who can.
 */
function refusalToAnswer(
  ctx: Context,
  me: number,
  { byId, secondId }: Decided,
  parties: Parties,
  answeredBy: number | null,
): AppealRefusal | undefined {
  const part = partIn(ctx, me, [byId, secondId])
  if (part) return part
  if (conflictsOf(ctx, me, parties).some(({ hard }) => hard)) return 'conflict'
  const isOther = (id: number) => isFree(ctx, id, parties, [byId, secondId, answeredBy])
  return answeredBy === me && staffOf(ctx).some(isOther) ? 'answered' : undefined
}

/** What stands beside an appeal that waits: why who asks does not answer it, and whether nobody could. */
export function presentAnswering(
  ctx: Context,
  me: number,
  action: Decided,
  parties: Parties,
  { state, decidedBy }: AppealRow,
): Pick<AppealView, 'refused' | 'vacant'> {
  const answeredBy = state === 'open' ? null : decidedBy
  const canAnswer = (id: number) => refusalToAnswer(ctx, id, action, parties, answeredBy) === undefined
  return {
    refused: refusalToAnswer(ctx, me, action, parties, answeredBy) ?? null,
    vacant: !staffOf(ctx).some(canAnswer),
  }
}

/** Refuses (403) who does not answer an appeal. Throws 404. */
export function checkAnswering(
  ctx: Context,
  viewer: Viewer,
  action: ActionRow,
  answeredBy: number | null = null,
): void {
  const parties = partiesOf(ctx, findCase(ctx, viewer, action.caseId))
  checkConflicts(ctx, viewer.accountId, parties)
  const refused = refusalToAnswer(ctx, viewer.accountId, action, parties, answeredBy)
  if (refused === undefined) return
  const text =
    refused === 'answered'
      ? 'You answered the appeal. Somebody else reads what they say to that.'
      : 'An appeal is decided by somebody who had no part in the decision.'
  throw forbidden(text, { code: 'second_person' })
}
