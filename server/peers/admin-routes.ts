import { z } from 'zod'
import { cursors, id, pageSize } from '../http/forms.ts'
import { readPage } from '../http/pages.ts'
import { del, get, post, put, type Route } from '../http/route.ts'
import { undecide } from './decisions/decide.ts'
import {
  block,
  blockForm,
  changeBlock,
  changedBlockForm,
  findAllow,
  findBlock,
  nameServer,
  presentAllow,
  presentBlock,
  unnameServer,
} from './decisions/for-programs.ts'
import { allowsById, decisionsById } from './decisions/queries.ts'

const blocks = '/api/v1/admin/domain_blocks'
const allows = '/api/v1/admin/domain_allows'

const listed = z.object({ ...cursors, limit: pageSize(100, 200) })
const one = z.object({ id })
const named = z.object({ domain: z.string().max(260).default('') })

const door = (verb: 'read' | 'write', subject: 'domain_blocks' | 'domain_allows') =>
  ({ access: 'member', held: 'peers', scope: `admin:${verb}:${subject}` }) as const

/** What is decided about servers, for programs that speak with Mastodon's administration: by the same verbs as our pages. */
export const adminPeerRoutes: readonly Route[] = [
  get(blocks, { ...door('read', 'domain_blocks'), form: listed }, (ctx, { form }) =>
    readPage(
      form,
      (range) => decisionsById(ctx.db, {}, range),
      (rows) => rows.map(({ cursor, ...row }) => ({ cursor, item: presentBlock(row) })),
    ),
  ),
  get(`${blocks}/:id`, { ...door('read', 'domain_blocks'), form: one }, (ctx, { form }) =>
    presentBlock(findBlock(ctx, form.id)),
  ),
  post(blocks, { ...door('write', 'domain_blocks'), form: blockForm }, (ctx, { viewer, form }) =>
    presentBlock(block(ctx, viewer, form)),
  ),
  put(`${blocks}/:id`, { ...door('write', 'domain_blocks'), form: changedBlockForm }, (ctx, { viewer, form }) =>
    presentBlock(changeBlock(ctx, viewer, form)),
  ),
  del(`${blocks}/:id`, { ...door('write', 'domain_blocks'), form: one }, (ctx, { viewer, form }) =>
    undecide(ctx, viewer.accountId, form.id),
  ),
  get(allows, { ...door('read', 'domain_allows'), form: listed }, (ctx, { form }) =>
    readPage(
      form,
      (range) => allowsById(ctx.db, {}, range),
      (rows) => rows.map((row) => ({ cursor: row.cursor, item: presentAllow(row) })),
    ),
  ),
  get(`${allows}/:id`, { ...door('read', 'domain_allows'), form: one }, (ctx, { form }) =>
    presentAllow(findAllow(ctx, form.id)),
  ),
  post(allows, { ...door('write', 'domain_allows'), form: named }, (ctx, { viewer, form }) =>
    presentAllow(nameServer(ctx, viewer, form.domain)),
  ),
  del(`${allows}/:id`, { ...door('write', 'domain_allows'), form: one }, (ctx, { viewer, form }) =>
    unnameServer(ctx, viewer, form.id),
  ),
]
