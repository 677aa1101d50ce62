import { plainWords } from '../../../shared/warnings/match.ts'
import type { Context } from '../../context.ts'
import type { StopListForm } from './forms.ts'
import { addStopWords, clearStopWords, stopWords } from './queries.ts'

/** Words that are offered to nobody. */
export const readStopList = (ctx: Context) => ({ words: stopWords(ctx.db).map(({ words }) => words) })

/** Puts another list in place of the words that are offered to nobody. */
export function changeStopList(ctx: Context, { words }: StopListForm) {
  ctx.transact(() => {
    clearStopWords(ctx.db)
    for (const one of words) addStopWords(ctx.db, { key: plainWords(one), words: one })
  })
  return readStopList(ctx)
}
