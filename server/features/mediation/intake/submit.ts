import type { EventData } from '../../../../shared/mediation/case.ts'
import { allNo, isHard, readScreening } from '../../../../shared/mediation/screening.ts'
import type { Context } from '../../../context.ts'
import { limits } from '../../../limits.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { append, createCase, nameOf } from '../cases.ts'
import { writeCast } from '../cast.ts'
import { isElsewhere } from '../guests/way-in.ts'
import { pairOf, remember } from '../pairs.ts'
import { writeCalled } from '../people.ts'
import { putMember } from '../queries.ts'
import type { Seat } from '../seats.ts'
import { completeIntake, type WholeIntake } from './complete.ts'
import type { IntakeForm } from './form.ts'
import { checkDrafts, checkOwnLimits, countFrom } from './limits.ts'
import { readAnswers, readIntake, writeIntake } from './texts.ts'

/** Seals an intake with who it is about, as far as that is known. */
function seal(ctx: Context, caseId: number, me: number, form: IntakeForm): Record<string, number> {
  const texts = writeIntake(ctx, caseId, form)
  const { account_id: other } = form
  if (other === undefined) return texts
  return { ...texts, ...writeCalled(ctx, caseId, other), cast: writeCast(ctx, caseId, { a: me, b: other }) }
}

/** Leads to the safety page: no limit and no missing field stands before it, and nothing leads on from there. */
function divert(ctx: Context, caseId: number, form: IntakeForm, texts: EventData['texts']): void {
  append(ctx, caseId, 'a', 'save', { route: readScreening(form.screening ?? {}, true).route, texts })
}

function send(ctx: Context, caseId: number, me: number, form: WholeIntake, texts: EventData['texts']): void {
  const { route, shuttleOnly } = readScreening(form.screening, form.human_check ?? false)
  const { track, mode, account_id: other } = form
  if (route === 'go' || route === 'triage') {
    putMember(ctx.db, { caseId, role: 'b', who: nameOf(ctx, other), now: ctx.now() })
    remember(ctx, pairOf(ctx, me, other), 'asked', limits.mediationPair)
    countFrom(ctx, me)
  }
  append(ctx, caseId, 'a', 'submit', { route, shuttleOnly, track, mode, texts })
  // one message, and nothing in the answers that a person should look at
  const isPlain = route === 'go' && track === 'message' && allNo(form.screening)
  if (isPlain && !isElsewhere(ctx, me)) append(ctx, caseId, 'system', 'invite')
}

/** Keeps what was written so far; a hard answer leads to the safety page at once. */
export function saveIntake(ctx: Context, { case: { id }, viewer }: Seat, form: IntakeForm): void {
  const texts = seal(ctx, id, viewer.accountId, form)
  if (isHard(form.screening ?? {})) return void divert(ctx, id, form, texts)
  append(ctx, id, 'a', 'save', { texts, ...(form.track && { track: form.track }) })
}

/** Sends a request. Throws 422 for what is missing and 403 for the limits of whoever asks. */
export function submitIntake(ctx: Context, { case: { id }, viewer: { accountId: me } }: Seat, form: IntakeForm): void {
  if (isHard(form.screening ?? {})) return void divert(ctx, id, form, seal(ctx, id, me, form))
  const whole = completeIntake(ctx, me, form)
  checkOwnLimits(ctx, me, whole.account_id)
  const texts = seal(ctx, id, me, whole)
  ctx.transact(() => send(ctx, id, me, whole, texts))
}

/** What was written before with what was written now. */
export const withEarlier = (ctx: Context, { case: loaded }: Seat, form: IntakeForm): IntakeForm => ({
  ...readIntake(ctx, loaded),
  ...form,
  screening: { ...readAnswers(ctx, loaded, 'a'), ...form.screening },
})

/** Begins a request and, unless it is a draft, sends it; gives its id. Throws as {@link submitIntake}. */
export function startCase(ctx: Context, viewer: Viewer, form: IntakeForm & { draft: boolean }): number {
  const { draft, ...intake } = form
  const me = viewer.accountId
  const hard = isHard(intake.screening ?? {})
  if (!hard) {
    if (draft) checkDrafts(ctx, me)
    else checkOwnLimits(ctx, me, completeIntake(ctx, me, intake).account_id)
  }
  const id = ctx.newId()
  const texts = seal(ctx, id, me, intake)
  ctx.transact(() => {
    createCase(ctx, me, { texts, ...(intake.track && { track: intake.track }) }, id)
    if (hard) divert(ctx, id, intake, undefined)
    else if (!draft) send(ctx, id, me, completeIntake(ctx, me, intake), undefined)
  })
  return id
}
