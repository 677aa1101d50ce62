import type { Visibility } from '../../../shared/api/wire.ts'
import type { Point } from '../media/focus.ts'
import type { PollDraft } from './poll-draft.ts'

/** Who may quote a post. */
export const QUOTE_POLICIES = ['public', 'followers', 'nobody'] as const

/** Everyone, one's followers, or nobody. */
export type QuotePolicy = (typeof QUOTE_POLICIES)[number]

/** What somebody has written and not posted yet. */
export interface Draft {
  text: string
  /** The warning line; it counts only while `warned` is true. */
  warning: string
  warned: boolean
  visibility: Visibility
  localOnly: boolean
  language: string
  pictures: readonly DraftPicture[]
  /** Who may quote it, where everybody may read it; absent for what one usually lets. */
  quotePolicy?: QuotePolicy | undefined
  /** Whether the pictures are covered, also without a warning. */
  sensitive: boolean
  /** A question with choices; absent or undefined for none. */
  poll?: PollDraft | undefined
  /** When it is to be posted, by the device's clock, as a field for day and time has it; absent for at once. */
  later?: string | undefined
  /** What a post answered that was taken down to be written anew. */
  answers?: { id: string; widest: Visibility; localOnly: boolean } | undefined
  /** What it quoted. */
  quoted?: string | undefined
  /** The last try to post exactly this, so that trying again after a lost answer posts once. */
  attempt?: Attempt | undefined
  /** Since when it waits to be posted by itself as soon as the server answers, in milliseconds. */
  waits?: number | undefined
}

/** A picture of a draft. Its file lies beside the draft, under `key`. */
export interface DraftPicture {
  key: string
  description: string
  focus: Point
  /** Its number on the server once it is there, and since when, in milliseconds. */
  id?: string | undefined
  sentAt?: number | undefined
  /** Where it is shown from when its file is not on this device: a picture of a post that is written anew. */
  url?: string | undefined
}

/** A try to post: the key that the server recognises a repetition by, and what was sent under it. */
export interface Attempt {
  key: string
  /** What a reader would have seen of the draft at that time. */
  content: string
}

/**
 * What a draft belongs to: the writing box of home (and of its own page), the one to practise in, the answer to one post, one's own post,
 * a post that quotes another one, or one that was taken down to be written anew.
 */
export type DraftContext =
  | 'new'
  | 'practice'
  | `reply:${string}`
  | `edit:${string}`
  | `quote:${string}`
  | `again:${string}`
  | `to:${string}`

/** Everything about a draft that a reader would see, as one comparable text. */
function contentOf(draft: Draft): string {
  const { text, warned, warning, visibility, localOnly, language, sensitive, poll, later, quotePolicy } = draft
  const pictures = draft.pictures.map(({ key, description, focus }) => [key, description, focus.x, focus.y])
  const added = [
    ...(poll ? [poll] : []),
    ...(quotePolicy ? [{ quotePolicy }] : []),
    ...(later === undefined ? [] : [{ later }]),
    ...(pictures.length > 0 ? [sensitive, pictures] : []),
  ]
  return JSON.stringify([text, warned ? warning : '', visibility, localOnly, language, ...added])
}

/** How long a draft waits to be posted by itself: the server knows a repetition for two days. */
const WAITS_FOR = 47 * 60 * 60 * 1000

/** Whether `draft`, as it stands, is to be posted by itself once the server answers. */
export function isWaiting(draft: Draft): boolean {
  const { waits = 0, attempt } = draft
  return waits > Date.now() - WAITS_FOR && attempt?.content === contentOf(draft)
}

/** The attempt to send `draft` under: the last one again if nothing was changed since, otherwise a new one. */
export function attemptFor(draft: Draft, newKey: () => string): Attempt {
  const content = contentOf(draft)
  return draft.attempt?.content === content ? draft.attempt : { key: newKey(), content }
}

const shownOf = ({ pictures, sensitive }: Draft) =>
  JSON.stringify(
    pictures.length > 0 ? [sensitive, ...pictures.map(({ key, description, focus }) => [key, description, focus])] : [],
  )

/** Whether there is anything in `draft` that its author put there, seen from the draft it started as. */
export function isWorthKeeping(draft: Draft, start: Draft): boolean {
  if (shownOf(draft) !== shownOf(start)) return true
  if (JSON.stringify(draft.poll) !== JSON.stringify(start.poll)) return true
  if (draft.text.trim() === '' && draft.warning.trim() === '') return false
  return draft.text !== start.text || draft.warning !== start.warning || draft.warned !== start.warned
}
