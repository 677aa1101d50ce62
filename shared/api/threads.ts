/** Why something of another server could not be had: deleted, refused, its server not reached, or not to be read. */
export type WhyMissing = 'gone' | 'refused' | 'unreachable' | 'unreadable'

/** What came of fetching the rest of a conversation: how many posts, how many could not be had, and whether there is more. */
export type FetchedReplies = { fetched: number; missing: Record<WhyMissing, number>; more: boolean }

/** How many posts came into a profile of another server. */
export type FilledProfile = { filled: number }

/** Of a conversation that other servers have parts of: how many answers are missing here, as far as they say. */
export type RepliesElsewhere = { missing: number }
