import { z } from 'zod'
import { isParty } from '../../../../shared/mediation/case.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../core/errors.ts'
import { flag, id, listOf } from '../../../http/forms.ts'
import { limits } from '../../../limits.ts'
import { type AlertContent, raiseAlert } from '../alerts.ts'
import { append, nameOf } from '../cases.ts'
import { readCast } from '../cast.ts'
import { field } from '../fields.ts'
import { readIntake } from '../intake/texts.ts'
import type { Seat } from '../seats.ts'
import { tellTeam } from '../team.ts'
import { type VerbDoor, verb } from '../verb.ts'
import { type Kept, keepFor } from './evidence.ts'
import { keepable, postsAsEvidence, postsField } from './posts.ts'

const reportForm = z.object({
  statement: z.string().trim().max(limits.mediationStory).default(''),
  own_words: flag.default(false),
  status_ids: listOf(id, limits.mediationPosts).optional(),
})
type ReportForm = z.infer<typeof reportForm>

/** Whom it is about, and which of their posts; undefined where whoever asked has not said who. */
function subjectOf(ctx: Context, seat: Seat, form: Pick<ReportForm, 'status_ids'>) {
  const { case: loaded, role } = seat
  const cast = readCast(ctx, loaded)
  if (!cast || !isParty(role)) return undefined
  const statusIds = keepable(ctx, seat, form.status_ids ?? postsAsEvidence(ctx, seat, cast))
  return { targetId: role === 'a' ? cast.b : cast.a, statusIds }
}

/** Keeps the posts as evidence that belongs to whoever asks for it. */
function keepEvidence(ctx: Context, seat: Seat, form: Pick<ReportForm, 'status_ids'>): Kept | undefined {
  const subject = subjectOf(ctx, seat, form)
  if (!subject) return undefined
  return keepFor(ctx, { ownerId: seat.viewer.accountId, ...subject })
}

/** Gives it to the moderators; `isCase`: a case of theirs comes of it, and tells them. */
function toModerators(ctx: Context, seat: Seat, kind: 'report' | 'talk', content: AlertContent, isCase = false): void {
  const { accountId } = seat.viewer
  const who = nameOf(ctx, accountId)
  raiseAlert(ctx, { kind, who, content: { ...content, by: accountId }, lasts: limits.mediationReportKept })
  if (!isCase) tellTeam(ctx, 'moderator', (id) => id === accountId || id === content.accountId)
}

function ownWords(ctx: Context, seat: Seat, { statement, own_words }: ReportForm): string {
  const story = own_words && seat.role === 'a' ? readIntake(ctx, seat.case).story : undefined
  return [statement, story].filter(Boolean).join('\n\n')
}

/** Reports to the moderators, with the evidence; nothing of the other side's is in it, and the other side is not told. */
function report(ctx: Context, seat: Seat, form: ReportForm): void {
  if (!isParty(seat.role)) throw notFound()
  const { case: loaded, role } = seat
  const text = ownWords(ctx, seat, form)
  ctx.transact(() => {
    const kept = keepEvidence(ctx, seat, form)
    const subject = subjectOf(ctx, seat, form)
    const content = { accountId: subject?.targetId, statusIds: subject?.statusIds, text, ...kept }
    toModerators(ctx, seat, 'report', content, Boolean(subject && kept))
    if (subject && kept) {
      const { accountId } = seat.viewer
      ctx.emit('reportAsked', { accountId, targetId: subject.targetId, bundleId: kept.bundleId, text })
    }
    append(ctx, loaded.id, role, 'report')
  })
}

/** What whoever is on the safety page can do. Nothing here leads on to a mediation. */
export const safetyVerbs: Record<string, VerbDoor> = {
  report: verb({
    label: 'Report and keep the evidence',
    hint: 'Moderators get the posts and what you write here. The other person is not told.',
    weight: 'main',
    form: reportForm,
    fields: (ctx, seat) => [
      field('statement', 'text', 'What moderators should know', { required: false, max: limits.mediationStory }),
      ...postsField(ctx, seat, readCast(ctx, seat.case)),
      ...(seat.role === 'a'
        ? [field('own_words', 'tick', 'Send what I wrote at the start too', { required: false })]
        : []),
    ],
    run: report,
  }),
  keep_evidence: verb({
    label: 'Just keep the evidence',
    hint: 'It is yours for 90 days. Nobody else sees it.',
    guestHint:
      'You can take a copy with you from here, for as long as your visit lasts: 14 days at most. Nobody else sees it.',
    weight: 'other',
    form: reportForm.pick({ status_ids: true }),
    run(ctx, seat, form) {
      ctx.transact(() => {
        keepEvidence(ctx, seat, form)
        append(ctx, seat.case.id, seat.role, 'keep_evidence')
      })
    },
  }),
  talk_privately: verb({
    label: 'Talk privately to a moderator',
    hint: 'A moderator reads it and writes to you. The other person is not told.',
    weight: 'other',
    form: z.object({ text: z.string().trim().min(1).max(limits.mediationStory) }),
    fields: () => [field('text', 'text', 'What you would like to say', { max: limits.mediationStory })],
    run(ctx, seat, { text }) {
      ctx.transact(() => {
        toModerators(ctx, seat, 'talk', { text })
        append(ctx, seat.case.id, seat.role, 'talk_privately')
      })
    },
  }),
  close: verb({
    label: 'Close this page',
    hint: 'All you wrote is deleted at once.',
    weight: 'exit',
    form: z.object({}),
    run: (ctx, { case: { id: caseId } }) => void append(ctx, caseId, 'a', 'close'),
  }),
}
