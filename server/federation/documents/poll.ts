import { isOver } from '../../features/polls/present.ts'
import type { PollRow } from '../../features/polls/queries.ts'
import { type Json, timeOf } from './words.ts'

/** A poll with its options in their order. */
export type AskedPoll = { row: PollRow; options: readonly { title: string; votesCount: number }[] }

/** The part of a Question that a Note has not. What each option got is 0 until the end where the author hid it. */
export function pollPart({ row, options }: AskedPoll, now: number): Json {
  const over = isOver(row, now)
  const isHidden = row.hideTotals === 1 && !over
  const asked = options.map(({ title, votesCount }) => ({
    type: 'Note',
    name: title,
    replies: { type: 'Collection', totalItems: isHidden ? 0 : votesCount },
  }))
  return {
    [row.multiple === 1 ? 'anyOf' : 'oneOf']: asked,
    votersCount: row.votersCount,
    ...(row.expiresAt !== null && { endTime: timeOf(row.expiresAt) }),
    ...(over && row.expiresAt !== null && { closed: timeOf(row.expiresAt) }),
  }
}
