import type { Poll } from './api/wire.ts'

/** Of a hundred people who voted, how many chose something that `count` of them chose. */
export function percentOf(poll: Pick<Poll, 'multiple' | 'voters_count' | 'votes_count'>, count: number): number {
  const all = poll.multiple ? (poll.voters_count ?? poll.votes_count) : poll.votes_count
  return all === 0 ? 0 : Math.round((100 * count) / all)
}
