import type { Db } from '../db/open.ts'
import { lockIn, type Relations, toldOf, trucesWith } from './relations.ts'
import type { Visibility } from './visibility.ts'

/** What a new post would do to others: whom it answers and in which conversation, whom it mentions or quotes. */
export type Reach = {
  answers: { accountId: number; threadId: number } | undefined
  names: readonly number[]
}

/** What two people agreed on that holds a post back, with whom, until when (ms), and whether it is the answer. */
export type Agreement = { kind: 'truce' | 'thread_lock'; accountId: number; until: number; isAnswer: boolean }

/**
 * The one answer to "may this person write to those people now", beside who may see what: nothing, or the agreement
 * between two that holds it back. Both of them know of it, so saying so betrays nothing.
 */
export function whatHoldsBack(db: Db, me: number, { answers, names }: Reach, now: number): Agreement | undefined {
  const lock = answers && lockIn(db, { me, threadId: answers.threadId, now })
  if (lock) return { kind: 'thread_lock', accountId: lock.id, until: lock.until, isAnswer: true }
  const ids = JSON.stringify(answers ? [answers.accountId, ...names] : names)
  const [truce] = trucesWith(db, { me, ids, now })
  if (!truce) return undefined
  return { kind: 'truce', accountId: truce.id, until: truce.until, isAnswer: truce.id === answers?.accountId }
}

/** How somebody stands to a post that they would boost. */
export type Boosting = { isAuthor: boolean; isBlocking: boolean }

/** Why a post that somebody may see cannot be boosted by them; undefined where it can. */
export function whatForbidsBoost(
  { visibility }: { visibility: Visibility },
  { isAuthor, isBlocking }: Boosting,
): 'direct' | 'private' | 'blocking' | undefined {
  if (visibility === 'direct') return 'direct'
  if (visibility === 'private' && !isAuthor) return 'private'
  return isBlocking ? 'blocking' : undefined
}

/** Who may quote a post beside its author: everybody who may see it, the author's followers, or nobody. */
export type QuotePolicy = 'public' | 'followers' | 'nobody'

/** How somebody stands to the author of a post that they would quote. */
export type Quoting = { isAuthor: boolean; isFollower: boolean; isBlocking: boolean }

/**
 * Why a post that somebody may see cannot be quoted by them; undefined where it can. What is for mentioned people is
 * quoted by nobody, what is for followers by its author alone.
 */
export function whatForbidsQuote(
  { visibility, quotePolicy }: { visibility: Visibility; quotePolicy: QuotePolicy },
  { isAuthor, isFollower, isBlocking }: Quoting,
): 'direct' | 'private' | 'policy' | 'blocking' | undefined {
  if (visibility === 'direct') return 'direct'
  if (isAuthor) return undefined
  if (visibility === 'private') return 'private'
  if (isBlocking) return 'blocking'
  return quotePolicy === 'public' || (quotePolicy === 'followers' && isFollower) ? undefined : 'policy'
}

/** What somebody does that others may be told of: `threadId` where it is said in a conversation. */
export type Deed = { sender: number; threadId: number | undefined }

/**
 * Who of `ids` is told of what somebody did: people of this server between whom and the sender there is neither a
 * block nor a truce, who do not mute the sender with notifications, and who have not paused the conversation.
 */
export const whoIsTold = (db: Db, { sender, threadId }: Deed, ids: readonly number[], now: number): number[] =>
  toldOf(db, { ids: JSON.stringify(ids), sender, threadId: threadId ?? null, now }).map(({ id }) => id)

/** Whether the reader's home leaves a person out: blocked, muted, or in a truce with them. */
export const isOutOfHome = ({ blocking, muting, truce }: Relations, id: number): boolean =>
  blocking.has(id) || muting.has(id) || truce.has(id)
