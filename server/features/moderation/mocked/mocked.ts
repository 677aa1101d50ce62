import { z } from 'zod'
import type { MockedAsked, MockedQuestion } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { logAct } from '../../../core/acts/log-act.ts'
import { DAY } from '../../../core/clock.ts'
import { conflict, invalidFields, notFound } from '../../../core/errors.ts'
import { id } from '../../../http/forms.ts'
import { limits } from '../../../limits.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { presentTime } from '../../accounts/present.ts'
import { findCase } from '../cases/claim.ts'
import { checkConflicts, partiesOf } from '../cases/conflicts.ts'
import { kindsOf } from '../cases/kinds.ts'
import type { CaseRow } from '../cases/queries.ts'
import { actionsOfCase, authorsOf } from '../decide/queries.ts'
import { take } from '../decide/take.ts'
import { end } from '../decide/undo.ts'
import { readPeople } from '../people.ts'
import { kindsReported, postsInCase } from '../reports/queries.ts'
import { readRefs } from '../rules/present.ts'
import { askedIn, askedOf, insertAsked, memberNamed, saidSo, setAnswer } from './queries.ts'

/** Whether a case is about an account that is made to mock. */
const isMocking = (ctx: Context, caseId: number): boolean =>
  kindsReported(ctx.db, { caseId }).some(({ kind, rules }) => kindsOf(kind, readRefs(rules)).includes('mocking'))

/** Whom to ask: the handle of a member. */
export const mockedForm = z.object({ id, acct: z.string().trim().min(1).max(100) })

/** Asks a member whom an account may mock whether something should be done. Throws 403, 404, 409, 422. */
export function askMocked(ctx: Context, viewer: Viewer, { id: caseId, acct }: z.infer<typeof mockedForm>): void {
  ctx.transact(() => {
    const row = findCase(ctx, viewer, caseId)
    checkConflicts(ctx, viewer.accountId, partiesOf(ctx, row))
    if (row.state !== 'open' || !isMocking(ctx, caseId))
      throw conflict('Nobody is asked here.', { code: 'not_mocking' })
    const person = memberNamed(ctx.db, { key: acct.replace(/^@/, '').toLowerCase() })
    if (!person || person.id === row.targetId) {
      throw invalidFields({ acct: [{ error: 'ERR_INVALID', description: 'Nobody of ours has this name.' }] })
    }
    const asked = { caseId, accountId: person.id, by: viewer.accountId, now: ctx.now() }
    if (insertAsked(ctx.db, asked) === 0) return
    ctx.emit('noticeGiven', { accountId: person.id, kind: 'mocked_asked', ref: 0 })
    logAct(ctx, { verb: 'mocked_asked', byId: viewer.accountId, caseId })
  })
}

/** Who was asked in a case, and what they said; null where nobody is to be asked. */
export function readAsked(ctx: Context, caseId: number): MockedAsked[] | null {
  if (!isMocking(ctx, caseId)) return null
  const rows = askedIn(ctx.db, { caseId })
  const people = readPeople(
    ctx,
    rows.map(({ accountId }) => accountId),
  )
  return rows.map(({ accountId, askedAt, answer }) => ({
    who: people.get(accountId) ?? null,
    asked_at: presentTime(askedAt),
    answer,
  }))
}

/** What one is asked oneself. */
export function readQuestions(ctx: Context, { accountId: me }: Viewer): MockedQuestion[] {
  const rows = askedOf(ctx.db, { me })
  const people = readPeople(
    ctx,
    rows.map(({ targetId }) => targetId),
  )
  return rows.map(({ caseId, targetId, askedAt, answer }) => ({
    id: String(caseId),
    account: people.get(targetId) ?? null,
    asked_at: presentTime(askedAt),
    answer,
  }))
}

/** What one says to it. */
export const sayForm = z.object({ id, answer: z.enum(['proceed', 'leave']) })

/** Says whether something should be done, as long as nothing is decided. Throws 404. */
export function sayMocked(ctx: Context, viewer: Viewer, { id: caseId, answer }: z.infer<typeof sayForm>) {
  if (setAnswer(ctx.db, { caseId, me: viewer.accountId, answer, now: ctx.now() }) === 0) throw notFound()
  return readQuestions(ctx, viewer)
}

/** Refuses (409) to act by the rule against mocking before whom it mocks was asked, or against what they want. */
export function checkMocked(ctx: Context, caseId: number, form: { rule: string; nobody_to_ask?: boolean }): void {
  if (form.rule !== 'gr7c' || !isMocking(ctx, caseId)) return
  const asked = askedIn(ctx.db, { caseId })
  if (asked.length === 0 && !form.nobody_to_ask && !saidSo(ctx.db, { caseId })) {
    throw conflict('Ask first whom it mocks, or say that it is nobody of ours.', { code: 'ask_first' })
  }
  if (asked.some(({ answer }) => answer === 'leave')) {
    throw conflict('Whom it mocks wants it to be left alone.', { code: 'left_alone' })
  }
  const since = ctx.now() - limits.mockedAnswer
  if (asked.some((one) => one.answer === null && one.askedAt > since)) {
    throw conflict('Whom it mocks has not answered yet. After a week you can go on without.', { code: 'asked' })
  }
}

/** Hides what was reported while two decide whether an account is made to mock; its author is told. In a transaction. */
export function hideMeanwhile(ctx: Context, row: CaseRow): void {
  if (row.targetId === null || !isMocking(ctx, row.id)) return
  const { targetId } = row
  const ids = postsInCase(ctx.db, { caseId: row.id }).map(({ statusId }) => statusId)
  const theirs = authorsOf(ctx.db, { ids: JSON.stringify(ids) }).filter(({ accountId }) => accountId === targetId)
  if (theirs.length === 0) return
  const status_ids = theirs.map((one) => one.id)
  const said = { statement: '', reason: '' }
  const at = ctx.now()
  const taking = { row, targetId, rule: undefined, said, settlesAt: at, reviewed: true }
  take(ctx, taking, [{ kind: 'hide', status_ids, words: '', topics: [], days: limits.hiddenMeanwhile / DAY }])
  ctx.queue.add('settleDecision', { caseId: row.id, at }, { at })
}

/**
 * Two have decided: what was hidden by no person until then is shown again, unless they decided otherwise. Where they
 * decided something, the author hears of that, and not of this end beside. In a transaction.
 */
export function endMeanwhile(ctx: Context, caseId: number, decided: boolean): void {
  if (!isMocking(ctx, caseId)) return
  for (const action of actionsOfCase(ctx.db, { caseId })) {
    const isMeanwhile = action.kind === 'hide' && action.byId === null && action.overAt === null
    if (isMeanwhile) end(ctx, action, decided ? 'replaced' : 'time', undefined)
  }
}
