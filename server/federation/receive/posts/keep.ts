import { normalizeTag } from '../../../../shared/text/entities.ts'
import type { Context } from '../../../context.ts'
import { keepTags, topicsOf } from '../../../features/statuses/compose.ts'
import { decisionFor } from '../../../policies/domains.ts'
import { narrower, type Visibility } from '../../../policies/visibility.ts'
import { readQuotePolicy } from '../../vocab/hung.ts'
import type { NoteDoc } from '../../vocab/note.ts'
import { keepEmojis } from '../keep-actor.ts'
import { type ActorRow, tombstoneOf } from '../queries.ts'
import { keepDocument } from './document.ts'
import { maySee, postAt } from './find.ts'
import { keepMedia, keepPoll } from './hang.ts'
import { idFor, oursAt, peopleOf, visibilityOf } from './place.ts'
import {
  insertRemoteStatus,
  type KnownStatus,
  nameSomebody,
  putRemoteStatus,
  statusByUri,
  threadNamed,
  waitingFor,
} from './queries.ts'
import { keepQuote, settleQuotes } from './quote.ts'
import { settleAnswers } from './thread.ts'

/** What of a document is kept as the words of a post. */
export function wordsOf(ctx: Context, { host, followersUri }: ActorRow, note: NoteDoc) {
  return {
    url: note.url ?? null,
    text: note.text,
    html: note.html,
    spoilerText: note.spoilerText,
    topics: JSON.stringify(topicsOf(ctx, note.spoilerText, [])),
    sensitive: note.sensitive ? 1 : 0,
    language: note.language ?? null,
    quotePolicy: readQuotePolicy(note.policy, followersUri ?? undefined),
    emojis: keepEmojis(ctx, host, note.emojis, [
      note.html,
      note.spoilerText,
      ...(note.poll?.options ?? []).map(({ title }) => title),
    ]),
  }
}

/** What a post answers, where that is here and its author may see it. */
function parentOf(ctx: Context, actor: ActorRow, note: NoteDoc): KnownStatus | undefined {
  const found = note.parent === undefined ? undefined : postAt(ctx, note.parent)
  return found && maySee(ctx, actor.id, found) ? found : undefined
}

/** Whom a post names; where it is for few, those of them whom it is for: to be spoken of lets nobody read it. */
function namedIn({ mentions, to, cc }: NoteDoc): string[] {
  if (to.everybody || cc.everybody) return mentions
  const meant = new Set([...to.named, ...cc.named])
  return mentions.filter((address) => meant.has(address))
}

/** Names those whom the post names, and, silently, those of us for whom it is without saying so. */
export function nameEverybody(ctx: Context, statusId: number, note: NoteDoc): number[] {
  const named = [...peopleOf(ctx, namedIn(note)).values()]
  for (const accountId of named) nameSomebody(ctx.db, { statusId, accountId, silent: 0 })
  const ours = [...note.to.named, ...note.cc.named].filter((address) => oursAt(ctx, address))
  for (const accountId of peopleOf(ctx, ours).values()) nameSomebody(ctx.db, { statusId, accountId, silent: 1 })
  return named
}

/** Hashtags of a document, normal form to the form in which they were written. */
export const tagsIn = ({ hashtags }: NoteDoc) => new Map(hashtags.map((name) => [normalizeTag(name), name]))

type Place = { parent: KnownStatus | undefined; hidden: boolean }

function insert(ctx: Context, actor: ActorRow, note: NoteDoc, { parent, hidden }: Place): number {
  const id = idFor(ctx, note.published)
  const own = visibilityOf(note, actor)
  const visibility: Visibility = parent && parent.visibility === 'direct' ? narrower(own, 'direct') : own
  const talks = note.parent !== undefined && parent?.accountId !== actor.id
  const thread = note.conversation === undefined ? undefined : threadNamed(ctx.db, { uri: note.conversation })
  insertRemoteStatus(ctx.db, {
    ...wordsOf(ctx, actor, note),
    id,
    uri: note.uri,
    accountId: actor.id,
    threadId: parent?.threadId ?? thread?.threadId ?? id,
    parentId: parent?.id ?? null,
    parentAccountId: parent?.accountId ?? null,
    visibility,
    createdAt: Math.min(note.published ?? ctx.now(), ctx.now()),
    editedAt: note.updated ?? null,
    listed: visibility === 'public' && !talks && !hidden ? 1 : 0,
    conversation: note.conversation ?? null,
  })
  return id
}

/** What waited for a post finds it now. */
function settleHere(ctx: Context, uri: string): void {
  const waiting = waitingFor(ctx.db, { uri })
  const row = waiting.length > 0 ? statusByUri(ctx.db, { uri }) : undefined
  if (row) settleAnswers(ctx, waiting, row)
  settleQuotes(ctx, uri)
}

/** How a post came: brought by its author just now, with their signature, or fetched because somebody looked for it. */
export type Coming = { fresh: boolean; signed?: boolean }

/**
 * Keeps a post from elsewhere, whose author was made sure of before, with all that hangs on it. What was deleted there
 * stays so, and what is here already stays as it is. Within a transaction. Gives its number.
 */
export function keepPost(
  ctx: Context,
  actor: ActorRow,
  note: NoteDoc,
  { fresh, signed = false }: Coming,
): number | undefined {
  const before = statusByUri(ctx.db, { uri: note.uri })
  if (before) return before.id
  if (tombstoneOf(ctx.db, { uri: note.uri, actor: note.author }) || note.vote !== undefined) return undefined
  const parent = parentOf(ctx, actor, note)
  const { hidden, refusesMedia } = decisionFor(ctx.db, actor.host)
  const id = insert(ctx, actor, note, { parent, hidden })
  nameEverybody(ctx, id, note)
  keepTags(ctx, id, tagsIn(note))
  keepDocument(ctx, id, note, { answersUs: parent?.local === 1, signed })
  if (note.attachments.length > 0 && !refusesMedia) keepMedia(ctx, id, actor, note.attachments)
  if (note.poll) keepPoll(ctx, id, note.poll)
  putRemoteStatus(ctx.db, {
    id,
    parentUri: parent ? null : (note.parent ?? null),
    repliesUri: note.replies ?? null,
    repliesTotal: note.repliesTotal ?? null,
    likesTotal: note.likesTotal ?? null,
    sharesTotal: note.sharesTotal ?? null,
    now: ctx.now(),
  })
  keepQuote(ctx, id, actor.id, note)
  settleHere(ctx, note.uri)
  const accountId = actor.id
  if (fresh) ctx.emit('statusPosted', { statusId: id, accountId })
  else ctx.emit('statusFetched', { statusId: id, accountId })
  return id
}
