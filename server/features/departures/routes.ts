import { z } from 'zod'
import type { Context } from '../../context.ts'
import { answer, type Cookie } from '../../http/answer.ts'
import { get, post, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { isLastOwner, leave } from './leave.ts'

/** How somebody proves that it is really them, as where passwords are. */
export type Proving<Shape extends z.ZodRawShape> = {
  proof: Shape
  prove(ctx: Context, viewer: Viewer, given: z.infer<z.ZodObject<Shape>>): Promise<unknown>
  /** The cookie that ends a session in the browser. */
  loggedOut(): Cookie
}

/** Leaving for good. Nothing in the way but that it is really oneself: not the rules either. */
export const departureRoutes = <Shape extends z.ZodRawShape>(way: Proving<Shape>): readonly Route[] => [
  get(
    '/api/community/v1/departure',
    { access: 'account', summary: 'What leaving for good would mean.' },
    (ctx, { viewer }) => ({
      days: Math.round(limits.departureWait / 86_400_000),
      last_owner: isLastOwner(ctx, viewer),
    }),
  ),
  post(
    '/api/community/v1/departure',
    {
      access: 'account',
      form: z.object(way.proof),
      limit: 'login',
      summary: 'Hides one’s own account at once and deletes it after a wait; logging in takes it back.',
    },
    async (ctx, { viewer, form }) => {
      await way.prove(ctx, viewer, form)
      return answer(leave(ctx, viewer), { cookies: [way.loggedOut()] })
    },
  ),
]
