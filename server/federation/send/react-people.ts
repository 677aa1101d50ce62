import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { type AccountRow, accountById } from '../../features/accounts/queries.ts'
import { followUri } from '../../features/relations/queries.ts'
import { actorUri, followersUri, uriOf } from '../addresses.ts'
import { deed } from '../documents/activities.ts'
import type { Json } from '../documents/words.ts'
import { followersInboxes, nameRequest, ownInbox } from './queries.ts'
import { undo } from './react.ts'
import { send } from './send.ts'

type Between = { us: AccountRow; them: AccountRow }

/** One of ours who does something, and somebody elsewhere whom it is done to; undefined for all other pairs. */
function between(ctx: Context, actor: number, target: number): Between | undefined {
  const [us, them] = [accountById(ctx.db, { id: actor }), accountById(ctx.db, { id: target })]
  return us?.domain === null && them && them.domain !== null ? { us, them } : undefined
}

/** Says something to one person elsewhere, at their own inbox. */
export function tellOne(ctx: Context, { us, them }: Between, body: Json): void {
  const inbox = ownInbox(ctx.db, { accountId: them.id })
  if (inbox) send(ctx, { owner: us.id, body }, [inbox])
}

const followOf = (id: string, actor: string, object: string): Json => ({ id, type: 'Follow', actor, object })

/** Asks somebody elsewhere to be allowed to follow them. */
export function sendFollow(ctx: Context, { accountId, targetId }: Events['followRequested']): void {
  const pair = between(ctx, accountId, targetId)
  if (!pair) return
  const [actor, object] = [actorUri(ctx, accountId), uriOf(ctx, pair.them)]
  const uri = `${actor}#follows/${ctx.newId()}`
  nameRequest(ctx.db, { accountId, targetId, uri })
  tellOne(ctx, pair, deed('Follow', uri, actor, object, { to: [object] }))
}

/** Tells somebody elsewhere that they follow one of ours from now on. */
export function sendAccept(ctx: Context, { accountId, targetId }: Events['followed']): void {
  const pair = between(ctx, targetId, accountId)
  if (!pair) return
  const [actor, follower] = [actorUri(ctx, targetId), uriOf(ctx, pair.them)]
  const uri = followUri(ctx.db, { accountId, targetId })?.uri ?? `${follower}#follows/${targetId}`
  const body = deed('Accept', `${actor}#accepts/${ctx.newId()}`, actor, followOf(uri, follower, actor), {
    to: [follower],
  })
  tellOne(ctx, pair, body)
}

/** A follow between one of ours and somebody elsewhere ended by one of ours: taken back, or refused. */
export function sendUnfollow(ctx: Context, { accountId, targetId, by = accountId, uri }: Events['unfollowed']): void {
  const pair = between(ctx, by, by === accountId ? targetId : accountId)
  if (!pair) return
  const [us, them] = [actorUri(ctx, by), uriOf(ctx, pair.them)]
  if (by === accountId) {
    tellOne(ctx, pair, undo(ctx, by, followOf(uri ?? `${us}#follows/${targetId}`, us, them), { to: [them] }))
    return
  }
  const follow = followOf(uri ?? `${them}#follows/${by}`, them, us)
  tellOne(ctx, pair, deed('Reject', `${us}#rejects/${ctx.newId()}`, us, follow, { to: [them] }))
}

const blockOf = (ctx: Context, { us, them }: Between): Json => {
  const actor = actorUri(ctx, us.id)
  return { id: `${actor}#blocks/${them.id}`, type: 'Block', actor, object: uriOf(ctx, them) }
}

/** Tells the server of somebody blocked, so that it hides what they may not see. */
export function sendBlock(ctx: Context, { accountId, targetId }: Events['blocked']): void {
  const pair = between(ctx, accountId, targetId)
  if (!pair) return
  const { type, actor, object } = blockOf(ctx, pair)
  tellOne(ctx, pair, deed(String(type), `${actor}#blocks/${ctx.newId()}`, String(actor), object))
}

/** And that it is over. */
export function sendUnblock(ctx: Context, { accountId, targetId }: Events['unblocked']): void {
  const pair = between(ctx, accountId, targetId)
  if (pair) tellOne(ctx, pair, undo(ctx, accountId, blockOf(ctx, pair)))
}

/** Somebody's followers are asked to follow them where they moved. */
export function sendMove(ctx: Context, { accountId, targetId }: Events['accountMoved']): void {
  const [us, target] = [accountById(ctx.db, { id: accountId }), accountById(ctx.db, { id: targetId })]
  if (us?.domain !== null || !target) return
  const actor = actorUri(ctx, accountId)
  const more = { target: uriOf(ctx, target), to: [followersUri(ctx, accountId)] }
  const body = deed('Move', `${actor}#moves/${ctx.newId()}`, actor, actor, more)
  send(ctx, { owner: accountId, body }, followersInboxes(ctx.db, { accountId }))
}

/** Somebody who may not follow one of ours is told so. */
export function sendRefusal(ctx: Context, { accountId, targetId, uri }: Events['followRefused']): void {
  const pair = between(ctx, targetId, accountId)
  if (!pair) return
  const [us, them] = [actorUri(ctx, targetId), uriOf(ctx, pair.them)]
  tellOne(ctx, pair, deed('Reject', `${us}#rejects/${ctx.newId()}`, us, followOf(uri, them, us), { to: [them] }))
}
