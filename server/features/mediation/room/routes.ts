import { z } from 'zod'
import { id } from '../../../http/forms.ts'
import { get, post, type Route } from '../../../http/route.ts'
import { presentCase } from '../present.ts'
import { findSeat } from '../seats.ts'
import { exportCase } from './export.ts'
import { messageForm, postMessage } from './post.ts'

const base = '/api/community/v1/mediations/:id'
const one = z.object({ id })

/** What is said in a case, and one's own copy of it. */
export const roomRoutes: readonly Route[] = [
  post(
    `${base}/messages`,
    {
      access: 'member',
      scope: 'write:mediation',
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
]
