import { z } from 'zod'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { id } from '../../http/forms.ts'
import { del, get, post, type Route } from '../../http/route.ts'
import type { Caller } from '../../policies/viewer.ts'
import { presentApp } from './present.ts'
import { presentPrograms, shutOut } from './programs.ts'
import { appById } from './queries.ts'
import { appForm, registerApp } from './register.ts'

/** The program behind a token; a token that the community's own hands made belongs to none. */
function ownApp(ctx: Context, { app, viewer }: Caller) {
  const id = app?.id ?? viewer?.appId
  const found = id === undefined ? undefined : appById(ctx.db, { id })
  if (!found) throw notFound()
  return presentApp(ctx, found)
}

/** Registration of other programs. */
export const appRoutes: readonly Route[] = [
  post('/api/v1/apps', { access: 'public', form: appForm, limit: 'apps' }, (ctx, { form }) => registerApp(ctx, form)),
  get('/api/v1/apps/verify_credentials', { access: 'app' }, (ctx, { caller }) => ownApp(ctx, caller)),
  get(
    '/api/community/v1/programs',
    { access: 'account', summary: 'The programs that one has let in.' },
    (ctx, { viewer }) => presentPrograms(ctx, viewer),
  ),
  del(
    '/api/community/v1/programs/:id',
    { access: 'account', form: z.object({ id }), summary: 'Shuts a program out.' },
    (ctx, { viewer, form }) => shutOut(ctx, viewer, form.id),
  ),
]
