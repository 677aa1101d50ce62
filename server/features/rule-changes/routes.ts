import { z } from 'zod'
import type { Context } from '../../context.ts'
import { cursors, id, pageSize } from '../../http/forms.ts'
import { del, get, patch, post } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { announceDraft, withdrawAnnounced } from './announce.ts'
import { approveDraft, confirmEmergency, takeBackApproval } from './approve.ts'
import { listComments, postComment, removeComment } from './comments.ts'
import { discardDraft, startDraft } from './draft.ts'
import { editDraft } from './edit.ts'
import { enactEmergency } from './emergency.ts'
import { announceForm, commentForm, draftForm, revisionForm } from './forms.ts'
import { presentProposal } from './present.ts'

const rules = '/api/community/v1/rules'
const publisher = { access: 'member', may: 'publish_rules' } as const
const version = z.object({ version: z.coerce.number().int() })

/** Does something to the change that is under way, and shows how it goes now. */
const then = (act: () => void, ctx: Context, viewer: Viewer) => {
  act()
  return presentProposal(ctx, viewer)
}

const drafting = [
  get(`${rules}/draft`, { ...publisher, summary: 'How a change of the rules is going.' }, (ctx, { viewer }) =>
    presentProposal(ctx, viewer),
  ),
  post(
    `${rules}/draft`,
    { ...publisher, summary: 'Begins a draft with the words of the rules in force.' },
    (ctx, { viewer }) => then(() => startDraft(ctx), ctx, viewer),
  ),
  patch(
    `${rules}/draft`,
    { ...publisher, form: draftForm, summary: 'Edits the draft; whoever approved it before has to do so again.' },
    (ctx, { viewer, form }) => then(() => editDraft(ctx, form), ctx, viewer),
  ),
  del(`${rules}/draft`, { ...publisher, summary: 'Throws the draft away.' }, (ctx, { viewer }) =>
    then(() => discardDraft(ctx), ctx, viewer),
  ),
  post(
    `${rules}/draft/approve`,
    { ...publisher, form: revisionForm, summary: 'Stands behind the draft as it is; two different people have to.' },
    (ctx, { viewer, form }) => then(() => approveDraft(ctx, viewer, form.revision), ctx, viewer),
  ),
  del(
    `${rules}/draft/approve`,
    { ...publisher, form: revisionForm, summary: 'Takes one’s own approval back, as long as it is a draft.' },
    (ctx, { viewer, form }) => then(() => takeBackApproval(ctx, viewer, form.revision), ctx, viewer),
  ),
]

const enacting = [
  post(
    `${rules}/draft/announce`,
    { ...publisher, form: announceForm, summary: 'Tells members of the change, at least 14 days before it holds.' },
    (ctx, { viewer, form }) => then(() => announceDraft(ctx, form), ctx, viewer),
  ),
  post(
    `${rules}/draft/emergency`,
    {
      ...publisher,
      form: revisionForm,
      summary: 'Puts a safety rule in force at once, until a second person confirms it.',
    },
    (ctx, { viewer, form }) => then(() => enactEmergency(ctx, viewer, form.revision), ctx, viewer),
  ),
  post(
    `${rules}/:version/confirm`,
    { ...publisher, form: version, summary: 'Confirms a safety rule that somebody else put in force.' },
    (ctx, { viewer, form }) => then(() => confirmEmergency(ctx, viewer, form.version), ctx, viewer),
  ),
  post(
    `${rules}/:version/withdraw`,
    { ...publisher, form: version, summary: 'Takes an announced version back; it is a draft again.' },
    (ctx, { viewer, form }) => then(() => withdrawAnnounced(ctx, form.version), ctx, viewer),
  ),
]

const limit = pageSize(limits.pageRuleComments, limits.pageRuleComments)

const talking = [
  get(
    `${rules}/:version/comments`,
    {
      access: 'member',
      scope: 'read:statuses',
      form: version.extend({ ...cursors, limit }),
      summary: 'What members said about a change.',
    },
    (ctx, { viewer, form: { version, ...wish } }) => listComments(ctx, viewer, version, wish),
  ),
  post(
    `${rules}/:version/comments`,
    {
      access: 'poster',
      scope: 'write:statuses',
      form: commentForm,
      limit: 'post',
      summary: 'Says something about a change, before it holds.',
    },
    (ctx, { viewer, form }) => postComment(ctx, viewer, form),
  ),
  del(
    `${rules}/comments/:id`,
    { access: 'member', scope: 'write:statuses', form: z.object({ id }), summary: 'Takes a comment away.' },
    (ctx, { viewer, form }) => removeComment(ctx, viewer, form.id),
  ),
]

/** Changing the rules: draft, approval, announcement, and what members say about it. */
export const ruleChangeRoutes = [...drafting, ...enacting, ...talking]
