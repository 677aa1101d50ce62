import type { Context } from '../../context.ts'
import type { Activity } from '../vocab/activity.ts'
import { takeDelete, takeUpdate } from './acts/change.ts'
import { takeCreate } from './acts/create.ts'
import { takeAnnounce, takeBlock, takeFeatured, takeLike, takeUndo } from './acts/deeds.ts'
import { takeAccept, takeFollow, takeReject } from './acts/follow.ts'
import { takeFlag, takeMove, takeQuoteRequest } from './acts/others.ts'
import type { ActorRow } from './queries.ts'

/** What is done about each kind of activity; the rest means nothing here. */
const acts: Readonly<Record<string, (ctx: Context, signer: ActorRow, activity: Activity) => void>> = {
  Create: takeCreate,
  Update: takeUpdate,
  Delete: takeDelete,
  Follow: takeFollow,
  Accept: takeAccept,
  Reject: takeReject,
  Undo: takeUndo,
  Announce: takeAnnounce,
  Like: takeLike,
  // what Pleroma and Akkoma say with a picture is said here without one, as of Misskey, whose reactions are likes
  EmojiReact: takeLike,
  Block: takeBlock,
  Add: takeFeatured,
  Remove: takeFeatured,
  Flag: takeFlag,
  Move: takeMove,
  QuoteRequest: takeQuoteRequest,
}

/** Does what an activity says, whose signature holds and whose actor is the signer. Within a transaction. */
export function handle(ctx: Context, signer: ActorRow, activity: Activity): void {
  if (Object.hasOwn(acts, activity.type)) acts[activity.type]?.(ctx, signer, activity)
}
