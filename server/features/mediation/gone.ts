import { isParty } from '../../../shared/mediation/case.ts'
import { findMove } from '../../../shared/mediation/moves.ts'
import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { rolesOf } from '../accounts/queries.ts'
import { append, type Loaded, loadCase, nameOf, readCase } from './cases.ts'
import { removeChoices } from './choices/queries.ts'
import { leaveUnled } from './matching/choose.ts'
import { readCandidates } from './matching/texts.ts'
import { casesInStates, casesOf, idsInStates, type MemberRole, removeMember } from './queries.ts'
import { castWithout, leaveOut } from './thirds.ts'

/** What becomes of a case whose mediator is not there any more: another one is chosen, and what is signed stays signed. */
function loseMediator(ctx: Context, loaded: Loaded): void {
  const { id, now } = loaded
  if (now.state === 'matching') return void append(ctx, id, 'system', 'mediator_silent')
  if (now.state === 'follow_up' || now.state === 'closed') return void leaveUnled(ctx, loaded)
  if (findMove(now, 'system', 'mediator_gone')) append(ctx, id, 'system', 'mediator_gone')
}

/** What becomes of a case whose second mediator or interpreter is not there any more: of two chosen ones both go. */
function loseThird(ctx: Context, loaded: Loaded, third: 'co_mediator' | 'interpreter'): void {
  if (third === 'co_mediator' && loaded.now.pair) return void loseMediator(ctx, loaded)
  leaveOut(ctx, loaded, third)
  if (findMove(loaded.now, 'system', 'third_gone'))
    append(ctx, loaded.id, 'system', 'third_gone', { third, texts: castWithout(ctx, loaded, third) })
}

const led = JSON.stringify(['matching', 'opening', 'active', 'signing', 'follow_up', 'closed'])

/** Whoever is no mediator any more leads nothing on, but where both sides chose them as somebody they trust. */
export function stepBackWithoutRole(ctx: Context, { accountId }: { accountId: number }): void {
  const isMediator = rolesOf(ctx.db, { ids: JSON.stringify([accountId]) }).some(({ role }) => role === 'mediator')
  if (isMediator) return
  const who = nameOf(ctx, accountId)
  for (const row of casesInStates(ctx.db, { who, role: 'co_mediator', states: led }))
    loseThird(ctx, readCase(row), 'co_mediator')
  for (const row of casesInStates(ctx.db, { who, role: 'mediator', states: led })) {
    const loaded = readCase(row)
    const { offered } = readCandidates(ctx, loaded)
    if (!offered.some(({ id, comrade }) => comrade && id === accountId)) loseMediator(ctx, loaded)
  }
}

/** Ends somebody's part in a case neutrally; a request about somebody who is gone runs its ordinary time. */
function endPart(ctx: Context, loaded: Loaded, role: MemberRole): void {
  const { id, now } = loaded
  const happens = (verb: string) => findMove(now, 'system', verb) && append(ctx, id, 'system', verb)
  if (role === 'mediator') return void loseMediator(ctx, loaded)
  if (role === 'co_mediator' || role === 'interpreter') return void loseThird(ctx, loaded, role)
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
