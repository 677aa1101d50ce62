import { sharedLimits } from '../limits.ts'

/** A post in a conversation: who wrote it, whom it answers, and when both were written (ms since 1970). */
export interface Turn {
  by: string
  to: string | undefined
  at: number
  /** When that was written which it answers; undefined where that is not at hand. */
  answeredAt: number | undefined
}

/** The newest turns between two people, the newest first, for as long as they alternate. */
function lastExchange(turns: readonly Turn[], one: string, other: string): Turn[] {
  const between = turns
    .filter(({ by, to }) => (by === one && to === other) || (by === other && to === one))
    .sort((a, b) => b.at - a.at)
  const broken = between.findIndex((turn, n) => n > 0 && turn.by === between[n - 1]?.by)
  return broken < 0 ? between : between.slice(0, broken)
}

const isQuick = ({ at, answeredAt }: Turn): boolean =>
  answeredAt !== undefined && at - answeredAt < sharedLimits.quickReplyWithin

/**
 * Whether two people have gone back and forth a lot just now: by who answered whom and when, and never by words. Many
 * replies within the hour, or fewer that each came at once.
 */
export function wentBackAndForth(turns: readonly Turn[], one: string, other: string, now: number): boolean {
  const recent = lastExchange(turns, one, other).filter(({ at }) => now - at <= sharedLimits.talkWithin)
  if (recent.length >= sharedLimits.talkReplies) return true
  const newest = recent.slice(0, sharedLimits.quickReplies)
  return newest.length === sharedLimits.quickReplies && newest.every(isQuick)
}
