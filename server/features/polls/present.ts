import type { Poll } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { emojisIn, presentElsewhere } from '../emojis/present.ts'
import { optionsOf, type PollRow, pollsOf, votesBy } from './queries.ts'

/** Whether nobody can vote in it any more. */
export const isOver = ({ expiresAt }: Pick<PollRow, 'expiresAt'>, now: number) => expiresAt !== null && expiresAt <= now

/** Somebody's own posts among several. */
type Own = ReadonlySet<number>

/**
 * The polls of several posts as JSON, by the post's id; who may see a post was decided before. What each option got is
 * null until the end where the author hid it. `own` are the posts of the member `me`, whose authors never vote.
 */
export function presentPolls(
  ctx: Context,
  me: number | undefined,
  statusIds: readonly number[],
  own: Own,
): Map<number, Poll> {
  const polls = statusIds.length === 0 ? [] : pollsOf(ctx.db, { ids: JSON.stringify(statusIds) })
  if (polls.length === 0) return new Map()
  const ids = JSON.stringify(polls.map(({ id }) => id))
  const options = Map.groupBy(optionsOf(ctx.db, { ids }), ({ pollId }) => pollId)
  const votes = me === undefined ? undefined : Map.groupBy(votesBy(ctx.db, { me, ids }), ({ pollId }) => pollId)
  return new Map(
    polls.map((poll) => {
      const mine = votes?.get(poll.id)?.map(({ position }) => position) ?? []
      const voted = mine.length > 0 || own.has(poll.statusId)
      const shown = presentPoll(ctx, poll, options.get(poll.id) ?? [], isOver(poll, ctx.now()))
      return [poll.statusId, votes ? { ...shown, voted, own_votes: mine } : shown]
    }),
  )
}

function presentPoll(
  ctx: Context,
  poll: PollRow,
  options: readonly { title: string; votesCount: number }[],
  expired: boolean,
): Poll {
  const isHidden = poll.hideTotals === 1 && !expired
  return {
    id: String(poll.id),
    expires_at: poll.expiresAt === null ? null : new Date(poll.expiresAt).toISOString(),
    expired,
    multiple: poll.multiple === 1,
    votes_count: options.reduce((sum, { votesCount }) => sum + votesCount, 0),
    voters_count: poll.votersCount,
    options: options.map(({ title, votesCount }) => ({ title, votes_count: isHidden ? null : votesCount })),
    emojis: presentEmojis(
      ctx,
      poll,
      options.map(({ title }) => title),
    ),
  }
}

/** The small pictures that its options name: the community's, or those of the server from which it came. */
function presentEmojis(ctx: Context, { emojis }: PollRow, titles: readonly string[]): Poll['emojis'] {
  if (emojis === null) return emojisIn(ctx, ...titles)
  return presentElsewhere(ctx, emojis).filter(({ shortcode }) =>
    titles.some((title) => title.includes(`:${shortcode}:`)),
  )
}
