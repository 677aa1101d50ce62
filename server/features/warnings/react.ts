import { isNameOf, matchTopics, piecesOf, plainWords } from '../../../shared/warnings/match.ts'
import type { Context } from '../../context.ts'
import { firstIdAt } from '../../core/ids.ts'
import type { Events } from '../../events.ts'
import { limits } from '../../limits.ts'
import { postTold } from '../statuses/queries.ts'
import { readTopics } from './present.ts'
import { forgetWords, forgetWordsOf, putWords } from './queries.ts'

/** What stands before a warning and is none. */
const openings = { label: 're', aliases: ['cw', 'tw', 'cn', 'content warning', 'content note', 'trigger warning'] }

/** Whether words can be offered to others: short, no name of a person, no address, no topic's. */
const isFree = (words: string, topics: Parameters<typeof matchTopics>[1]) =>
  words.length <= limits.warningLabel &&
  !/[@#.]\w/.test(words) &&
  /\p{L}/u.test(words) &&
  !isNameOf(words, openings) &&
  matchTopics(words, topics).length === 0

/** Keeps the free words of a public post's warning, so that they can be offered once several people use them. */
export function keepWarningWords(ctx: Context, event: Events['statusPosted']): void {
  const { statusId, accountId } = event
  const row = postTold(ctx.db, event)
  // only words of people here are offered to people here
  if (row?.visibility !== 'public' || row.spoilerText === '' || row.html !== null) return
  const topics = readTopics(ctx)
  for (const words of piecesOf(row.spoilerText).filter((piece) => isFree(piece, topics))) {
    putWords(ctx.db, { key: plainWords(words), statusId, accountId, words })
  }
}

/** The words of a warning that was edited stand in place of those before. */
export function keepWarningWordsAnew(ctx: Context, { statusId, accountId }: Events['statusEdited']): void {
  forgetWordsOf(ctx.db, { statusId })
  keepWarningWords(ctx, { statusId, accountId })
}

/** Forgets words that are too old to be offered. */
export const sweepWarningWords = (ctx: Context) =>
  forgetWords(ctx.db, { before: firstIdAt(ctx.now() - limits.warningWordsKept) })
