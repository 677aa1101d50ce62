import { id } from '../../http/forms.ts'
import { get, post, type Route } from '../../http/route.ts'
import { answerComplaint, answerForm, complain, complainForm, readForSteward, readOwn } from './complaints.ts'

const base = '/api/community/v1/complaints'
const kept = '/api/community/v1/admin/complaints'

/** Complaints about those who run the community: from members, to the stewards. */
export const complaintRoutes: readonly Route[] = [
  get(
    base,
    {
      access: 'member',
      scope: 'read',
      summary: 'About whom of those who run the community you can complain, and what you complained of.',
    },
    (ctx, { viewer }) => readOwn(ctx, viewer),
  ),
  post(
    base,
    {
      access: 'member',
      scope: 'write',
      form: complainForm,
      limit: 'evidence',
      summary: 'Complains to the stewards about one who runs the community. Nobody else of them sees it.',
    },
    (ctx, { viewer, form }) => {
      complain(ctx, viewer, form)
      return readOwn(ctx, viewer)
    },
  ),
  get(
    kept,
    {
      access: 'member',
      may: 'complaints',
      summary: 'Complaints about those who run the community, for stewards; none about themselves.',
    },
    (ctx, { viewer }) => readForSteward(ctx, viewer),
  ),
  post(
    `${kept}/:id/answer`,
    { access: 'member', may: 'complaints', form: answerForm.extend({ id }), summary: 'Answers a complaint, once.' },
    (ctx, { viewer, form }) => {
      answerComplaint(ctx, viewer, form.id, form)
      return readForSteward(ctx, viewer)
    },
  ),
]
