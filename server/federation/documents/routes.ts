import { z } from 'zod'
import type { Context } from '../../context.ts'
import { profileUrl } from '../../features/accounts/present.ts'
import { answer } from '../../http/answer.ts'
import { flag, id } from '../../http/forms.ts'
import { get, type Route } from '../../http/route.ts'
import { actorUri, followersUri, MEDIATION, postUri } from '../addresses.ts'
import { actorKeys } from '../crypto/keys.ts'
import { deedsWith } from './activities.ts'
import { actorDocument, mediationActor, serverActor } from './actor.ts'
import { answerWith, type WhoAsks } from './answers.ts'
import { readApproval } from './approval.ts'
import { answersTo, countOnly, featured, outbox } from './collections.ts'
import { emojiDocument } from './emoji.ts'
import { noteDocuments } from './note.ts'
import { type Asker, findActor, findPost } from './read.ts'
import { followersOfAsker } from './synchronization.ts'
import { hostMeta, webFinger } from './webfinger.ts'
import { inContext, type Json } from './words.ts'

const person = z.object({ id })
const post = z.object({ id, status: id })
const paged = z.object({ id, page: flag.optional(), max_id: id.optional() })
const approval = post.extend({ of: z.string().max(2048).optional(), mark: z.string().max(22).optional() })
const emoji = z.object({ shortcode: z.string().max(200) })
const answers = z.object({ id, status: id, page: flag.optional(), min_id: id.optional() })

/** What everybody may keep for a while. */
const kept = (type: string) => ({ 'Content-Type': type, 'Cache-Control': 'public, max-age=1800' })

/** Where other servers find out who is whom; nobody has to say who they are for it. */
const finding: readonly Route[] = [
  get(
    '/.well-known/webfinger',
    { access: 'public', form: z.object({ resource: z.string().max(2048).optional() }) },
    (ctx, { form: { resource } }) =>
      answer(JSON.stringify(webFinger(ctx, resource)), { headers: kept('application/jrd+json; charset=utf-8') }),
  ),
  get('/.well-known/host-meta', { access: 'public' }, (ctx) =>
    answer(hostMeta(ctx), { headers: kept('application/xrd+xml; charset=utf-8') }),
  ),
]

const serverPart = async (ctx: Context): Promise<Json> => serverActor(ctx, await actorKeys(ctx, 0))

async function actorPart(ctx: Context, wanted: number): Promise<Json> {
  const row = findActor(ctx, wanted)
  return actorDocument(ctx, row, await actorKeys(ctx, row.id))
}

const mediationPart = async (ctx: Context): Promise<Json> => mediationActor(ctx, await actorKeys(ctx, MEDIATION))

const emptyOutbox = (ctx: Context, owner: number): Json => countOnly(`${actorUri(ctx, owner)}/outbox`, 0)

/** Somebody's page; 404 for nobody. */
const pageOf = (ctx: Context, wanted: number) => () => profileUrl(ctx, findActor(ctx, wanted))

/** What is of nobody here: the server itself, and who invites to mediations. Their keys are asked by everybody. */
const services: readonly Route[] = [
  // it signs the question who somebody is, so it is answered to everybody
  get('/actor', { access: 'public' }, (ctx, { request }) =>
    answerWith(ctx, request, () => undefined, { read: () => serverPart(ctx) }),
  ),
  get('/actor/outbox', { access: 'public' }, (ctx, { request }) =>
    answerWith(ctx, request, () => undefined, { read: () => emptyOutbox(ctx, 0) }),
  ),
  // it writes to people whose servers may know nothing of us yet
  get('/ap/mediation', { access: 'public' }, (ctx, { request }) =>
    answerWith(ctx, request, () => undefined, {
      page: () => `${ctx.config.publicUrl}/help/disagreements`,
      read: () => mediationPart(ctx),
    }),
  ),
  get('/ap/mediation/outbox', { access: 'public' }, (ctx, { request }) =>
    answerWith(ctx, request, () => undefined, { read: () => emptyOutbox(ctx, MEDIATION) }),
  ),
]

/** What people here and their posts are to other servers. Who may read what is one question, asked of who signed. */
export function documentRoutes(whoAsks: WhoAsks): readonly Route[] {
  const people: readonly Route[] = [
    get('/emojis/:shortcode', { access: 'public', form: emoji }, (ctx, { form, request }) =>
      answerWith(ctx, request, whoAsks, { read: () => inContext(emojiDocument(ctx, form.shortcode)) }),
    ),
    get('/ap/users/:id', { access: 'public', form: person }, (ctx, { form, request }) =>
      answerWith(ctx, request, whoAsks, { page: pageOf(ctx, form.id), read: () => actorPart(ctx, form.id) }),
    ),
    get('/ap/users/:id/outbox', { access: 'public', form: paged }, (ctx, { form, request }) =>
      answerWith(ctx, request, whoAsks, { read: (asker) => outbox(ctx, findActor(ctx, form.id), asker, form) }),
    ),
    get('/ap/users/:id/followers', { access: 'public', form: person }, (ctx, { form, request }) =>
      answerWith(ctx, request, whoAsks, {
        read: () => countOnly(followersUri(ctx, form.id), findActor(ctx, form.id).followersCount),
      }),
    ),
    get('/ap/users/:id/following', { access: 'public', form: person }, (ctx, { form, request }) =>
      answerWith(ctx, request, whoAsks, {
        read: () => countOnly(`${actorUri(ctx, form.id)}/following`, findActor(ctx, form.id).followingCount),
      }),
    ),
    get('/ap/users/:id/followers_synchronization', { access: 'public', form: person }, (ctx, { form, request }) =>
      answerWith(ctx, request, whoAsks, {
        surely: true,
        read: (asker) => followersOfAsker(ctx, findActor(ctx, form.id).id, asker),
      }),
    ),
    get('/ap/users/:id/featured', { access: 'public', form: person }, (ctx, { form, request }) =>
      answerWith(ctx, request, whoAsks, { read: (asker) => featured(ctx, findActor(ctx, form.id), asker) }),
    ),
    get('/ap/users/:id/quote_authorizations/:status', { access: 'public', form: approval }, (ctx, { form, request }) =>
      answerWith(ctx, request, whoAsks, { read: () => readApproval(ctx, form) }),
    ),
  ]
  return [...finding, ...services, ...people, ...postRoutes(whoAsks)]
}

const counted = (ctx: Context, asker: Asker, wanted: z.infer<typeof post>, what: 'likes' | 'shares'): Json => {
  const { row, current } = findPost(ctx, asker, wanted)
  const total = what === 'likes' ? current.favouritesCount : current.reblogsCount
  return inContext({ id: `${postUri(ctx, { ...row, uri: null })}/${what}`, type: 'Collection', totalItems: total })
}

const postPage = (ctx: Context, wanted: z.infer<typeof post>) => () => `${pageOf(ctx, wanted.id)()}/${wanted.status}`

const deedPart = (ctx: Context, asker: Asker, wanted: z.infer<typeof post>): Json => {
  const [made] = deedsWith(ctx, [findPost(ctx, asker, wanted)])
  return inContext(made ?? {})
}

function notePart(ctx: Context, asker: Asker, wanted: z.infer<typeof post>): Json {
  const part = findPost(ctx, asker, wanted)
  const [note] = part.boosted ? deedsWith(ctx, [part]) : noteDocuments(ctx, [part])
  return inContext(note ?? {})
}

function postRoutes(whoAsks: WhoAsks): readonly Route[] {
  const base = '/ap/users/:id/statuses/:status'
  return [
    get(base, { access: 'public', form: post }, (ctx, { form, request }) =>
      answerWith(ctx, request, whoAsks, { page: postPage(ctx, form), read: (asker) => notePart(ctx, asker, form) }),
    ),
    get(`${base}/activity`, { access: 'public', form: post }, (ctx, { form, request }) =>
      answerWith(ctx, request, whoAsks, { read: (asker) => deedPart(ctx, asker, form) }),
    ),
    get(`${base}/replies`, { access: 'public', form: answers }, (ctx, { form, request }) =>
      answerWith(ctx, request, whoAsks, { read: (asker) => answersTo(ctx, findPost(ctx, asker, form), form) }),
    ),
    get(`${base}/likes`, { access: 'public', form: post }, (ctx, { form, request }) =>
      answerWith(ctx, request, whoAsks, { read: (asker) => counted(ctx, asker, form, 'likes') }),
    ),
    get(`${base}/shares`, { access: 'public', form: post }, (ctx, { form, request }) =>
      answerWith(ctx, request, whoAsks, { read: (asker) => counted(ctx, asker, form, 'shares') }),
    ),
  ]
}
