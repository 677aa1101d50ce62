import { z } from 'zod'
import { id } from '../../../http/forms.ts'
import { get, post, type Route } from '../../../http/route.ts'
import { agreeTo, askException, exceptionForm } from './ask.ts'
import { readExceptions, readOpenRoom } from './present.ts'
import { readRests, rest, restForm } from './rest.ts'

const base = '/api/community/v1/mediations'
const read = { access: 'member', scope: 'read:mediation' } as const
const write = { access: 'member', scope: 'write:mediation' } as const
const one = z.object({ id })

/** What goes through the walls of a mediation by two people, and letting a talk rest. */
export const exceptionRoutes: readonly Route[] = [
  get(
    `${base}/exceptions`,
    { ...read, summary: 'Rooms opened by two admins, legal holds and danger that was passed on: the log of it.' },
    (ctx, { viewer }) => readExceptions(ctx, viewer),
  ),
  post(
    `${base}/exceptions`,
    { ...write, form: exceptionForm, summary: 'Asks another admin to open a room, or to begin or end a legal hold.' },
    (ctx, { viewer, form }) => {
      askException(ctx, viewer, form)
      return readExceptions(ctx, viewer)
    },
  ),
  post(
    `${base}/exceptions/:id/agree`,
    { ...write, form: one, summary: 'Agrees to what somebody else asked for; with the last one needed it holds.' },
    (ctx, { viewer, form }) => {
      agreeTo(ctx, viewer, form.id)
      return readExceptions(ctx, viewer)
    },
  ),
  get(
    `${base}/exceptions/:id/room`,
    {
      ...read,
      form: one,
      summary: 'A room that two admins opened, for those two and for a day; each reading is noted.',
    },
    (ctx, { viewer, form }) => readOpenRoom(ctx, viewer, form.id),
  ),
  get(`${base}/rests`, { ...read, summary: 'Talks that the team lets rest, by their two words.' }, (ctx, { viewer }) =>
    readRests(ctx, viewer),
  ),
  post(
    `${base}/rests`,
    { ...write, form: restForm, summary: 'Lets a talk rest, or go on; the two sides read it as a pause.' },
    (ctx, { viewer, form }) => {
      rest(ctx, viewer, form)
      return readRests(ctx, viewer)
    },
  ),
]
