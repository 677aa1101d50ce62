import type { Status } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { hashSecret } from '../../core/crypto.ts'
import { notFound, Refusal } from '../../core/errors.ts'
import { limits } from '../../limits.ts'
import { checkPictures } from '../../policies/panic.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { narrower } from '../../policies/visibility.ts'
import { postingDefaults } from '../accounts/queries.ts'
import { insertQuote } from '../quotes/queries.ts'
import { askPoll, checkPoll, pollWithPictures } from './ask.ts'
import { findPictures, setPictures } from './attach.ts'
import { keepTags, readWords, type Words } from './compose.ts'
import { findStatus } from './find.ts'
import type { StatusForm } from './form.ts'
import { checkAgreements } from './held-back.ts'
import { checkNewMember } from './new-member.ts'
import { presentStatuses } from './present.ts'
import { insertMention, insertStatus, mentionsOf, rememberKey, repeatedStatus } from './queries.ts'
import { findQuoted, policyFor, type Quotable } from './quotes/quote.ts'

/**
 * Posts. A repeated `key` (the Idempotency-Key header) gives the post that it made before. An answer is never more
 * public than what it answers: its visibility is narrowed to that, and an answer within the community stays within.
 * Throws 404 when the answered post is not to be seen, 422 for words or pictures that cannot be posted and for what an agreement
 * between two people holds back.
 */
export function postStatus(ctx: Context, viewer: Viewer, form: StatusForm, key: string | undefined): Status {
  const id = ctx.transact(() => {
    const keyHash = key ? hashSecret(key) : undefined
    const before = keyHash && repeated(ctx, viewer, keyHash)
    if (before) return before.statusId
    const { parent, quoted, words, pictures } = checkPost(ctx, viewer, form)
    const made = keep(ctx, viewer, form, words, { parent, quoted })
    setPictures(ctx, made, pictures, form.media_attributes)
    if (keyHash) rememberKey(ctx.db, { accountId: viewer.accountId, key: keyHash, statusId: made, now: ctx.now() })
    ctx.emit('statusPosted', { statusId: made, accountId: viewer.accountId })
    return made
  })
  const [status] = presentStatuses(ctx, viewer, [id])
  if (!status) throw notFound()
  return status
}

/**
 * What a form asks for, once all of it may be posted now. Throws 404 when the answered or quoted post is not to be seen,
 * 422 for words, pictures or a poll that cannot be posted, and for what an agreement or being new holds back.
 */
export function checkPost(ctx: Context, viewer: Viewer, form: StatusForm) {
  const parent = form.in_reply_to_id === undefined ? undefined : findParent(ctx, viewer, form.in_reply_to_id)
  const quoted = findQuoted(ctx, viewer, form)
  const words = readWords(ctx, form, form.media_ids.length > 0 || quoted !== undefined)
  if (form.poll && form.media_ids.length > 0) throw pollWithPictures()
  if (form.poll) checkPoll(ctx, form.poll)
  const pictures = findPictures(ctx, viewer, form.media_ids)
  if (pictures.length > 0) checkPictures(ctx.db, ctx.now())
  checkAgreements(ctx, viewer, { answers: parent, names: words.mentioned })
  checkNewMember(ctx, viewer.accountId, {
    ...words,
    hasMedia: pictures.length > 0,
    talking: talkingIn(ctx, parent),
  })
  return { parent, quoted, words, pictures }
}

type Parent = ReturnType<typeof findStatus>

/** Who wrote a post, and whom it names. */
const talkingIn = (ctx: Context, parent: Parent | undefined): number[] =>
  parent === undefined
    ? []
    : [parent.accountId, ...mentionsOf(ctx.db, { ids: JSON.stringify([parent.id]) }).map(({ accountId }) => accountId)]

const repeated = (ctx: Context, { accountId }: Viewer, key: Buffer) =>
  repeatedStatus(ctx.db, { accountId, key, since: ctx.now() - limits.idempotencyKept })

function findParent(ctx: Context, viewer: Viewer, id: number): Parent {
  try {
    return findStatus(ctx, viewer, id)
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    throw notFound('The post that you answer is not there, or not any more.')
  }
}

/** What a post answers and what it quotes. */
type Around = { parent: Parent | undefined; quoted: Quotable | undefined }

function keep(ctx: Context, viewer: Viewer, form: StatusForm, words: Words, { parent, quoted }: Around): number {
  const id = ctx.newId()
  const me = viewer.accountId
  const liking = postingDefaults(ctx.db, { id: me })
  const wanted = form.visibility ?? liking?.visibility ?? 'public'
  const answering = parent ? narrower(wanted, parent.visibility) : wanted
  const visibility = quoted?.visibility === 'private' ? narrower(answering, 'private') : answering
  const sensitive = words.spoilerText !== '' || (form.sensitive ?? liking?.sensitive === 1)
  const isTalk = parent !== undefined && parent.accountId !== me
  insertStatus(ctx.db, {
    id,
    accountId: me,
    threadId: parent?.threadId ?? id,
    inReplyToId: parent?.id ?? null,
    inReplyToAccountId: parent?.accountId ?? null,
    text: words.text,
    spoilerText: words.spoilerText,
    warningTopics: JSON.stringify(words.topics),
    sensitive: sensitive ? 1 : 0,
    visibility,
    localOnly: form.local_only || parent?.localOnly === 1 || quoted?.localOnly === 1 ? 1 : 0,
    language: form.language ?? liking?.language ?? liking?.locale ?? null,
    appId: viewer.appId ?? null,
    createdAt: ctx.now(),
    quotePolicy: policyFor(visibility, form.quote_approval_policy ?? liking?.quotePolicy ?? 'followers'),
    listed: visibility === 'public' && !isTalk ? 1 : 0,
  })
  for (const accountId of words.mentioned) insertMention(ctx.db, { statusId: id, accountId })
  keepTags(ctx, id, words.tags)
  if (quoted)
    insertQuote(ctx.db, { statusId: id, quotedId: quoted.id, quotedAccountId: quoted.accountId, now: ctx.now() })
  if (form.poll) askPoll(ctx, id, form.poll)
  return id
}
