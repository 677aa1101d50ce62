import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { accountById } from '../../features/accounts/queries.ts'
import { optionsOf, votesBy } from '../../features/polls/queries.ts'
import { hydrate } from '../../features/statuses/hydrate.ts'
import { postTold } from '../../features/statuses/queries.ts'
import { actorUri, approvalOf, approvalUri, PUBLIC, postUri, quoteRequestUri, uriOf } from '../addresses.ts'
import { deed } from '../documents/activities.ts'
import { noteDocuments } from '../documents/note.ts'
import { approvalsOf, postPlaces } from '../documents/queries.ts'
import type { Json } from '../documents/words.ts'
import { inboxesOf } from './queries.ts'
import { undo } from './react.ts'
import { tellOne } from './react-people.ts'
import { recipientsOf, together } from './recipients.ts'
import { send } from './send.ts'

/** One of ours who does something with a post from elsewhere, and its author; undefined for all other pairs. */
function acting(ctx: Context, accountId: number, statusId: number) {
  const us = accountById(ctx.db, { id: accountId })
  const [post] = us?.domain === null ? postPlaces(ctx.db, { ids: JSON.stringify([statusId]) }) : []
  const them = post && accountById(ctx.db, { id: post.accountId })
  if (us?.domain !== null || !post || !them || them.domain === null) return undefined
  return { us, them, uri: postUri(ctx, post), actor: actorUri(ctx, accountId) }
}

/** The author of a post elsewhere hears who likes it. */
export function sendLike(ctx: Context, { statusId, accountId }: Events['statusFavourited']): void {
  const found = acting(ctx, accountId, statusId)
  if (!found) return
  const { actor, uri } = found
  const more = { to: [uriOf(ctx, found.them)] }
  tellOne(ctx, found, deed('Like', `${actor}#likes/${statusId}/${ctx.newId()}`, actor, uri, more))
}

/** And who does no longer. */
export function sendUnlike(ctx: Context, { statusId, accountId }: Events['statusUnfavourited']): void {
  const found = acting(ctx, accountId, statusId)
  if (!found) return
  const { actor, uri } = found
  const like = { id: `${actor}#likes/${statusId}`, type: 'Like', actor, object: uri }
  tellOne(ctx, found, undo(ctx, accountId, like, { to: [uriOf(ctx, found.them)] }))
}

/** Votes go to who asked, each as a note that says no more than the option. */
export function sendVote(ctx: Context, { pollId, statusId, accountId }: Events['pollVoted']): void {
  const found = acting(ctx, accountId, statusId)
  if (!found) return
  const ids = JSON.stringify([pollId])
  const options = optionsOf(ctx.db, { ids })
  for (const { position } of votesBy(ctx.db, { me: accountId, ids })) {
    const { actor, uri, them } = found
    const id = `${actor}#votes/${pollId}/${position}`
    const name = options[position]?.title
    const to = uriOf(ctx, them)
    const vote: Json = { id, type: 'Note', name, attributedTo: actor, to, inReplyTo: uri }
    tellOne(ctx, found, deed('Create', `${id}/activity`, actor, vote, { to }))
  }
}

/**
 * A post taken out of one that quoted it: the quoted person's word is taken back, at the address under which it was
 * given, for whoever quoted and all who got either post.
 */
export function sendRevoked(ctx: Context, { statusId, quotedId }: Events['quoteRevoked']): void {
  const places = postPlaces(ctx.db, { ids: JSON.stringify([statusId, quotedId]) })
  const [quoting, quoted] = [places.find(({ id }) => id === statusId), places.find(({ id }) => id === quotedId)]
  const author = quoted && accountById(ctx.db, { id: quoted.accountId })
  if (!quoting || !quoted || author?.domain !== null) return
  const actor = actorUri(ctx, author.id)
  const id = quoting.uri === null ? approvalUri(ctx, quoted, statusId) : approvalOf(ctx, quoted, quoting.uri)
  const people = inboxesOf(ctx.db, { from: 0, ids: JSON.stringify([quoting.accountId]) })
  const body = deed('Delete', `${id}#delete`, actor, id, { to: [PUBLIC] })
  send(ctx, { owner: author.id, body }, together(people, recipientsOf(ctx, quotedId), recipientsOf(ctx, statusId)))
}

/** Whoever asked from elsewhere whether their post may quote one of ours hears what its author chose (FEP-044f). */
export function sendQuoteAnswer(ctx: Context, event: Events['quoteAsked']): void {
  const { uri, accountId, quotedId, quoting, allowed } = event
  const [quoted] = postPlaces(ctx.db, { ids: JSON.stringify([quotedId]) })
  const [us, them] = [quoted && accountById(ctx.db, { id: quoted.accountId }), accountById(ctx.db, { id: accountId })]
  if (!quoted || us?.domain !== null || !them || them.domain === null) return
  const [actor, asker] = [actorUri(ctx, us.id), uriOf(ctx, them)]
  const request = { id: uri, type: 'QuoteRequest', actor: asker, object: postUri(ctx, quoted), instrument: quoting }
  const result = allowed ? { result: approvalOf(ctx, quoted, quoting) } : {}
  const id = `${actor}#quotes/${ctx.newId()}`
  tellOne(ctx, { us, them }, deed(allowed ? 'Accept' : 'Reject', id, actor, request, { to: [asker], ...result }))
}

/** Whoever is quoted elsewhere is asked whether that may be: their server answers by what they chose. */
export function askToQuote(ctx: Context, event: Events['statusPosted']): void {
  const { statusId, accountId } = event
  if ((postTold(ctx.db, event)?.uri ?? null) !== null) return
  const [quote] = approvalsOf(ctx.db, { ids: JSON.stringify([statusId]) })
  const found = quote?.quotedId ? acting(ctx, accountId, quote.quotedId) : undefined
  const [part] = found ? hydrate(ctx, undefined, [statusId]).parts : []
  if (!found || !part || part.row.localOnly === 1) return
  const { actor, uri: object, them } = found
  // what is not for everybody is only named: they may not be one of those whom it is for
  const isOpen = part.row.visibility === 'public' || part.row.visibility === 'unlisted'
  const instrument = isOpen ? noteDocuments(ctx, [part])[0] : postUri(ctx, { ...part.row, uri: null })
  const to = [uriOf(ctx, them)]
  tellOne(ctx, found, deed('QuoteRequest', quoteRequestUri(ctx, part.row), actor, object, { instrument, to }))
}
