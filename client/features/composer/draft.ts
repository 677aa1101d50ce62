import type { Visibility } from '../../../shared/api/wire.ts'
import type { PollDraft } from './poll-draft.ts'

/** What somebody has written and not posted yet. */
export interface Draft {
  text: string
  /** The warning line; it counts only while `warned` is true. */
  warning: string
  warned: boolean
  visibility: Visibility
  localOnly: boolean
  language: string
  /** A question with choices; absent or undefined for none. */
  poll?: PollDraft | undefined
  /** The last try to post exactly this, so that trying again after a lost answer posts once. */
  attempt?: Attempt
}

/** A try to post: the key that the server recognises a repetition by, and what was sent under it. */
export interface Attempt {
  key: string
  /** What a reader would have seen of the draft at that time. */
  content: string
}

/** What a draft belongs to: the writing box of home (and of its own page), the answer to one post, or one's own post. */
export type DraftContext = 'new' | `reply:${string}` | `edit:${string}`

/** Everything about a draft that a reader would see, as one comparable text. */
function contentOf(draft: Draft): string {
  const { text, warned, warning, visibility, localOnly, language, poll } = draft
  return JSON.stringify([text, warned ? warning : '', visibility, localOnly, language, ...(poll ? [poll] : [])])
}

/** The attempt to send `draft` under: the last one again if nothing was changed since, otherwise a new one. */
export function attemptFor(draft: Draft, newKey: () => string): Attempt {
  const content = contentOf(draft)
  return draft.attempt?.content === content ? draft.attempt : { key: newKey(), content }
}

/** Whether there is anything in `draft` that its author put there, seen from the draft it started as. */
export function isWorthKeeping(draft: Draft, start: Draft): boolean {
  if (JSON.stringify(draft.poll) !== JSON.stringify(start.poll)) return true
  if (draft.text.trim() === '' && draft.warning.trim() === '') return false
  return draft.text !== start.text || draft.warning !== start.warning || draft.warned !== start.warned
}
