import { z } from 'zod'
import { id } from '../../http/forms.ts'
import { del, get, post, put, type Route } from '../../http/route.ts'
import { answerForm as appealAnswer, decideAppeal } from './appeals/appeal.ts'
import { decideFollow, followAnswer } from './appeals/follow/follow-up.ts'
import { claim, release } from './cases/claim.ts'
import { queueForm, readQueue } from './cases/queue.ts'
import { readCase } from './cases/read.ts'
import { decide } from './decide/decide.ts'
import { decisionForm } from './decide/form.ts'
import { preview } from './decide/preview.ts'
import { reopen } from './decide/reopen.ts'
import { lift, review, reviewForm } from './decide/review.ts'
import { undo } from './decide/undo.ts'
import { askMocked, mockedForm } from './mocked/mocked.ts'
import {
  addDuty,
  addNote,
  dropDuty,
  dropNote,
  dutyForm,
  handOver,
  handOverForm,
  noteForm,
  readDuty,
} from './notes/notes.ts'
import { addServerNote, readServerNotes, serverForm, serverNoteForm } from './notes/servers.ts'
import { addOpening, dropOpening, editOpening, openingChange, openingForm, readOpenings } from './openings/openings.ts'
import { answerForm, answerProposal } from './proposals/answer.ts'
import { proposalForm, propose, rewrite } from './proposals/propose.ts'
import { purgeLetterForm, sendPurgeLetter } from './purges/letter.ts'
import { readingForm, readWords } from './reading/read.ts'
import { readPicture } from './reports/pictures.ts'
import { readSkips, setSkips, skipsForm } from './skips/skips.ts'

const path = '/api/community/v1/moderation'
const team = { access: 'member', may: 'reports' } as const
const one = z.object({ id })
const picture = one.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** The pages of those who decide on reports. Each change answers with the case as it is then. */
export const moderationRoutes: readonly Route[] = [
  get(
    path,
    { ...team, form: queueForm, summary: 'What waits for a decision, the most pressing first.' },
    (ctx, { viewer, form }) => readQueue(ctx, viewer, form),
  ),
  get(`${path}/duty`, { ...team, summary: 'Who is on duty, and who is away.' }, (ctx) => readDuty(ctx)),
  post(
    `${path}/duty`,
    { ...team, form: dutyForm, summary: 'Says when you are there or away.' },
    (ctx, { viewer, form }) => addDuty(ctx, viewer, form),
  ),
  post(
    `${path}/duty/:id/end`,
    { ...team, form: handOverForm, summary: 'Ends your turn now, with a word for the next one.' },
    (ctx, { viewer, form }) => handOver(ctx, viewer, form),
  ),
  del(`${path}/duty/:id`, { ...team, form: one, summary: 'Takes your turn back.' }, (ctx, { viewer, form }) =>
    dropDuty(ctx, viewer, form.id),
  ),
  get(`${path}/skips`, { ...team, summary: 'The kinds of case that you leave to others.' }, (ctx, { viewer }) =>
    readSkips(ctx, viewer),
  ),
  put(
    `${path}/skips`,
    { ...team, form: skipsForm, summary: 'Leaves kinds of case to others.' },
    (ctx, { viewer, form }) => setSkips(ctx, viewer, form),
  ),
  get(`${path}/openings`, { ...team, summary: 'The sentences that the team keeps for each rule.' }, (ctx) =>
    readOpenings(ctx),
  ),
  post(
    `${path}/openings`,
    { ...team, form: openingForm, summary: 'Keeps a sentence for a rule.' },
    (ctx, { viewer, form }) => addOpening(ctx, viewer, form),
  ),
  put(
    `${path}/openings/:id`,
    { ...team, form: openingChange, summary: 'Gives it other words.' },
    (ctx, { viewer, form }) => editOpening(ctx, viewer, form),
  ),
  del(`${path}/openings/:id`, { ...team, form: one, summary: 'Takes it away.' }, (ctx, { form }) =>
    dropOpening(ctx, form.id),
  ),
  get(
    `${path}/cases/:id`,
    { ...team, form: one, summary: 'A case with all there is to weigh.' },
    (ctx, { viewer, form }) => readCase(ctx, viewer, form.id),
  ),
  get(
    `${path}/reports/:id/pictures/:sha256`,
    { ...team, form: picture, summary: 'A picture of a report’s evidence.' },
    (ctx, { viewer, form }) => readPicture(ctx, viewer, form),
  ),
  post(
    `${path}/cases/:id/claim`,
    { ...team, form: one, summary: 'Takes a case for half an hour.' },
    (ctx, { viewer, form }) => {
      claim(ctx, viewer, form.id)
      return readCase(ctx, viewer, form.id)
    },
  ),
  post(`${path}/cases/:id/release`, { ...team, form: one, summary: 'Gives it back.' }, (ctx, { viewer, form }) => {
    release(ctx, viewer, form.id)
    return readCase(ctx, viewer, form.id)
  }),
  post(
    `${path}/cases/:id/preview`,
    { ...team, form: decisionForm.extend({ id }), summary: 'What each person would read.' },
    (ctx, { viewer, form }) => preview(ctx, viewer, form),
  ),
  post(
    `${path}/cases/:id/decide`,
    {
      ...team,
      form: decisionForm.extend({ id }),
      summary: 'Decides. It works at once; people are told after ten minutes.',
    },
    (ctx, { viewer, form }) => {
      decide(ctx, viewer, form)
      return readCase(ctx, viewer, form.id)
    },
  ),
  post(
    `${path}/cases/:id/undo`,
    { ...team, form: one, summary: 'Undoes what you decided, within ten minutes.' },
    (ctx, { viewer, form }) => {
      undo(ctx, viewer, form.id)
      return readCase(ctx, viewer, form.id)
    },
  ),
  post(
    `${path}/cases/:id/reopen`,
    { ...team, form: one, summary: 'Opens a decided case again; what was done stands.' },
    (ctx, { viewer, form }) => {
      reopen(ctx, viewer, form.id)
      return readCase(ctx, viewer, form.id)
    },
  ),
  post(
    `${path}/cases/:id/notes`,
    { ...team, form: noteForm, summary: 'A note for colleagues.' },
    (ctx, { viewer, form }) => {
      addNote(ctx, viewer, form)
      return readCase(ctx, viewer, form.id)
    },
  ),
  get(
    `${path}/servers/:domain/notes`,
    { ...team, form: serverForm, summary: 'What colleagues noted about a server.' },
    (ctx, { form }) => readServerNotes(ctx, form.domain),
  ),
  post(
    `${path}/servers/:domain/notes`,
    { ...team, form: serverNoteForm, summary: 'A note for colleagues, about a server.' },
    (ctx, { viewer, form }) => addServerNote(ctx, viewer, form),
  ),
  del(`${path}/notes/:id`, { ...team, form: one, summary: 'Takes a note of yours away.' }, (ctx, { viewer, form }) =>
    dropNote(ctx, viewer, form.id),
  ),
  post(
    `${path}/cases/:id/mocked`,
    { ...team, form: mockedForm, summary: 'Asks whom an account mocks whether something should be done.' },
    (ctx, { viewer, form }) => {
      askMocked(ctx, viewer, form)
      return readCase(ctx, viewer, form.id)
    },
  ),
  post(
    `${path}/cases/:id/proposals`,
    { ...team, form: proposalForm.extend({ id }), summary: 'Proposes what one person cannot decide.' },
    (ctx, { viewer, form }) => {
      propose(ctx, viewer, form)
      return readCase(ctx, viewer, form.id)
    },
  ),
  post(
    `${path}/cases/:id/letters`,
    { ...team, form: purgeLetterForm, summary: 'Asks those who run another server to delete the posts of a case.' },
    (ctx, { viewer, form }) => {
      sendPurgeLetter(ctx, viewer, form)
      return readCase(ctx, viewer, form.id)
    },
  ),
  post(
    `${path}/proposals/:id`,
    { ...team, form: proposalForm.extend({ id }), summary: 'Gives your proposal other words.' },
    (ctx, { viewer, form }) => rewrite(ctx, viewer, form),
  ),
  post(
    `${path}/proposals/:id/answer`,
    { access: 'member', may: 'confirm_removals', form: answerForm, summary: 'Confirms, lowers or rejects a proposal.' },
    (ctx, { viewer, form }) => answerProposal(ctx, viewer, form),
  ),
  post(
    `${path}/actions/:id/review`,
    { ...team, form: reviewForm, summary: 'A second look at what one person did alone.' },
    (ctx, { viewer, form }) => review(ctx, viewer, form),
  ),
  post(
    `${path}/actions/:id/read`,
    { ...team, form: readingForm, summary: 'A second person says that the words to somebody name nobody.' },
    (ctx, { viewer, form }) => readWords(ctx, viewer, form),
  ),
  post(
    `${path}/actions/:id/lift`,
    { ...team, form: one, summary: 'Ends something that was done.' },
    (ctx, { viewer, form }) => lift(ctx, viewer, form.id),
  ),
  post(
    `${path}/appeals/:id/answer`,
    { ...team, form: appealAnswer, summary: 'Answers an appeal, with reasons.' },
    (ctx, { viewer, form }) => decideAppeal(ctx, viewer, form),
  ),
  post(
    `${path}/appeals/:id/follow-up`,
    { ...team, form: followAnswer, summary: 'Answers what somebody said to the answer to their appeal.' },
    (ctx, { viewer, form }) => decideFollow(ctx, viewer, form),
  ),
]
