import type { Context } from '../../../context.ts'
import { isOver } from '../../../features/polls/present.ts'
import { insertVote, optionsOf, pollsOf, votesBy } from '../../../features/polls/queries.ts'
import { actorUri, MEDIATION } from '../../addresses.ts'
import type { Activity, ObjectDoc } from '../../vocab/activity.ts'
import { isOneOrigin } from '../../vocab/json.ts'
import { isPostType, type NoteDoc } from '../../vocab/note.ts'
import { areOpenTo, mayTouch, postAt } from '../posts/find.ts'
import { keepPost } from '../posts/keep.ts'
import { oursAt } from '../posts/place.ts'
import { isFollowedHere, parentWanted } from '../posts/queries.ts'
import type { ActorRow } from '../queries.ts'

/**
 * Whether a post concerns anybody here who lets its author come to them: who follows them, is named, or is answered. An
 * answer to a post from elsewhere that is here concerns those who read that.
 */
function concernsUs(ctx: Context, signer: ActorRow, note: NoteDoc): boolean {
  if (isFollowedHere(ctx.db, { id: signer.id })?.found === 1) return true
  const named = [...note.mentions, ...note.to.named, ...note.cc.named].flatMap((address) => oursAt(ctx, address) ?? [])
  const parent = note.parent === undefined ? undefined : postAt(ctx, note.parent)
  if (parent?.local === 0) return true
  const ids = [...named.map(({ accountId }) => accountId), ...(parent ? [parent.accountId] : [])]
  return areOpenTo(ctx, ids, signer.id)
}

/** Hands on what somebody says to the address from which mediation invites; what is for it alone is no post here. */
function hearForMediation(ctx: Context, signer: ActorRow, { to, cc, text, language }: NoteDoc): boolean {
  if (![...to.named, ...cc.named].includes(actorUri(ctx, MEDIATION))) return false
  ctx.emit('mediationAddressed', { accountId: signer.id, text, language })
  return !to.everybody && !cc.everybody
}

/** A post that says for whom it is only with the activity that brings it. */
export const withAudience = (note: NoteDoc, { to, cc }: Activity): NoteDoc => {
  const isSilent = [note.to, note.cc].every(({ everybody, named }) => !everybody && named.length === 0)
  return isSilent ? { ...note, to, cc } : note
}

/** Whether an object is a post, or might be one that is only named; stories and other kinds are not asked for. */
export const mayBePost = ({ type }: ObjectDoc): boolean => type === '' || isPostType(type)

/** A post that somebody elsewhere wrote; what is not surely theirs is fetched from where it says it is. */
export function takeCreate(ctx: Context, signer: ActorRow, activity: Activity): void {
  const { object, actor } = activity
  const { note, uri } = object
  if (!note || note.author !== actor || !isOneOrigin(note.uri, actor)) {
    if (uri !== undefined && mayBePost(object) && isFollowedHere(ctx.db, { id: signer.id })?.found === 1)
      fetchLater(ctx, uri)
    return
  }
  if (hearForMediation(ctx, signer, withAudience(note, activity))) return
  if (note.vote !== undefined) {
    takeVote(ctx, signer, note)
    return
  }
  if (!concernsUs(ctx, signer, note)) return
  const statusId = keepPost(ctx, signer, withAudience(note, activity), { fresh: true, signed: true })
  if (statusId !== undefined && note.parent !== undefined && parentWanted(ctx.db, { id: statusId })?.uri) {
    ctx.queue.add('fetchParents', { statusId }, { once: `fetchParents:${statusId}` })
  }
}

/** Has a post fetched from its own address. */
export const fetchLater = (
  ctx: Context,
  uri: string,
  boost?: { accountId: number; uri: string; visibility: 'public' | 'unlisted' | 'private' },
) => ctx.queue.add('fetchPost', { uri, ...(boost && { boost }) }, { once: `fetchPost:${boost?.uri ?? uri}` })

/** A vote in a poll of ours: one for each person and option, while it is open, of who may see it. */
function takeVote(ctx: Context, signer: ActorRow, { parent, vote }: NoteDoc): void {
  const status = parent === undefined ? undefined : postAt(ctx, parent)
  if (!status || status.local === 0 || !mayTouch(ctx, signer.id, status)) return
  const [poll] = pollsOf(ctx.db, { ids: JSON.stringify([status.id]) })
  if (!poll || isOver(poll, ctx.now())) return
  const ids = JSON.stringify([poll.id])
  const position = optionsOf(ctx.db, { ids }).findIndex(({ title }) => title === vote)
  const before = votesBy(ctx.db, { me: signer.id, ids })
  if (position < 0 || (poll.multiple === 0 && before.length > 0)) return
  if (insertVote(ctx.db, { pollId: poll.id, me: signer.id, position, now: ctx.now() }) === 0) return
  ctx.emit('pollVoted', { pollId: poll.id, statusId: status.id, accountId: signer.id })
}
