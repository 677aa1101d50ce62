import { z } from 'zod'
import { id } from '../../http/forms.ts'
import { get, post } from '../../http/route.ts'
import { approve, refuse, vouch } from './decide.ts'
import { listPeople, peopleForm } from './list.ts'

const admin = '/api/community/v1/admin/people'
const form = z.object({ id })

/** The page *People*: who applies, who waits to be confirmed by hand, who is here. */
export const peopleRoutes = [
  get(
    admin,
    {
      access: 'member',
      may: 'people',
      form: peopleForm,
      summary: 'Applicants, newcomers to confirm by hand, or members.',
    },
    (ctx, { form }) => listPeople(ctx, form),
  ),
  post(
    `${admin}/:id/approve`,
    { access: 'member', may: 'people', form, summary: 'Lets an applicant in.' },
    (ctx, { viewer, form }) => approve(ctx, viewer.accountId, form.id),
  ),
  post(
    `${admin}/:id/refuse`,
    { access: 'member', may: 'people', form, summary: 'Refuses an applicant and deletes the account.' },
    (ctx, { viewer, form }) => refuse(ctx, viewer.accountId, form.id),
  ),
  post(
    `${admin}/:id/vouch`,
    { access: 'member', may: 'people', form, summary: 'Says that somebody new is known: their posts may carry all.' },
    (ctx, { viewer, form }) => vouch(ctx, viewer.accountId, form.id),
  ),
]
