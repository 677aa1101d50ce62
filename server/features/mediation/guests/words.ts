import { findMove } from '../../../../shared/mediation/moves.ts'
import { mediationCounts, mediationTimes } from '../../../../shared/mediation/times.ts'
import type { Context } from '../../../context.ts'
import type { Events } from '../../../events.ts'
import { limits } from '../../../limits.ts'
import { append, type Loaded, nameOf, readCase } from '../cases.ts'
import { refuseAll } from '../choices/change.ts'
import { casesOf } from '../queries.ts'
import { isKnownToB } from '../seats.ts'
import { refusalIn } from './answers.ts'
import { codeOf, fingerprintOf } from './code.ts'
import { countWrong, letInByCode } from './queries.ts'

/** What was said, without the addresses it was said to. */
const wordIn = (text: string): string =>
  text
    .replaceAll(/@\S+/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toUpperCase()

/** The cases in which somebody elsewhere is the other side, and knows of it. */
function casesAsB(ctx: Context, accountId: number): Loaded[] {
  const rows = casesOf(ctx.db, { who: nameOf(ctx, accountId), most: limits.pageMediations })
  return rows
    .filter(({ role }) => role === 'b')
    .map((row) => readCase(row))
    .filter(isKnownToB)
}

/** A no is final, whenever it comes: before an answer it is the answer, later it ends the talk. */
function sayNo(ctx: Context, { id, now }: Loaded): void {
  const verb = ['decline', 'leave'].find((one) => findMove(now, 'b', one))
  if (verb) append(ctx, id, 'b', verb)
}

function tryCode(ctx: Context, cases: readonly Loaded[], code: string): void {
  const now = ctx.now()
  const most = mediationCounts.wrongCodes
  for (const { id: caseId } of cases) {
    const given = { caseId, code: fingerprintOf(ctx, code), now, most, until: now + mediationTimes.guest }
    if (letInByCode(ctx.db, given) === 0) countWrong(ctx.db, { caseId })
  }
}

/**
 * Takes what somebody elsewhere wrote to the address from which they were invited: NO, STOP in any language (and nobody's request
 * reaches them any more), or the code that shows who they are. Nothing of it is kept, and nothing is answered.
 */
export function takeWord(ctx: Context, { accountId, text, language }: Events['mediationAddressed']): void {
  const refusal = refusalIn(text, language)
  const cases = casesAsB(ctx, accountId)
  if (refusal) {
    for (const one of cases) sayNo(ctx, one)
    if (refusal === 'stop') refuseAll(ctx, accountId)
    return
  }
  const code = codeOf(wordIn(text))
  if (code !== undefined) tryCode(ctx, cases, code)
}
