import { findMove } from '../../../../shared/mediation/moves.ts'
import type { Context } from '../../../context.ts'
import { invalidFields } from '../../../core/errors.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { type Loaded, nameOf, readCase } from '../cases.ts'
import { type CaseRow, caseById, partsOf } from '../queries.ts'
import { casesNamed } from './queries.ts'

const findable = JSON.stringify([
  'diverted',
  'triage',
  'invited',
  'not_taken_up',
  'matching',
  'opening',
  'active',
  'signing',
  'follow_up',
  'closed',
])

const refuse = (description: string) => invalidFields({ case: [{ error: 'ERR_INVALID', description }] })

function rowOf(ctx: Context, given: string): CaseRow | undefined {
  const word = given.trim().toLowerCase()
  if (/^\d{1,16}$/.test(word)) return caseById(ctx.db, { id: Number(word) })
  const found = casesNamed(ctx.db, { name: word, states: findable })
  if (found.length > 1) throw refuse('More than one case is called that. Take the number in the address of its page.')
  return found[0] && caseById(ctx.db, { id: found[0].id })
}

/** Whether somebody has or had a part in a case beside having looked at the request. */
export const hasPart = (ctx: Context, caseId: number, accountId: number): boolean =>
  partsOf(ctx.db, { caseId, who: nameOf(ctx, accountId) }).some(({ role }) => role !== 'coordinator')

/**
 * A case by its two words or its number, as somebody concerned gave them: nobody here has a list of cases. Throws 422
 * where there is none for which `verb` is a move now, or where the viewer has a part in it.
 */
export function findCase(
  ctx: Context,
  viewer: Viewer,
  given: string,
  by: 'system' | 'coordinator',
  verb: string,
): Loaded {
  const row = rowOf(ctx, given)
  const loaded = row && readCase(row)
  if (!loaded || !findMove(loaded.now, by, verb)) throw refuse('There is no such case for this now.')
  if (hasPart(ctx, loaded.id, viewer.accountId))
    throw refuse('You have a part in this case. Somebody else has to do this.')
  return loaded
}
