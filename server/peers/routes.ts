import { z } from 'zod'
import { answer } from '../http/answer.ts'
import { flag, id, pageSize } from '../http/forms.ts'
import { del, get, post, put, type Route } from '../http/route.ts'
import { limits } from '../limits.ts'
import { writeCsv } from './decisions/csv.ts'
import {
  allow,
  chooseFederation,
  decide,
  federationForm,
  oneDecision,
  readAllows,
  readDecisions,
  undecide,
} from './decisions/decide.ts'
import { previewDecision, previewForm } from './decisions/preview.ts'
import { answerForm, answerServer, proposalForm, proposeServer, readServerProposals } from './decisions/propose.ts'
import { presentBlocks } from './decisions/public-list.ts'
import { decisionForm } from './decisions/put.ts'
import { readSevered } from './decisions/severed.ts'
import { addList, bringCsv, dropDraft, dropList, listForm, readDrafts, readLists, takeDraft } from './drafts/drafts.ts'
import { lookInto } from './look-into.ts'
import { listDomains, listPeers, readPeer } from './read.ts'

const community = '/api/community/v1'
const admin = `${community}/admin/servers`
const named = z.object({ domain: z.string().max(260) })
const list = z.object({
  after: z.string().max(260).default(''),
  q: z.string().max(260).default(''),
  limit: pageSize(40, limits.pagePeers),
})
const looking = named.extend({
  max_id: z
    .string()
    .max(64)
    .regex(/^[\w-]+$/)
    .optional(),
})

const open: readonly Route[] = [
  get('/api/v1/instance/peers', { access: 'public', kept: true }, (ctx) => listDomains(ctx)),
  get('/api/v1/instance/domain_blocks', { access: 'public', kept: true }, (ctx) => presentBlocks(ctx)),
  get(
    `${community}/peers`,
    { access: 'public', form: list, summary: 'The servers that this community is connected with.' },
    (ctx, { viewer, form }) => listPeers(ctx, viewer, form),
  ),
  get(
    `${community}/peers/:domain`,
    {
      access: 'public',
      form: named,
      limit: 'search',
      summary: 'What a server says about itself, and what was decided.',
    },
    (ctx, { viewer, form }) => readPeer(ctx, viewer, form.domain),
  ),
  get(
    `${community}/peers/:domain/timeline`,
    {
      access: 'member',
      scope: 'read:statuses',
      form: looking,
      limit: 'search',
      summary: 'The newest public posts of a server’s own people, looked at without following anybody.',
    },
    (ctx, { form }) => lookInto(ctx, form),
  ),
  get(
    `${community}/severed`,
    { access: 'member', scope: 'read:follows', summary: 'The follows of yours that sleep while a server is cut off.' },
    (ctx, { viewer }) => readSevered(ctx, viewer),
  ),
]

const decisions: readonly Route[] = [
  get(admin, { access: 'member', may: 'peers', summary: 'What is decided about servers.' }, (ctx) =>
    readDecisions(ctx),
  ),
  post(
    admin,
    { access: 'member', may: 'peers', form: decisionForm, summary: 'Decides about a server and all below its name.' },
    (ctx, { viewer, form }) => decide(ctx, viewer.accountId, form),
  ),
  get(
    `${admin}/preview`,
    { access: 'member', may: 'peers', form: previewForm, summary: 'What cutting servers off would do, in numbers.' },
    (ctx, { viewer, form }) => previewDecision(ctx, viewer.accountId, form),
  ),
  get(
    `${admin}/proposals`,
    { access: 'member', may: 'peers', summary: 'What waits for a second person, since it cuts a server off.' },
    (ctx, { viewer }) => readServerProposals(ctx, viewer),
  ),
  post(
    `${admin}/proposals`,
    {
      access: 'member',
      may: 'peers',
      form: proposalForm,
      summary: 'Proposes to cut a server off. What does not take two is done at once.',
    },
    (ctx, { viewer, form }) => proposeServer(ctx, viewer, form),
  ),
  post(
    `${admin}/proposals/:id/answer`,
    {
      access: 'member',
      may: 'confirm_removals',
      form: answerForm,
      summary: 'Agrees to it or does not, with a reason.',
    },
    (ctx, { viewer, form }) => answerServer(ctx, viewer, form),
  ),
  get(`${admin}/export`, { access: 'member', may: 'peers', summary: 'The decisions as Mastodon’s CSV.' }, (ctx) =>
    answer(writeCsv(ctx), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="servers.csv"',
      },
    }),
  ),
  post(
    `${admin}/import`,
    {
      access: 'member',
      may: 'peers',
      upload: limits.domainListBytes,
      summary: 'Takes a CSV of decisions in as drafts: the part `data`.',
    },
    (ctx, { viewer, files }) => bringCsv(ctx, viewer.accountId, files.data),
  ),
  del(
    `${admin}/:id`,
    { access: 'member', may: 'peers', form: oneDecision, summary: 'Ends a decision; what slept comes back.' },
    (ctx, { viewer, form }) => undecide(ctx, viewer.accountId, form.id),
  ),
]

const drafts: readonly Route[] = [
  get(`${admin}/drafts`, { access: 'member', may: 'peers', summary: 'What others’ lists would decide.' }, (ctx) =>
    readDrafts(ctx),
  ),
  post(
    `${admin}/drafts/take`,
    { access: 'member', may: 'peers', form: named, summary: 'Decides as a draft says.' },
    (ctx, { viewer, form }) => takeDraft(ctx, viewer, form.domain),
  ),
  post(
    `${admin}/drafts/drop`,
    { access: 'member', may: 'peers', form: named, summary: 'Puts a draft aside; no list brings it again.' },
    (ctx, { form }) => dropDraft(ctx, form.domain),
  ),
  get(`${admin}/lists`, { access: 'member', may: 'peers', summary: 'The lists of others that are looked at.' }, (ctx) =>
    readLists(ctx),
  ),
  post(
    `${admin}/lists`,
    { access: 'member', may: 'peers', form: listForm, summary: 'Looks at a list of others’ decisions from now on.' },
    (ctx, { viewer, form }) => addList(ctx, viewer.accountId, form),
  ),
  del(
    `${admin}/lists/:id`,
    { access: 'member', may: 'peers', form: z.object({ id }), summary: 'Looks at it no longer.' },
    (ctx, { form }) => dropList(ctx, form.id),
  ),
  get(
    `${admin}/allowed`,
    { access: 'member', may: 'peers', summary: 'Whether all servers are spoken with, and those named.' },
    (ctx) => readAllows(ctx),
  ),
  put(
    `${admin}/allowed`,
    {
      access: 'member',
      may: 'peers',
      form: named.extend({ allowed: flag }),
      summary: 'Names a server, or names it no longer, for a community that speaks with named servers alone.',
    },
    (ctx, { viewer, form }) => allow(ctx, viewer.accountId, form),
  ),
  put(
    `${admin}/mode`,
    { access: 'member', may: 'peers', form: federationForm, summary: 'Whether all servers are spoken with.' },
    (ctx, { viewer, form }) => chooseFederation(ctx, viewer.accountId, form),
  ),
]

/** The servers that this community is connected with, and what is decided about them. */
export const peerRoutes: readonly Route[] = [...open, ...decisions, ...drafts]
