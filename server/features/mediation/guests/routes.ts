import { z } from 'zod'
import { id } from '../../../http/forms.ts'
import { del, get, post, type Route } from '../../../http/route.ts'
import { actFrom } from '../act.ts'
import { presentCase } from '../present.ts'
import { furtherForm, takeOn } from '../room/complaints.ts'
import { exportCase } from '../room/export.ts'
import { showPicture } from '../room/pictures.ts'
import { messageForm, postMessage } from '../room/post.ts'
import { askForm, openAsking } from './ask.ts'
import { findGuestSeat, leave, openDoor, openForm, readVisit } from './guest.ts'
import { aboutForm, askAgain, nameOther } from './own-request.ts'
import { complaintsFor, evidenceFor, invitationFor, reportsFor, showAfter } from './show.ts'

const base = '/api/community/v1/guest'

/**
 * The doors of a guest of one case, who is of another server and has no account here: theirs alone, so that a guest's
 * cookie opens no other. None of them has the id of a case: a guest has one.
 */
export const guestRoutes: readonly Route[] = [
  post(
    base,
    {
      access: 'public',
      form: openForm,
      limit: 'login',
      summary: 'Opens the way into one mediation from its link: gives the code that shows who one is.',
    },
    (ctx, { request, form }) => openDoor(ctx, request, form),
  ),
  get(
    base,
    { access: 'public', summary: 'Who is at the door of a mediation in this browser, or let in.' },
    (ctx, { request }) => readVisit(ctx, request),
  ),
  del(base, { access: 'public', summary: 'Ends that, in this browser.' }, (ctx, { request }) => leave(ctx, request)),
  post(
    `${base}/ask`,
    {
      access: 'public',
      form: askForm,
      limit: 'login',
      summary:
        'Opens the door for somebody of another server who wants to ask for a mediator, where the house has one: gives a code that counts from `handle` alone.',
    },
    (ctx, { request, form }) => openAsking(ctx, request, form),
  ),
  post(
    `${base}/ask/again`,
    { access: 'public', limit: 'login', summary: 'Begins another request, once the guest’s own is over.' },
    (ctx, { request }) => {
      askAgain(ctx, request)
      return presentCase(ctx, findGuestSeat(ctx, request))
    },
  ),
  post(
    `${base}/case/about`,
    {
      access: 'public',
      form: aboutForm,
      limit: 'login',
      summary: 'Names the member whom the guest’s request is about.',
    },
    (ctx, { request, form }) => {
      nameOther(ctx, request, form)
      return showAfter(ctx, request)
    },
  ),
  get(
    `${base}/invitation`,
    { access: 'public', summary: 'The guest’s invitation, while it waits for an answer.' },
    (ctx, { request }) => invitationFor(ctx, request),
  ),
  get(`${base}/case`, { access: 'public', summary: 'The guest’s one case.' }, (ctx, { request }) =>
    presentCase(ctx, findGuestSeat(ctx, request)),
  ),
  post(
    `${base}/case/actions`,
    {
      access: 'public',
      form: z.looseObject({ verb: z.string().max(40) }),
      summary: 'Does something in the guest’s case; what can be done now stands in its `actions`.',
    },
    (ctx, { request, form }) => {
      actFrom(ctx, findGuestSeat(ctx, request), form)
      return showAfter(ctx, request)
    },
  ),
  post(
    `${base}/case/messages`,
    { access: 'public', form: messageForm, summary: 'Says something in the guest’s case.' },
    (ctx, { request, form }) => {
      postMessage(ctx, findGuestSeat(ctx, request), form)
      return showAfter(ctx, request)
    },
  ),
  get(
    `${base}/case/export`,
    { access: 'public', summary: 'A copy of what the guest said, of what all read, and of the agreement.' },
    (ctx, { request }) => exportCase(ctx, findGuestSeat(ctx, request)),
  ),
  get(
    `${base}/case/pictures/:picture`,
    {
      access: 'public',
      form: z.object({ picture: id }),
      summary: 'A picture of a post that is quoted where the guest reads it.',
    },
    (ctx, { request, form }) => showPicture(ctx, findGuestSeat(ctx, request), form.picture),
  ),
  get(
    `${base}/evidence`,
    {
      access: 'public',
      summary: 'What the guest kept in their case, to take along: a ZIP with a page to read and JSON.',
    },
    (ctx, { request }) => evidenceFor(ctx, request),
  ),
  get(
    `${base}/reports`,
    { access: 'public', summary: 'What the guest reported, and the kind of end that it had.' },
    (ctx, { request }) => reportsFor(ctx, request),
  ),
  get(
    `${base}/complaints`,
    { access: 'public', summary: 'What the guest complained of about how the case was led, and what was answered.' },
    (ctx, { request }) => complaintsFor(ctx, request),
  ),
  post(
    `${base}/complaints/steward`,
    {
      access: 'public',
      form: furtherForm.extend({ id }),
      summary: 'Takes a complaint of the guest’s, whose answer was not enough, to a steward.',
    },
    (ctx, { request, form }) => {
      takeOn(ctx, findGuestSeat(ctx, request).viewer, form.id, form)
      return complaintsFor(ctx, request)
    },
  ),
]
