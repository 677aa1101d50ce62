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
import { takeAskerCode } from './ask.ts'
import { codeOf, fingerprintOf } from './code.ts'
import { casesAsked } from './own-case.ts'
import { countWrong, letInByCode } from './queries.ts'

/** What was said, without the addresses it was said to. */
const wordIn = (text: string): string =>
  text
    .replaceAll(/@\S+/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toUpperCase()

type Own = { asked: Loaded[]; asking: Loaded[] }

/** The cases in which somebody elsewhere is a guest: those to which they were asked, and know of, and their own. */
function casesOfGuest(ctx: Context, accountId: number): Own {
  const rows = casesOf(ctx.db, { who: nameOf(ctx, accountId), most: limits.pageMediations })
  const asked = rows.filter(({ role }) => role === 'b').map(readCase)
  return { asked: asked.filter(isKnownToB), asking: casesAsked(ctx, accountId) }
}

/** Ends what somebody asked for themselves, as far as it goes on. */
function endOwn(ctx: Context, { id, now }: Loaded): void {
  const verb = ['discard', 'withdraw', 'leave'].find((one) => findMove(now, 'a', one))
  if (verb) append(ctx, id, 'a', verb)
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
 * Takes what somebody elsewhere wrote to the address of mediation: NO to what they are asked, STOP in any language (also
 * to what they asked for, and nobody's request reaches them any more), or the code that shows who they are. Nothing of it
 * is kept, and nothing is answered.
 */
export function takeWord(ctx: Context, { accountId, text, language }: Events['mediationAddressed']): void {
  const refusal = refusalIn(text, language)
  const { asked, asking } = casesOfGuest(ctx, accountId)
  if (refusal) {
    for (const one of asked) sayNo(ctx, one)
    if (refusal === 'no') return
    for (const one of asking) endOwn(ctx, one)
    refuseAll(ctx, accountId)
    return
  }
  const code = codeOf(wordIn(text))
  if (code !== undefined && !takeAskerCode(ctx, accountId, code)) tryCode(ctx, [...asked, ...asking], code)
}
