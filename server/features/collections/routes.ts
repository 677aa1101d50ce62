import { z } from 'zod'
import { flag, id } from '../../http/forms.ts'
import { del, get, post, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { answerCollection } from './answer.ts'
import { addCollection, askPerson, collectionForm, removeCollection, takeOut } from './edit.ts'
import { readAdminCollections, readCollections } from './read.ts'

const path = '/api/community/v1/collections'
const admin = '/api/community/v1/admin/collections'
const keeping = { access: 'member', may: 'collections' } as const
const one = z.object({ id })
const yesOrNo = z.object({ id, yes: flag })
const named = z.object({ id, acct: z.string().max(limits.statusRaw) })
const person = z.object({ id, account_id: id })

/** Collections of people to follow, for members; those who run the community put them together. */
export const collectionRoutes: readonly Route[] = [
  get(
    path,
    { access: 'member', scope: 'read:accounts', summary: 'People to follow, a few about one thing.' },
    (ctx, r) => readCollections(ctx, r.viewer),
  ),
  post(
    `${path}/:id/answer`,
    {
      access: 'member',
      scope: 'write:accounts',
      form: yesOrNo,
      summary: 'Says whether you stand in a collection that you were asked for; no is also the way out.',
    },
    (ctx, { viewer, form }) => answerCollection(ctx, viewer, form.id, form.yes),
  ),
  get(admin, { ...keeping, summary: 'All collections, with what people answered.' }, (ctx) =>
    readAdminCollections(ctx),
  ),
  post(
    admin,
    { ...keeping, form: collectionForm, once: true, summary: 'Begins a collection.' },
    (ctx, { viewer, form }) => addCollection(ctx, viewer, form),
  ),
  del(`${admin}/:id`, { ...keeping, form: one, summary: 'Takes a collection away.' }, (ctx, { viewer, form }) =>
    removeCollection(ctx, viewer, form.id),
  ),
  post(
    `${admin}/:id/people`,
    { ...keeping, form: named, summary: 'Asks somebody to stand in a collection.' },
    (ctx, { viewer, form }) => askPerson(ctx, viewer, form.id, form.acct),
  ),
  del(
    `${admin}/:id/people/:account_id`,
    { ...keeping, form: person, summary: 'Takes somebody out of a collection.' },
    (ctx, { viewer, form }) => takeOut(ctx, viewer, form.id, form.account_id),
  ),
]
