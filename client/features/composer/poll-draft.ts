import type { Poll } from '../../../shared/api/wire.ts'
import { sharedLimits } from '../../../shared/limits.ts'

/** A poll as it is being written. */
export interface PollDraft {
  /** One for each field; those that stay empty are not sent. */
  options: string[]
  multiple: boolean
  hideTotals: boolean
  /** Seconds until it ends; absent while an edit leaves the end as it is. */
  lasts?: number
}

/** A day: long enough that everybody was here once. */
const USUAL = 86_400

/** A poll in which nothing is written yet. */
export const newPoll = (): PollDraft => ({ options: ['', ''], multiple: false, hideTotals: false, lasts: USUAL })

/** A poll that was posted, to be edited. Whether its numbers are hidden is seen while they are. */
export const pollOfPost = (poll: Poll): PollDraft => ({
  options: poll.options.map(({ title }) => title),
  multiple: poll.multiple,
  hideTotals: poll.options.some(({ votes_count: count }) => count === null),
})

const filled = ({ options }: PollDraft): string[] => options.map((option) => option.trim()).filter(Boolean)

/** Whether it can be asked: two choices at least, each with other words, none too long. */
export function isComplete(poll: PollDraft): boolean {
  const options = filled(poll)
  const distinct = new Set(options.map((option) => option.toLowerCase()))
  return (
    options.length >= 2 &&
    distinct.size === options.length &&
    options.every((option) => [...option].length <= sharedLimits.pollOption)
  )
}

/** A poll as the server takes it. */
export const pollForm = (poll: PollDraft) => ({
  options: filled(poll),
  multiple: poll.multiple,
  hide_totals: poll.hideTotals,
  ...(poll.lasts !== undefined && { expires_in: poll.lasts }),
})
