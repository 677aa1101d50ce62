import { z } from 'zod'
import { id } from '../../../http/forms.ts'
import { get, post, type Route } from '../../../http/route.ts'
import { presentCase } from '../present.ts'
import { findSeat } from '../seats.ts'
import { answerComplaint, answerForm, furtherForm, readComplaints, takeOn } from './complaints.ts'
import { exportCase } from './export.ts'
import { showPicture } from './pictures.ts'
import { messageForm, postMessage } from './post.ts'

const all = '/api/community/v1/mediations'
const base = `${all}/:id`
const one = z.object({ id })
const picture = one.extend({ picture: id })
const complaint = `${all}/complaints/:id`
const changing = { access: 'member', scope: 'write:mediation' } as const

/** What is said in a case, one's own copy of it, and complaints about how it was led. */
export const roomRoutes: readonly Route[] = [
  get(
    `${all}/complaints`,
    {
      access: 'member',
      scope: 'read:mediation',
      summary: 'Complaints that you have to answer, and your own with what was answered.',
    },
    (ctx, { viewer }) => readComplaints(ctx, viewer),
  ),
  post(
    `${complaint}/answer`,
    {
      ...changing,
      form: answerForm.extend({ id }),
      summary: 'Answers a complaint: with an apology, another mediator, a rest from the pool, or with words alone.',
    },
    (ctx, { viewer, form }) => {
      answerComplaint(ctx, viewer, form.id, form)
      return readComplaints(ctx, viewer)
    },
  ),
  post(
    `${complaint}/steward`,
    {
      ...changing,
      form: furtherForm.extend({ id }),
      summary: 'Takes your complaint on to a steward, once, where its answer was not enough.',
    },
    (ctx, { viewer, form }) => {
      takeOn(ctx, viewer, form.id, form)
      return readComplaints(ctx, viewer)
    },
  ),
  post(
    `${base}/messages`,
    {
      ...changing,
      form: messageForm.extend({ id }),
      summary: 'Says something in a part of the talk, and gives the case as it is then.',
    },
    (ctx, { viewer, form }) => {
      postMessage(ctx, findSeat(ctx, viewer, form.id), form)
      return presentCase(ctx, findSeat(ctx, viewer, form.id))
    },
  ),
  get(
    `${base}/export`,
    {
      access: 'member',
      scope: 'read:mediation',
      form: one,
      summary: 'A copy of what one said, of what all read, and of the agreement; never of the other side’s own talk.',
    },
    (ctx, { viewer, form }) => exportCase(ctx, findSeat(ctx, viewer, form.id)),
  ),
  get(
    `${base}/pictures/:picture`,
    {
      access: 'member',
      scope: 'read:mediation',
      form: picture,
      summary: 'A picture of a post that is quoted where you read it.',
    },
    (ctx, { viewer, form }) => showPicture(ctx, findSeat(ctx, viewer, form.id), form.picture),
  ),
]
