import { isParty } from '../../../shared/mediation/case.ts'
import { findMove } from '../../../shared/mediation/moves.ts'
import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { append, type Loaded, loadCase, nameOf, readCase } from './cases.ts'
import { removeChoices } from './choices/queries.ts'
import { casesOf, idsInStates, type MemberRole, removeMember } from './queries.ts'

/** Ends somebody's part in a case neutrally; a request about somebody who is gone runs its ordinary time. */
function endPart(ctx: Context, { id, now }: Loaded, role: MemberRole): void {
  const happens = (verb: string) => findMove(now, 'system', verb) && append(ctx, id, 'system', verb)
  if (role === 'mediator')
    return void (now.state === 'matching' ? happens('mediator_silent') : happens('mediator_gone'))
  if (role === 'support_a' || role === 'support_b') return void removeMember(ctx.db, { caseId: id, role })
  if (!isParty(role as 'a' | 'b')) return
  if (role === 'a' && (now.state === 'draft' || now.state === 'diverted')) return void happens('purge')
  if (role === 'b' && now.answer !== 'yes') return
  happens('person_gone')
}

/** Ends every case of somebody who was deleted or suspended; the others read that it ended, and not why. */
export function endCasesOf(ctx: Context, { accountId }: { accountId: number }): void {
  const who = nameOf(ctx, accountId)
  for (const row of casesOf(ctx.db, { who, most: limits.pageMediations })) endPart(ctx, readCase(row), row.role)
}

/** As {@link endCasesOf}, for an account that is deleted: what they decided goes too. */
export function forgetMember(ctx: Context, { accountId }: { accountId: number }): void {
  endCasesOf(ctx, { accountId })
  removeChoices(ctx.db, { who: nameOf(ctx, accountId) })
}

const open = ['draft', 'triage', 'invited', 'matching', 'opening', 'active', 'signing', 'follow_up']

/** Closes every open case whose sealed texts cannot be opened any more, as after a restore: they are in no backup. */
export function closeLost(ctx: Context): void {
  for (const { id } of idsInStates(ctx.db, { states: JSON.stringify(open) })) {
    const { cast, intake } = loadCase(ctx, id).now.texts
    const text = cast ?? intake
    if (text === undefined || ctx.mediation.read(text) === undefined) append(ctx, id, 'system', 'lost')
  }
}
