/** What the line above a post is called here: the collective chooses. */
export const warningLabels = ['cw', 'content_note'] as const
/** One of {@link warningLabels}. */
export type WarningLabel = (typeof warningLabels)[number]

/** Each of them as it is said. */
export const warningWords: Record<WarningLabel, string> = { cw: 'CW', content_note: 'Content note' }
