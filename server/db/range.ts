import type { z } from 'zod'
import type { Db } from './open.ts'
import { many, type Names, type SqlValue } from './sql.ts'

/** A stretch of a list by its cursor column, both ends excluded: the newest `most`, or with `ascending` the oldest. */
export type Range = { below: number; above: number; ascending: boolean; most: number }

/** Above every id that can be minted. */
export const PAST_ALL_IDS = Number.MAX_SAFE_INTEGER

type Wanted<Text extends string> = Record<Names<Text>, SqlValue>

/** What the end of every such statement takes; the names in its beginning are typed by {@link ranged} itself. */
type Ends = '@below @above @most'

/**
 * Declares a list that is read by ranges of the column `by`, in either direction. `text` is a SELECT up to and with
 * its WHERE, which an index on its columns and `by` has to carry.
 */
export function ranged<Row extends z.ZodObject, const Text extends string>(row: Row, text: Text, by: string) {
  const within = `${text} AND ${by} < @below AND ${by} > @above ORDER BY ${by}`
  // the statement's own names are checked by `Wanted`
  const newest = many(row, `${within} DESC LIMIT @most` as Ends)
  const oldest = many(row, `${within} LIMIT @most` as Ends)
  return (db: Db, wanted: Wanted<Text>, { below, above, ascending, most }: Range): z.infer<Row>[] => {
    const parameters = { ...wanted, below, above, most }
    return ascending ? oldest(db, parameters) : newest(db, parameters)
  }
}
